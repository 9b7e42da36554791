/** Lines over the canvas that help to compose a picture: thirds, and the areas in which titles and action are safe from being cut off. */
'use client';

import { useEditor } from '#components/composer/store/editor-store';
import type { Size } from '#lib/composition/units';
import type { CanvasView } from '#lib/editor/canvas-view';

/** Of the picture, by EBU R 95 (2017): action within 93 %, graphics within 90 %. */
const SAFE_PARTS = [0.93, 0.9] as const;

export function CanvasLines({ canvas, view: { scale, leftPx, topPx } }: { canvas: Size; view: CanvasView }) {
  const isGridShown = useEditor((store) => store.isGridShown);
  const isSafeAreaShown = useEditor((store) => store.isSafeAreaShown);
  if (!isGridShown && !isSafeAreaShown) return null;
  const width = canvas.widthPx * scale;
  const height = canvas.heightPx * scale;
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute mix-blend-difference" style={{ left: leftPx, top: topPx, width, height }} stroke="#ffffff" strokeOpacity={0.55} fill="none">
      {isGridShown &&
        [1 / 3, 2 / 3].map((part) => (
          <g key={part}>
            <line x1={width * part} y1={0} x2={width * part} y2={height} />
            <line x1={0} y1={height * part} x2={width} y2={height * part} />
          </g>
        ))}
      {isSafeAreaShown &&
        SAFE_PARTS.map((part) => (
          <rect key={part} x={(width * (1 - part)) / 2} y={(height * (1 - part)) / 2} width={width * part} height={height * part} strokeDasharray={part === SAFE_PARTS[0] ? '6 4' : undefined} />
        ))}
    </svg>
  );
}
