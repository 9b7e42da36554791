/** The layer of `fade-black` and `fade-white`: a colour that comes over both elements of a joint and goes again. */
import { LINEAR, type Easing } from '#lib/composition/easing';
import type { Joint } from '#lib/composition/find-joints';
import type { Box, Layer, ShapeLayer } from '#lib/composition/timeline';

/** Over the boxes of those that are seen; none without any. It has the later one's name. */
export function dipToColor(pair: ReadonlyArray<Layer | null>, { startFrame, endFrame }: Joint, { color, easing }: { color: string; easing: Easing }): ShapeLayer[] {
  const layers = pair.filter((layer) => layer !== null);
  const last = layers.at(-1);
  if (last === undefined) return [];
  const frames = endFrame - startFrame;
  return [
    {
      type: 'shape',
      elementId: last.elementId,
      track: last.track,
      startFrame,
      endFrame,
      box: unite(layers.map(({ box }) => box)),
      rotationDegrees: 0,
      opacity: 1,
      look: null,
      motion: {
        channels: [
          {
            property: 'opacity',
            combine: 'multiply',
            keyframes: [
              { frame: 0, value: 0, easing: LINEAR },
              { frame: frames / 2, value: 1, easing },
              { frame: frames, value: 0, easing },
            ],
          },
        ],
        clips: [],
      },
      geometry: { kind: 'rectangle', radiusPx: 0 },
      fill: { type: 'solid', color },
      stroke: null,
    },
  ];
}

/** The smallest box around all. */
function unite(boxes: readonly Box[]): Box {
  const xPx = Math.min(...boxes.map((box) => box.xPx));
  const yPx = Math.min(...boxes.map((box) => box.yPx));
  const right = Math.max(...boxes.map((box) => box.xPx + box.widthPx));
  const bottom = Math.max(...boxes.map((box) => box.yPx + box.heightPx));
  return { xPx, yPx, widthPx: right - xPx, heightPx: bottom - yPx };
}
