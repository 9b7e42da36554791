/**
 * From panel to panel without the way through all that is in them: a direction in, the focus on what the next panel is for. Panels are what has `data-panel`, in
 * the order of the page.
 */

/** What one comes to a panel for, if it has it: the clip that the Tab key would come to, the canvas, the open tab. */
const MAIN_CONTROLS = '[data-clip][role=option][tabindex="0"], [data-stage-window], [role=tab][aria-selected=true]';
const CONTROLS = 'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

export function goToPanel(step: 1 | -1): void {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  const current = panels.findIndex((panel) => panel.contains(document.activeElement));
  // From nowhere forward to the first, back to the last.
  const first = current === -1 && step === -1 ? 0 : current;
  for (let count = 1; count <= panels.length; count += 1) {
    const panel = panels[(first + count * step + panels.length * 2) % panels.length];
    const control = panel?.querySelector<HTMLElement>(MAIN_CONTROLS) ?? panel?.querySelector<HTMLElement>(CONTROLS);
    if (control === null || control === undefined) continue;
    control.focus();
    return;
  }
}
