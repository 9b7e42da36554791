/**
 * The composition as spans: stretches in which the same layers are seen, each with the cheapest engine that draws it right.
 */
import { cutSegments, type Segment } from '#lib/composition/segments';
import { isOpaqueShape } from '#lib/composition/shapes/is-opaque-shape';
import type { Layer, Timeline, VideoLayer } from '#lib/composition/timeline';
import { chooseEngine, type EngineChoice } from '#worker/render/choose-engine';
import { DrawingPlanner } from '#worker/render/drawing-planner';
import type { ShownRange } from '#worker/render/layers/video';
import type { PlannedMedia } from '#worker/render/planned-media';
import type { LaidPicture, PlacedPicture, PlannedDrawing, PlannedSpan, PlannedStill } from '#worker/render/render-plan';
import { unrollLoops } from '#worker/render/unroll-loops';
import { cutParts, isPlain, type SpanPart } from '#worker/render/span-parts';

export interface PlannedSpans {
  spans: PlannedSpan[];
  stills: PlannedStill[];
  drawing: PlannedDrawing | null;
}

/** A segment and how it will be made. */
export interface ChosenSegment extends EngineChoice {
  segment: Segment;
  /** Bottom to top. */
  parts: SpanPart[];
}

/** Cuts the timeline, and chooses each piece's engine. */
export function chooseSegments(timeline: Timeline, media: PlannedMedia): ChosenSegment[] {
  const isOpaque = (layer: Layer): boolean => !hasOwnAlpha(layer, media);
  return cutSegments({ ...timeline, layers: unrollLoops(timeline.layers) }, isOpaque).map((segment): ChosenSegment => {
    const parts = cutParts(segment, { canvas: timeline, isOpaque });
    return { segment, parts, ...chooseEngine(segment, parts, timeline) };
  });
}

/** Plans segments that follow each other; `media` gathers what they show. */
export function planSpans(choices: readonly ChosenSegment[], timeline: Timeline, media: PlannedMedia): PlannedSpans {
  const context = { timeline, media, drawing: new DrawingPlanner(timeline, media), shownRanges: findShownRanges(choices), stills: new Stills() };
  const spans = choices.map((choice) => planSpan(choice, context));
  return { spans, stills: context.stills.all, drawing: context.drawing.finish() };
}

interface SpanContext {
  timeline: Timeline;
  media: PlannedMedia;
  drawing: DrawingPlanner;
  /** By `pictureKeyOf`. */
  shownRanges: ReadonlyMap<string, ShownRange>;
  stills: Stills;
}

function planSpan({ segment, parts, engine, reason }: ChosenSegment, context: SpanContext): PlannedSpan {
  const { timeline, media, drawing } = context;
  const { startFrame, endFrame } = segment;
  const span = { startFrame, endFrame, engine, reason };
  if (engine === 'canvas') {
    const { widthPx, heightPx } = timeline;
    return { ...span, base: { kind: 'canvas', pieceId: drawing.addPiece(segment, { box: { xPx: 0, yPx: 0, widthPx, heightPx }, isOpaque: true }) }, layers: [] };
  }
  const [first, ...others] = parts;
  if (first?.kind === 'video' && isWholeCanvas(first.layer, timeline, media)) {
    const { elementId, pictureId } = placeVideo(first.layer, context);
    return { ...span, base: { kind: 'video', elementId, pictureId }, layers: others.flatMap((part) => placePart(part, segment, context)) };
  }
  const below = first?.kind === 'standing' ? first.layers : [];
  const above = first?.kind === 'standing' ? others : parts;
  return { ...span, base: { kind: 'still', stillId: addStill(below, startFrame, context) }, layers: above.flatMap((part) => placePart(part, segment, context)) };
}

/** Bare pictures are FFmpeg's; one layer that is more, and all of the still is drawn. */
function addStill(layers: readonly Layer[], frame: number, { timeline, media, drawing, stills }: SpanContext): string {
  if (!layers.every(isPlain)) return stills.add([drawing.placeBitmap(layers, frame, { fillColor: timeline.fillColor, format: 'gbrp' })]);
  return stills.add(layers.flatMap((layer) => (layer.type === 'image' ? [media.placeImage(layer, 'gbrp')] : [])));
}

