/** What holds the stage's place until it is there: the canvas in its colour, where it will be, and the bar under it. */
'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { useEditor } from '#components/composer/store/editor-store';
import { resolveCanvas } from '#lib/composition/canvas-and-rate';
import type { Size } from '#lib/composition/units';
import { FIT, viewOfCanvas } from '#lib/editor/canvas-view';
import { presentOf } from '#lib/editor/history';

export function StagePoster() {
  const composition = useEditor(({ history }) => presentOf(history).composition);
  const windowRef = useRef<HTMLDivElement>(null);
  const [windowSize, setWindowSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = windowRef.current;
    if (element !== null) setWindowSize({ widthPx: element.clientWidth, heightPx: element.clientHeight });
  }, []);
  const canvas = resolveCanvas(composition);
  const view = windowSize === null ? null : viewOfCanvas(FIT, canvas, windowSize);
  return (
    <div className="flex min-w-0 flex-1 flex-col bg-surface">
      <div ref={windowRef} className="relative min-h-0 flex-1 overflow-hidden bg-stage">
        {view !== null && <div className="absolute" style={{ left: view.leftPx, top: view.topPx, width: canvas.widthPx * view.scale, height: canvas.heightPx * view.scale, background: composition.fill_color ?? '#000000' }} />}
      </div>
      <div className="h-11 shrink-0 border-t border-line" />
    </div>
  );
}
