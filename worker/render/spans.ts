/**
 * The composition as spans: stretches in which the same layers are seen, each with the cheapest engine that draws it right.
 */
import { cutSegments, type Segment } from '#lib/composition/segments';
import { isOpaqueShape } from '#lib/composition/shapes/is-opaque-shape';
import type { Layer, Timeline, VideoLayer } from '#lib/composition/timeline';
import { chooseEngine, isMoving, isPlain } from '#worker/render/choose-engine';
import { DrawingPlanner } from '#worker/render/drawing-planner';
import { groupStanding } from '#worker/render/group-standing';
import type { ShownRange } from '#worker/render/layers/video';
import type { PlannedMedia } from '#worker/render/planned-media';
import type { PlacedPicture, PlannedDrawing, PlannedSpan, PlannedStill } from '#worker/render/render-plan';

export interface PlannedSpans {
  spans: PlannedSpan[];
  stills: PlannedStill[];
  drawing: PlannedDrawing | null;
}

/** Cuts the timeline and plans each piece; `media` gathers what the pieces show. */
export function planSpans(timeline: Timeline, media: PlannedMedia): PlannedSpans {
  const segments = cutSegments(timeline, (layer) => !hasOwnAlpha(layer, media));
  const shownRanges = findShownRanges(segments.filter((segment) => chooseEngine(segment).engine !== 'canvas'));
  const stills = new Stills();
  const drawing = new DrawingPlanner(timeline, media);
  const spans = segments.map((segment) => planSpan(segment, { timeline, media, drawing, shownRanges, stills }));
  return { spans, stills: stills.all, drawing: drawing.finish() };
}

interface SpanContext {
  timeline: Timeline;
  media: PlannedMedia;
  drawing: DrawingPlanner;
  shownRanges: ReadonlyMap<Layer, ShownRange>;
  stills: Stills;
}

function planSpan(segment: Segment, context: SpanContext): PlannedSpan {
  const { startFrame, endFrame, layers } = segment;
  const { engine, reason } = chooseEngine(segment);
  const span = { startFrame, endFrame, engine, reason };
  if (engine === 'canvas') return { ...span, base: { kind: 'canvas', layers: context.drawing.addSpan(segment) }, layers: [] };
  const firstMoving = layers.findIndex((layer) => isMoving(layer, segment));
  const below = firstMoving === -1 ? layers : layers.slice(0, firstMoving);
  const others = firstMoving === -1 ? [] : layers.slice(firstMoving);
  const [first] = others;
  if (below.length === 0 && first?.type === 'video' && isWholeCanvas(first, context.timeline, context.media)) {
    const [base, ...rest] = placeLayers(others, segment, context);
    if (base === undefined) throw new Error('A video was not placed');
    return { ...span, base: { kind: 'video', elementId: base.elementId, pictureId: base.pictureId }, layers: rest };
  }
  return { ...span, base: { kind: 'still', stillId: addStill(below, startFrame, context) }, layers: placeLayers(others, segment, context) };
}

/** Bare pictures are FFmpeg's; one layer that is more, and all of the still is drawn. */
function addStill(layers: readonly Layer[], frame: number, { timeline, media, drawing, stills }: SpanContext): string {
  if (!layers.every(isPlain)) return stills.add([drawing.placeBitmap(layers, frame, { fillColor: timeline.fillColor, format: 'gbrp' })]);
  return stills.add(layers.flatMap((layer) => (layer.type === 'image' ? [media.placeImage(layer, 'gbrp')] : [])));
}

/** Each video and each bare image by itself; what has to be drawn, together with its neighbours that stand still. */
function placeLayers(layers: readonly Layer[], segment: Segment, { timeline, media, drawing, shownRanges }: SpanContext): PlacedPicture[] {
  return groupStanding(layers, segment).flatMap((group): PlacedPicture[] => {
    if (!group.every(isPlain)) return [drawing.placeBitmap(group, segment.startFrame, { fillColor: null, format: 'yuv420p' })];
    return group.map((layer) =>
      layer.type === 'image' ? media.placeImage(layer, 'yuv420p') : media.placeVideo(layer, shownRanges.get(layer) ?? layer, timeline.frameRate),
    );
  });
}

function hasOwnAlpha(layer: Layer, media: PlannedMedia): boolean {
  switch (layer.type) {
    case 'image':
    case 'video': return media.pictureFacts(layer).hasAlpha;
    case 'shape': return !isOpaqueShape(layer);
    case 'text': return true;
    default: return layer satisfies never;
  }
}

/** True when the video's frames, once prepared, are the canvas: nothing has to be laid on anything. */
function isWholeCanvas(layer: VideoLayer, { widthPx, heightPx }: Timeline, media: PlannedMedia): boolean {
  const { box, opacity, rotationDegrees } = layer;
  const isCanvas = box.xPx === 0 && box.yPx === 0 && box.widthPx === widthPx && box.heightPx === heightPx;
  return isCanvas && opacity === 1 && rotationDegrees % 180 === 0 && !hasOwnAlpha(layer, media);
}

/** From the first to the last frame in which each layer is seen: what lies behind others before and after is not decoded. */
function findShownRanges(segments: readonly Segment[]): Map<Layer, ShownRange> {
  const ranges = new Map<Layer, ShownRange>();
  for (const { startFrame, endFrame, layers } of segments) {
    for (const layer of layers) ranges.set(layer, { startFrame: ranges.get(layer)?.startFrame ?? startFrame, endFrame });
  }
  return ranges;
}

/** Equal stills of several spans are one. */
class Stills {
  readonly all: PlannedStill[] = [];
  readonly #ids = new Map<string, string>();

  add(layers: PlacedPicture[]): string {
    const key = JSON.stringify(layers.map(({ pictureId, xPx, yPx }) => [pictureId, xPx, yPx]));
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `s${this.all.length}`;
    this.#ids.set(key, id);
    this.all.push({ id, layers });
    return id;
  }
}
