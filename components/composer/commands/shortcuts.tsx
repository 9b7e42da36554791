/** The keys of the registry, for the whole page: shows nothing. Not while somebody types, nor while a window is open over the page. */
'use client';

import { useHotkeys } from 'react-hotkeys-hook';
import { ACTIONS, type ActionId } from '#lib/editor/actions';

const IDS = new Map<string, ActionId>(ACTIONS.flatMap(({ id, keys }) => keys.map((key) => [key, id] as const)));

/** Also from within a field: what opens, saves, creates and goes elsewhere. */
const FROM_FIELDS: ReadonlySet<ActionId> = new Set(['openPalette', 'saveProject', 'createVideo', 'openProject', 'exportComposition', 'nextPanel', 'previousPanel']);

/** What the focused control does with these keys itself. */
const CONTROL_KEYS: ReadonlySet<string> = new Set(['Space', 'Enter', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);
const CONTROLS = 'button, a[href], summary, [role=slider], [role=separator], [role=tab], [role=radio], [role=option], [role=menuitem], [role=combobox], [role=listbox]';

export interface Actions {
  /** Does nothing when it cannot be done now. */
  perform: (id: ActionId) => void;
  isEnabled: (id: ActionId) => boolean;
}

export function Shortcuts({ actions: { perform, isEnabled } }: { actions: Actions }) {
  useHotkeys(
    [...IDS.keys()],
    (event, { hotkey }) => {
      const id = IDS.get(hotkey);
      if (id === undefined || isForPlace(event, id) || !isEnabled(id)) return;
      event.preventDefault();
      perform(id);
    },
    { enableOnFormTags: true, enableOnContentEditable: true },
    [perform, isEnabled],
  );
  // Wherever it is on the keyboard.
  useHotkeys('?', (event) => !isForPlace(event, 'openShortcuts') && perform('openShortcuts'), { useKey: true, ignoreModifiers: true, enableOnFormTags: true, enableOnContentEditable: true }, [perform]);
  return null;
}

/** Whether the key means something where the focus is. */
function isForPlace(event: KeyboardEvent, id: ActionId): boolean {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element)) return event.defaultPrevented;
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null) return true;
  const isField = target.closest('input, textarea, select, [contenteditable=true]') !== null;
  if (isField) return !FROM_FIELDS.has(id);
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  return !hasModifier && CONTROL_KEYS.has(event.code) && target.closest(CONTROLS) !== null;
}
