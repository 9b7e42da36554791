/** The line beside a panel of the composer, which keeps the size it is given. */
'use client';

import { SIZE_LIMITS_PX, useShell, type PanelSizes } from '#components/composer/shell/shell-store';
import { Splitter } from '#components/ui/splitter';

const PLACES = {
  leftPx: { axis: 'column', panel: 'before' },
  rightPx: { axis: 'column', panel: 'after' },
  timelinePx: { axis: 'row', panel: 'after' },
} as const;

export function PanelSplitter({ panel, label }: { panel: keyof PanelSizes; label: string }) {
  const sizePx = useShell(({ sizes }) => sizes[panel]);
  const resize = useShell((shell) => shell.resize);
  const keepSizes = useShell((shell) => shell.keepSizes);
  const [minPx, maxPx] = SIZE_LIMITS_PX[panel];
  return <Splitter label={label} {...PLACES[panel]} sizePx={sizePx} minPx={minPx} maxPx={maxPx} onResize={(wishedPx) => resize({ [panel]: wishedPx })} onSettle={keepSizes} />;
}
