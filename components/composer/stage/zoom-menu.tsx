/** How large the canvas is shown: fitted, or page pixels of its own. */
'use client';

import { ChevronDown } from 'lucide-react';
import { findCanvasView, useStageView, useStageViewStore } from '#components/composer/stage/stage-view';
import { Button } from '#components/ui/button';
import { Menu, MenuItem, MenuLine } from '#components/ui/menu';
import { findAction } from '#lib/editor/actions';
import { ZOOM_LEVELS } from '#lib/editor/canvas-view';

const toPercent = (scale: number): string => `${Math.round(scale * 100)} %`;

export function ZoomMenu() {
  const { getState } = useStageViewStore();
  const isFit = useStageView(({ zoom }) => zoom.zoom === 'fit');
  const scale = useStageView((view) => findCanvasView(view)?.scale ?? 1);
  const trigger = (
    <Button variant="quiet" size="small" aria-label={`${isFit ? 'Fit' : toPercent(scale)}, zoom of the canvas`} className="w-[5.4rem] justify-between tabular-nums">
      {isFit ? 'Fit' : toPercent(scale)}
      <ChevronDown aria-hidden="true" />
    </Button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <MenuItem keys={findAction('fitCanvas').keys[0]} onSelect={() => getState().fit()}>
        Fit
      </MenuItem>
      <MenuLine />
      {ZOOM_LEVELS.map((level) => (
        <MenuItem key={level} onSelect={() => getState().zoomTo(level)}>
          {toPercent(level)}
        </MenuItem>
      ))}
    </Menu>
  );
}