/** Each video and each bare image by itself; what has to be drawn, together with its neighbours. */
function placePart(part: SpanPart, segment: Segment, context: SpanContext): LaidPicture[] {
  const { media, drawing } = context;
  const { startFrame } = segment;
  switch (part.kind) {
    case 'video': return [{ ...placeVideo(part.layer, context), levels: null }];
    case 'fading': return [{ ...placeFading(part.layer, startFrame, context), levels: part.levels }];
    case 'drawn': {
      const { layers, box } = part;
      const pieceId = drawing.addPiece({ ...segment, layers }, { box, isOpaque: false });
      return [{ elementId: layers.map(({ elementId }) => elementId).join(', '), pictureId: pieceId, xPx: box.xPx, yPx: box.yPx, levels: null }];
    }
    case 'standing': {
      if (!part.layers.every(isPlain)) return [{ ...drawing.placeBitmap(part.layers, startFrame, { fillColor: null, format: 'yuv420p' }), levels: null }];
      return part.layers.flatMap((layer) => (layer.type === 'image' ? [{ ...media.placeImage(layer, 'yuv420p'), levels: null }] : []));
    }
    default: return part satisfies never;
  }
}

function placeVideo(layer: VideoLayer, { media, shownRanges, timeline }: SpanContext): PlacedPicture {
  const key = pictureKeyOf(layer);
  return media.placeVideo(layer, { key, shown: shownRanges.get(key) ?? layer, frameRate: timeline.frameRate });
}

/** A picture of the canvas's size without transparency. */
function placeFading(layer: Layer, frame: number, context: SpanContext): PlacedPicture {
  switch (layer.type) {
    case 'video': return placeVideo(layer, context);
    case 'image': return context.media.placeImage(layer, 'yuv420p');
    default: return context.drawing.placeBitmap([layer], frame, { fillColor: context.timeline.fillColor, format: 'yuv420p' });
  }
}

function hasOwnAlpha(layer: Layer, media: PlannedMedia): boolean {
  switch (layer.type) {
    case 'image':
    case 'video': return media.pictureFacts(layer).hasAlpha;
    case 'shape': return !isOpaqueShape(layer);
    case 'text': return true;
    case 'group': return layer.canvas.fillColor?.length !== OPAQUE_COLOR_LENGTH;
    default: return layer satisfies never;
  }
}

/** #rrggbb */
const OPAQUE_COLOR_LENGTH = 7;

/** True when the video's frames, once prepared, are the canvas: nothing has to be laid on anything. */
function isWholeCanvas(layer: VideoLayer, { widthPx, heightPx }: Timeline, media: PlannedMedia): boolean {
  const { box, opacity, rotationDegrees } = layer;
  const isCanvas = box.xPx === 0 && box.yPx === 0 && box.widthPx === widthPx && box.heightPx === heightPx;
  return isCanvas && opacity === 1 && rotationDegrees % 180 === 0 && !hasOwnAlpha(layer, media);
}

/** From the first to the last frame in which each video is FFmpeg's: what lies behind others before and after is not decoded. */
function findShownRanges(choices: readonly ChosenSegment[]): Map<string, ShownRange> {
  const ranges = new Map<string, ShownRange>();
  for (const { segment: { startFrame, endFrame }, parts, engine } of choices) {
    if (engine === 'canvas') continue;
    for (const part of parts) {
      if ((part.kind !== 'video' && part.kind !== 'fading') || part.layer.type !== 'video') continue;
      const key = pictureKeyOf(part.layer);
      ranges.set(key, { startFrame: ranges.get(key)?.startFrame ?? startFrame, endFrame });
    }
  }
  return ranges;
}

/** Equal for all stretches of a video in which the same picture is shown, be it fading or not: one decoder serves them. */
const pictureKeyOf = (layer: VideoLayer): string => JSON.stringify({ ...layer, fit: null });

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
