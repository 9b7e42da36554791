/**
 * What a plan draws on canvases, gathered while it is made: layers that stand still and spans drawn frame by frame in; bitmaps, and the pictures
 * to be decoded for them, out.
 */
import { decodeKeyOf } from '#lib/composition/decode-key';
import { itemAt, listItems, type DrawItem } from '#lib/composition/frame-at';
import type { Segment } from '#lib/composition/segments';
import { mediaKey } from '#lib/composition/sources';
import type { Box, Layer, PictureLayer, Timeline } from '#lib/composition/timeline';
import { isMoving } from '#worker/render/is-moving';
import { planVideoFrames, type ShownRange } from '#worker/render/layers/video';
import { PictureUse } from '#worker/render/picture-use';
import type { PlannedMedia } from '#worker/render/planned-media';
import type { CompositingFormat, PlacedPicture, PlannedBitmap, PlannedDecode, PlannedDrawing, PlannedFrames, PlannedStream } from '#worker/render/render-plan';
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
  readonly #streams: PlannedStream[] = [];

  constructor(timeline: Timeline, media: PlannedMedia) {
    this.#timeline = timeline;
    this.#media = media;
  }

  /** Layers that do not move, as they are at `frame`, drawn together; the same bitmap again where it looks the same. */
  placeBitmap(layers: readonly Layer[], frame: number, { fillColor, format }: { fillColor: string | null; format: CompositingFormat }): PlacedPicture {
    const items = layers.flatMap((layer) => itemAt(layer, frame, this.#timeline.frameRate) ?? []);
    const key = JSON.stringify([fillColor, format, items.map(toTimeless)]);
    const known = this.#bitmapPlaces.get(key);
    if (known !== undefined) return known;
    for (const item of listItems(items)) this.#use(item, { startFrame: frame, endFrame: frame + 1 });
    const inputIndex = this.#media.nextInputIndex();
    const place = this.#media.placeBitmap(inputIndex, this.#timeline, { isOpaque: fillColor !== null, format, elementId: layers.map(({ elementId }) => elementId).join(', ') });
    this.#bitmaps.push({ id: place.pictureId, inputIndex, items, fillColor });
    this.#bitmapPlaces.set(key, place);
    return place;
  }

  /** A stretch drawn frame by frame, on the canvas's colour or on nothing: the id of the piece it becomes. `layers` are bottom to top. */
  addPiece({ startFrame, endFrame, layers }: Segment, { box, isOpaque }: { box: Box; isOpaque: boolean }): string {
    for (const layer of layers) {
      const lastFrame = isMoving(layer, { startFrame, endFrame }) ? endFrame - 1 : startFrame;
      for (let frame = startFrame; frame <= lastFrame; frame += 1) {
        const item = itemAt(layer, frame, this.#timeline.frameRate);
        for (const shown of item === null ? [] : listItems([item])) this.#use(shown, { startFrame, endFrame });
      }
    }
    const places = layers.map((layer) => {
      const known = this.#layers.indexOf(layer);
      return known === -1 ? this.#layers.push(layer) - 1 : known;
    });
    const id = `drawn${this.#streams.reduce((sum, { pieces }) => sum + pieces.length, 0)}`;
    this.#streamOf(box, isOpaque, startFrame).pieces.push({ id, startFrame, endFrame, box, layers: places });
    return id;
  }

  /** null when nothing is drawn. To be called once, at the end. */
  finish(): PlannedDrawing | null {
    const hasFrames = this.#streams.length > 0;
    if (this.#bitmaps.length === 0 && !hasFrames) return null;
    const decodes = [...this.#decodings.values()].flat().map((decoding) => this.#planDecode(decoding));
    return { bitmaps: this.#bitmaps, decodes, layers: this.#layers, streams: this.#streams, frameInputIndex: hasFrames ? this.#media.nextInputIndex() : null };
  }

  /** The stream of frames of that size; a piece must be the last of its stream in time, and alone in it at its time. */
  #streamOf({ widthPx, heightPx }: Box, isOpaque: boolean, startFrame: number): PlannedStream {
    const known = this.#streams.find((stream) => stream.widthPx === widthPx && stream.heightPx === heightPx && stream.isOpaque === isOpaque && stream.pieces.every(({ endFrame }) => endFrame <= startFrame));
    if (known !== undefined) return known;
    const stream = { widthPx, heightPx, isOpaque, pieces: [] };
    this.#streams.push(stream);
    return stream;
  }

  #use(item: DrawItem, within: ShownRange): void {
    const { layer } = item;
    if (layer.type !== 'image' && layer.type !== 'video') return;
    // What is in a group may come later than the group, and go before it.
    const range = { startFrame: Math.max(within.startFrame, layer.startFrame), endFrame: Math.min(within.endFrame, layer.endFrame) };
    const key = decodeKeyOf(layer);
    const decodings = this.#decodings.get(key) ?? [];
    this.#decodings.set(key, decodings);
    const last = decodings.at(-1);
    // A video goes on where it was; after a gap it is decoded anew, from there.
    if (last !== undefined && (layer.type === 'image' || last.range.endFrame >= range.startFrame)) {
      last.range.endFrame = Math.max(last.range.endFrame, range.endFrame);
      last.use.add(item);
      return;
    }
    const decoding: Decoding = { layer, use: new PictureUse(), range };
    decoding.use.add(item);
    decodings.push(decoding);
  }

  #planDecode({ layer, use, range }: Decoding): PlannedDecode {
    const facts = this.#media.pictureFacts(layer);
    const { area, size } = use.toDecode(facts);
    const { codedWidthPx, codedHeightPx, pixelFormat, colorMatrix, colorRange, hasAlpha, orientation, demuxer, decoder, streamIndex } = facts;
    const sideways = isSideways(orientation);
    return {
      key: decodeKeyOf(layer),
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

/** What an item shows is in its values and its own items: the same at another time, as of a group that repeats, is the same bitmap. */
function toTimeless({ layer, items, ...values }: DrawItem): DrawItem {
  const still = { startFrame: 0, endFrame: 0, motion: null };
  return { ...values, layer: layer.type === 'group' ? { ...layer, ...still, layers: [] } : { ...layer, ...still }, items: items?.map(toTimeless) ?? null };
}
