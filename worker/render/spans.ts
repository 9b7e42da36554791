/**
 * The composition as spans: stretches in which the same layers are seen, each with the cheapest engine that draws it right.
 */
import { cutSegments, type Segment } from '#lib/composition/segments';
import type { ImageLayer, Layer, Timeline, VideoLayer } from '#lib/composition/timeline';
import type { ShownRange } from '#worker/render/layers/video';
import type { PlannedMedia } from '#worker/render/planned-media';
import type { PlacedPicture, PlannedSpan, PlannedStill } from '#worker/render/render-plan';

export interface SpansAndStills {
  spans: PlannedSpan[];
  stills: PlannedStill[];
}

/** Cuts the timeline and plans each piece; `media` gathers what the pieces show. */
export function planSpans(timeline: Timeline, media: PlannedMedia): SpansAndStills {
  const segments = cutSegments(timeline, (layer) => !hasOwnAlpha(layer, media));
  const shownRanges = findShownRanges(segments);
  const stills = new Stills();
  const spans = segments.map((segment) => planSpan(segment, { timeline, media, shownRanges, stills }));
  return { spans, stills: stills.all };
}

interface SpanContext {
  timeline: Timeline;
  media: PlannedMedia;
  shownRanges: ReadonlyMap<Layer, ShownRange>;
  stills: Stills;
}

function planSpan({ startFrame, endFrame, layers }: Segment, { timeline, media, shownRanges, stills }: SpanContext): PlannedSpan {
  const firstMoving = layers.findIndex(isMoving);
  const below = layers.slice(0, firstMoving === -1 ? layers.length : firstMoving).filter((layer): layer is ImageLayer => layer.type === 'image');
  const still = () => stills.add(below.map((layer) => media.placeImage(layer, 'gbrp')));
  if (firstMoving === -1) {
    return { startFrame, endFrame, engine: 'still', reason: 'nothing moves', base: { kind: 'still', stillId: still() }, layers: [] };
  }
  const place = (layer: Layer): PlacedPicture => {
    switch (layer.type) {
      case 'image': return media.placeImage(layer, 'yuv420p');
      case 'video': return media.placeVideo(layer, shownRanges.get(layer) ?? layer, timeline.frameRate);
      default: return layer satisfies never;
    }
  };
  const [first, ...others] = layers.slice(firstMoving);
  const reason = `moving: ${layers.filter(isMoving).map(({ elementId }) => elementId).join(', ')}`;
  if (first?.type === 'video' && below.length === 0 && isWholeCanvas(first, timeline, media)) {
    const { elementId, pictureId } = place(first);
    return { startFrame, endFrame, engine: 'graph', reason, base: { kind: 'video', elementId, pictureId }, layers: others.map(place) };
  }
  return { startFrame, endFrame, engine: 'graph', reason, base: { kind: 'still', stillId: still() }, layers: layers.slice(firstMoving).map(place) };
}

function isMoving(layer: Layer): boolean {
  switch (layer.type) {
    case 'image': return false;
    case 'video': return true;
    default: return layer satisfies never;
  }
}

function hasOwnAlpha(layer: Layer, media: PlannedMedia): boolean {
  return (layer.type === 'image' ? media.imageFacts(layer.source) : media.videoFacts(layer.source)).hasAlpha;
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
