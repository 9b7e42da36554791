/**
 * A segment taken apart by what each of its layers needs: layers bottom to top in; what stands, videos, what fades and what is drawn frame by frame
 * out. Pure.
 */
import { itemAt } from '#lib/composition/frame-at';
import { isBareLook } from '#lib/composition/look';
import { isMovingWithin, toRestingLayer } from '#lib/composition/motion-stretches';
import type { Segment } from '#lib/composition/segments';
import type { Box, Layer, PictureLayer, VideoLayer } from '#lib/composition/timeline';
import { areaOf, findDrawnBox, fitToGrid, uniteBoxes, type DrawnCanvas } from '#worker/render/drawn-box';
import { findFading } from '#worker/render/fading';
import { isMoving } from '#worker/render/is-moving';

export type SpanPart =
  /** Neighbours that stand still, and the part of the canvas that holds them; above what moves, only those that are near each other. */
  | { kind: 'standing'; layers: Layer[]; box: Box }
  /** One that FFmpeg's filters place as drawing does. */
  | { kind: 'video'; layer: VideoLayer }
  | { kind: 'fading'; layer: Layer; levels: number[] }
  /** Neighbours that only drawing can do; `box` holds all that they ever touch. */
  | { kind: 'drawn'; layers: Layer[]; box: Box };

/** A picture that FFmpeg's filters place and fade as drawing does; neither changed by a look, but for flips, nor moved. */
export function isPlain(layer: Layer): layer is PictureLayer {
  return (layer.type === 'image' || layer.type === 'video') && isBareLook(layer.look) && layer.motion === null;
}

export interface PartsContext {
  canvas: DrawnCanvas;
  /** Whether the layer's content has no transparency of its own. */
  isOpaque: (layer: Layer) => boolean;
}

/** Bottom to top. Layers that are drawn, and of which nothing is ever seen, are left out. */
export function cutParts(segment: Segment, context: PartsContext): SpanPart[] {
  const parts: SpanPart[] = [];
  for (const layer of segment.layers) {
    const part = toPart(toShown(layer, segment, context), segment, context);
    const last = parts.at(-1);
    if (part === null) continue;
    if (last !== undefined && 'box' in part && isJoinable(last, part, parts)) Object.assign(last, { layers: [...last.layers, ...part.layers], box: uniteBoxes(last.box, part.box) });
    else parts.push(part);
  }
  return parts.map((part) => (part.kind === 'drawn' ? { ...part, box: fitToGrid(part.box, context.canvas) } : part));
}

/** A layer that happens to rest over the segment, as it rests. */
function toShown(layer: Layer, { startFrame, endFrame }: Segment, { canvas }: PartsContext): Layer {
  if (layer.motion === null || isMovingWithin(layer, startFrame, endFrame)) return layer;
  const item = itemAt(layer, startFrame, canvas.frameRate);
  return item === null ? layer : toRestingLayer(item);
}

function toPart(layer: Layer, segment: Segment, { canvas, isOpaque }: PartsContext): SpanPart | null {
  if (!isMoving(layer, segment)) return { kind: 'standing', layers: [layer], box: findDrawnBox(layer, segment, canvas) ?? NOWHERE };
  if (layer.type === 'video' && isPlain(layer)) return { kind: 'video', layer };
  const fading = isMovingWithin(layer, segment.startFrame, segment.endFrame) ? findFading(layer, segment, canvas, isOpaque) : null;
  if (fading !== null) return { kind: 'fading', ...fading };
  const box = findDrawnBox(layer, segment, canvas);
  return box === null ? null : { kind: 'drawn', layers: [layer], box };
}

/** A mask of which nothing is seen still hides what is below. */
const NOWHERE: Box = { xPx: 0, yPx: 0, widthPx: 0, heightPx: 0 };

type BoxedPart = Extract<SpanPart, { box: Box }>;

/** Each is an input of FFmpeg, and an overlay of each frame. */
const PARTS_OF_A_KIND_MAX = 4;

/** Apart they are fewer pixels where they are far from each other; what stands below everything is one still, however far apart. */
function isJoinable(last: SpanPart, next: BoxedPart, parts: readonly SpanPart[]): last is BoxedPart {
  if (last.kind !== next.kind) return false;
  if (next.kind === 'standing' && parts.length === 1) return true;
  const isFull = parts.filter(({ kind }) => kind === next.kind).length >= PARTS_OF_A_KIND_MAX;
  return isFull || areaOf(uniteBoxes(last.box, next.box)) <= areaOf(last.box) + areaOf(next.box);
}
