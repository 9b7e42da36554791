/**
 * What a plan draws on canvases, gathered while it is made: layers that stand still and spans drawn frame by frame in; bitmaps, and the pictures
 * to be decoded for them, out.
 */
import { itemAt, type DrawItem } from '#lib/composition/frame-at';
import { isMovingWithin } from '#lib/composition/motion-stretches';
import type { Segment } from '#lib/composition/segments';
import { mediaKey } from '#lib/composition/sources';
import type { Layer, PictureLayer, Timeline } from '#lib/composition/timeline';
import { planVideoFrames, type ShownRange } from '#worker/render/layers/video';
import { PictureUse } from '#worker/render/picture-use';
import type { PlannedMedia } from '#worker/render/planned-media';
import type { CompositingFormat, PlacedPicture, PlannedBitmap, PlannedDecode, PlannedDrawing, PlannedFrames } from '#worker/render/render-plan';
import { isSideways, toCodedCrop } from '#worker/render/source-geometry';

/** One decoding: an element's image, or a stretch of its video. */
interface Decoding {
  layer: PictureLayer;
  use: PictureUse;
  range: ShownRange;
}

export class DrawingPlanner {
  readonly #timeline: Timeline;
  readonly #media: PlannedMedia;
  readonly #bitmaps: PlannedBitmap[] = [];
  readonly #bitmapPlaces = new Map<string, PlacedPicture>();
  readonly #layers: Layer[] = [];
  readonly #decodings = new Map<string, Decoding[]>();
  #hasSpans = false;

  constructor(timeline: Timeline, media: PlannedMedia) {
    this.#timeline = timeline;
    this.#media = media;
  }

  /** Layers that do not move, as they are at `frame`, drawn together; the same bitmap again where it looks the same. */
  placeBitmap(layers: readonly Layer[], frame: number, { fillColor, format }: { fillColor: string | null; format: CompositingFormat }): PlacedPicture {
    const items = layers.flatMap((layer) => itemAt(layer, frame, this.#timeline.frameRate) ?? []);
    const key = JSON.stringify([fillColor, format, items]);
    const known = this.#bitmapPlaces.get(key);
    if (known !== undefined) return known;
    for (const item of items) this.#use(item, { startFrame: frame, endFrame: frame + 1 });
    const inputIndex = this.#media.nextInputIndex();
    const place = this.#media.placeBitmap(inputIndex, this.#timeline, { isOpaque: fillColor !== null, format, elementId: layers.map(({ elementId }) => elementId).join(', ') });
    this.#bitmaps.push({ id: place.pictureId, inputIndex, items, fillColor });
    this.#bitmapPlaces.set(key, place);
    return place;
  }

  /** A stretch drawn frame by frame: the places of its layers in the drawing's list. */
  addSpan({ startFrame, endFrame, layers }: Segment): number[] {
    this.#hasSpans = true;
    for (const layer of layers) {
      const lastFrame = isMovingWithin(layer, startFrame, endFrame) ? endFrame - 1 : startFrame;
      for (let frame = startFrame; frame <= lastFrame; frame += 1) {
        const item = itemAt(layer, frame, this.#timeline.frameRate);
        if (item !== null) this.#use(item, { startFrame, endFrame });
      }
    }
    return layers.map((layer) => {
      const known = this.#layers.indexOf(layer);
      return known === -1 ? this.#layers.push(layer) - 1 : known;
    });
  }

  /** null when nothing is drawn. To be called once, at the end. */
  finish(): PlannedDrawing | null {
    if (this.#bitmaps.length === 0 && !this.#hasSpans) return null;
    const decodes = [...this.#decodings.values()].flat().map((decoding) => this.#planDecode(decoding));
    return { bitmaps: this.#bitmaps, decodes, layers: this.#layers, frameInputIndex: this.#hasSpans ? this.#media.nextInputIndex() : null };
  }

  #use(item: DrawItem, range: ShownRange): void {
    const { layer } = item;
    if (layer.type !== 'image' && layer.type !== 'video') return;
    const decodings = this.#decodings.get(layer.elementId) ?? [];
    this.#decodings.set(layer.elementId, decodings);
    const last = decodings.at(-1);
    // A video goes on where it was; after a gap it is decoded anew, from there.
    if (last !== undefined && (layer.type === 'image' || last.range.endFrame >= range.startFrame)) {
      last.range.endFrame = Math.max(last.range.endFrame, range.endFrame);
      last.use.add(item);
      return;
    }
    const decoding: Decoding = { layer, use: new PictureUse(), range: { ...range } };
    decoding.use.add(item);
    decodings.push(decoding);
  }

  #planDecode({ layer, use, range }: Decoding): PlannedDecode {
    const facts = this.#media.pictureFacts(layer);
    const { area, size } = use.toDecode(facts);
    const { codedWidthPx, codedHeightPx, pixelFormat, colorMatrix, colorRange, hasAlpha, orientation, demuxer, decoder, streamIndex } = facts;
    const sideways = isSideways(orientation);
    return {
      elementId: layer.elementId,
      mediaKey: mediaKey(layer.type, layer.source),
      demuxer, decoder, streamIndex,
      codedWidthPx, codedHeightPx, pixelFormat, colorMatrix, colorRange, hasAlpha, orientation,
      crop: toCodedCrop(area, facts),
      scaledWidthPx: sideways ? size.heightPx : size.widthPx,
      scaledHeightPx: sideways ? size.widthPx : size.heightPx,
      area,
      ...size,
      frames: layer.type === 'video' ? this.#planFrames(layer, range) : null,
    };
  }

  #planFrames(layer: Extract<Layer, { type: 'video' }>, range: ShownRange): PlannedFrames {
    const facts = this.#media.videoFacts(layer.source);
    const frames = planVideoFrames(layer, facts, range, this.#timeline.frameRate);
    return { ...frames, startFrame: range.startFrame, seekSeconds: frames.firstFrameSeconds <= facts.startSeconds ? null : frames.firstFrameSeconds };
  }
}
