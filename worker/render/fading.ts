/**
 * Layers that only become more or less visible over a stretch, found: FFmpeg mixes them with what is below by one number a frame. Half of all
 * transitions are that.
 */
import { itemAt, type DrawItem } from '#lib/composition/frame-at';
import { isMovingWithin, toRestingLayer } from '#lib/composition/motion-stretches';
import { coversCanvas, type Segment } from '#lib/composition/segments';
import type { Layer } from '#lib/composition/timeline';
import type { DrawnCanvas } from '#worker/render/drawn-box';

export interface Fading {
  /** As it is when it is fully there: opaque, and as large as the canvas. */
  layer: Layer;
  /** Opacity in each frame of the stretch, 0 to 255. */
  levels: number[];
}

/** The levels are written into FFmpeg's graph one by one: half a minute at 30 frames a second. */
const FADE_FRAMES_MAX = 900;

/** Null for what does anything else, or does not fill the canvas. `isOpaque` says whether the layer's content has no transparency of its own. */
export function findFading(layer: Layer, { startFrame, endFrame }: Pick<Segment, 'startFrame' | 'endFrame'>, canvas: DrawnCanvas, isOpaque: (layer: Layer) => boolean): Fading | null {
  if (!isMovingWithin(layer, startFrame, endFrame) || endFrame - startFrame > FADE_FRAMES_MAX) return null;
  const items = Array.from({ length: endFrame - startFrame }, (_, index) => itemAt(layer, startFrame + index, canvas.frameRate));
  const first = items.find((item) => item !== null);
  if (first === undefined || items.some((item) => item !== null && !isSameButOpacity(item, first))) return null;
  const whole = toWholeLayer(first);
  if (whole === null || !isOpaque(whole) || !fillsCanvas(whole, canvas)) return null;
  return { layer: whole, levels: items.map((item) => Math.round((item?.opacity ?? 0) * 255)) };
}

function isSameButOpacity(item: DrawItem, first: DrawItem): boolean {
  return toKey(item) === toKey(first);
}

const toKey = ({ box, crop, scaleX, scaleY, rotationDegrees, blurRadiusPx, clips }: DrawItem): string => JSON.stringify([box, crop, scaleX, scaleY, rotationDegrees, blurRadiusPx, clips]);

/** Null where its motion leaves it as no layer without motion is. */
function toWholeLayer(item: DrawItem): Layer | null {
  const { layer, box, scaleX, scaleY, rotationDegrees, blurRadiusPx, clips } = item;
  const resting = toRestingLayer({ ...item, opacity: 1 });
  if (resting.motion === null) return resting;
  const stands = scaleX === 1 && scaleY === 1 && blurRadiusPx === 0 && clips.length === 0 && rotationDegrees === layer.rotationDegrees && JSON.stringify(box) === JSON.stringify(layer.box);
  return stands && layer.type === 'shape' ? { ...layer, opacity: 1, motion: null } : null;
}

/** A picture exactly, so that its pixels are the canvas's; a shape is drawn onto a canvas anyway. */
function fillsCanvas(layer: Layer, canvas: DrawnCanvas): boolean {
  const { xPx, yPx, widthPx, heightPx } = layer.box;
  const isExact = xPx === 0 && yPx === 0 && widthPx === canvas.widthPx && heightPx === canvas.heightPx;
  return coversCanvas(layer, canvas) && (isExact || layer.type === 'shape');
}
