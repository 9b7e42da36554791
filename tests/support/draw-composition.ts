/** A frame of a composition without media, drawn by the core on a canvas of the worker's kind: the composition in, its pixels out. */
import { createCanvas } from '@napi-rs/canvas';
import { draw } from '#lib/composition/draw/draw';
import { frameAt } from '#lib/composition/frame-at';
import { parseComposition } from '#lib/composition/parse';
import { resolve } from '#lib/composition/resolve';
import { CanvasResources } from '#worker/canvas/canvas-resources';
import type { Frame } from '#tests/support/read-frame';

/** Throws when the composition is invalid. */
export function drawComposition(value: unknown, frame = 0): Frame {
  const parsed = parseComposition(value);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const result = resolve(parsed.composition, new Map());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { timeline } = result;
  const ctx = createCanvas(timeline.widthPx, timeline.heightPx).getContext('2d');
  draw(ctx, timeline, frameAt(timeline, frame), new CanvasResources());
  const { data } = ctx.getImageData(0, 0, timeline.widthPx, timeline.heightPx);
  const pixels = Buffer.from(data.filter((_value, index) => index % 4 !== 3));
  return { widthPx: timeline.widthPx, heightPx: timeline.heightPx, pixels };
}
