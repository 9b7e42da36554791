/**
 * Carries out what a plan draws: bitmaps before FFmpeg starts, and the frames of overlay and canvas spans while it runs, as fast as it takes them.
 */
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { decodeKeyOf } from '#lib/composition/decode-key';
import { listPictureLayers } from '#lib/composition/list-picture-layers';
import type { Layer, PictureLayer } from '#lib/composition/timeline';
import { CanvasResources } from '#worker/canvas/canvas-resources';
import { decodeImage, VideoPictures, type DecodeOptions } from '#worker/canvas/decode-picture';
import { drawBitmap, type DrawnBitmap } from '#worker/canvas/draw-bitmaps';
import { containerHeader, frameHeader } from '#worker/canvas/frame-container';
import { OpaquePainter, TransparentPainter } from '#worker/canvas/piece-painter';
import type { PlannedDecode, PlannedDrawing, PlannedFrames, PlannedPiece, PlannedSpan, PlannedPart } from '#worker/render/render-plan';

export interface DrawingOptions {
  /** Path of each medium, by `mediaKey`. */
  sourcePaths: ReadonlyMap<string, string>;
  directory: string;
  /** Ends every process. */
  signal: AbortSignal;
}

/** A piece and where its frames go. */
interface DrawnPiece {
  piece: PlannedPiece;
  isOpaque: boolean;
  streamIndex: number;
}

export class Drawing {
  readonly #plan: PlannedPart;
  readonly #drawing: PlannedDrawing;
  readonly #options: DrawingOptions;
  readonly #resources = new CanvasResources();
  readonly #videos = new Map<PlannedDecode, VideoPictures>();
  #frames: Readable | null = null;

  constructor(plan: PlannedPart, drawing: PlannedDrawing, options: DrawingOptions) {
    this.#plan = plan;
    this.#drawing = drawing;
    this.#options = options;
  }

  /** Throws SOURCE_DAMAGED, naming the element; the signal's reason when aborted. */
  async drawBitmaps(): Promise<DrawnBitmap[]> {
    const drawn: DrawnBitmap[] = [];
    for (const bitmap of this.#drawing.bitmaps) {
      await this.#decodeImages(listPictureLayers(bitmap.items.map(({ layer }) => layer)));
      drawn.push(await drawBitmap(bitmap, this.#plan, this.#resources, this.#options.directory));
    }
    this.#resources.keepPictures(new Set(listPictureLayers(this.#drawing.layers).map(decodeKeyOf)));
    return drawn;
  }

  /** Every frame of the pieces, in order, in their container. An error is told, and ends the frames as if they were over. */
  frames(onError: (error: unknown) => void): Readable {
    const packFrames = this.#packFrames.bind(this);
    this.#frames = Readable.from((async function* () {
      try {
        yield* packFrames();
      } catch (error) {
        onError(error);
      }
    })(), { objectMode: true, highWaterMark: 1 });
    return this.#frames;
  }

  /** Resolves when no process of its own is left; once the signal has aborted, that is at once. */
  async close(): Promise<void> {
    // A picture may be on its way for a frame that nobody reads any more.
    if (this.#frames !== null) await finished(this.#frames.destroy(), { writable: false }).catch(() => undefined);
    await Promise.allSettled([...this.#videos.values()].map((video) => video.close()));
  }

  /** A blank frame of each stream, and one after each piece: `worker/render/layers/drawn.ts` says why, and takes them out. */
  async *#packFrames(): AsyncGenerator<Buffer, void, void> {
    const { streams } = this.#drawing;
    yield containerHeader(streams);
    let tick = 0;
    const pack = (streamIndex: number, pixels: Buffer): Buffer[] => [frameHeader(streamIndex, (tick += 1), pixels.length), pixels];
    const blank = (streamIndex: number): Buffer[] => {
      const { widthPx, heightPx } = streams[streamIndex] ?? { widthPx: 0, heightPx: 0 };
      return pack(streamIndex, Buffer.alloc(widthPx * heightPx * 4));
    };
    for (const streamIndex of streams.keys()) yield* blank(streamIndex);
    for (const { startFrame, endFrame } of this.#plan.spans) {
      const drawn = streams.flatMap(({ pieces, isOpaque }, streamIndex) => pieces.filter((piece) => piece.startFrame === startFrame).map((piece) => ({ piece, isOpaque, streamIndex })));
      if (drawn.length === 0) continue;
      for await (const frames of this.#paintPieces(drawn, { startFrame, endFrame })) for (const { streamIndex, pixels } of frames) yield* pack(streamIndex, pixels);
      for (const { streamIndex } of drawn) yield* blank(streamIndex);
    }
  }

  /** The frames of the pieces of one span, side by side. */
  async *#paintPieces(drawn: readonly DrawnPiece[], { startFrame, endFrame }: Pick<PlannedSpan, 'startFrame' | 'endFrame'>): AsyncGenerator<Array<{ streamIndex: number; pixels: Buffer }>, void, void> {
    const layersOf = ({ layers }: PlannedPiece): Layer[] => layers.flatMap((place) => this.#drawing.layers[place] ?? []);
    const shown = listPictureLayers(drawn.flatMap(({ piece }) => layersOf(piece)));
    await this.#decodeImages(shown);
    const videos = shown.filter(({ type }) => type === 'video');
    const painters = drawn.map(({ piece, isOpaque, streamIndex }) => {
      const Painter = isOpaque ? OpaquePainter : TransparentPainter;
      return { streamIndex, painter: new Painter(piece, layersOf(piece), this.#plan, this.#resources) };
    });
    for (let frame = startFrame; frame < endFrame; frame += 1) {
      for (const layer of videos) if (layer.startFrame <= frame && frame < layer.endFrame) await this.#openVideo(layer, frame)?.advance(frame);
      yield painters.map(({ streamIndex, painter }) => ({ streamIndex, pixels: painter.paint(frame) }));
      await this.#closeVideos(frame + 1);
    }
  }

  async #decodeImages(layers: readonly PictureLayer[]): Promise<void> {
    for (const layer of layers) {
      const key = decodeKeyOf(layer);
      if (layer.type !== 'image' || this.#resources.has(key)) continue;
      const decode = this.#drawing.decodes.find((planned) => planned.key === key);
      // What is never seen is not decoded.
      if (decode !== undefined) this.#resources.setPicture(key, await decodeImage(decode, this.#decodeOptions(decode)));
    }
  }

  /** The video as it is from `frame` on; the one that is open already where it goes on. Null when nothing of it is seen. */
  #openVideo(layer: PictureLayer, frame: number): VideoPictures | null {
    const key = decodeKeyOf(layer);
    const decode = this.#drawing.decodes.find(({ key: known, frames }) => known === key && frames !== null && frames.startFrame <= frame && frame < endOf(frames));
    if (decode === undefined) return null;
    const video = this.#videos.get(decode) ?? new VideoPictures(decode, this.#decodeOptions(decode));
    this.#videos.set(decode, video);
    this.#resources.setPicture(key, video.picture);
    return video;
  }

  async #closeVideos(endFrame: number): Promise<void> {
    for (const [decode, video] of this.#videos) {
      if (decode.frames === null || endOf(decode.frames) > endFrame) continue;
      this.#videos.delete(decode);
      await video.close();
    }
  }

  #decodeOptions({ mediaKey }: PlannedDecode): DecodeOptions {
    const path = this.#options.sourcePaths.get(mediaKey);
    if (path === undefined) throw new Error('A source of the plan has not been loaded');
    return { path, frameRate: this.#plan.frameRate, signal: this.#options.signal };
  }
}

/** First frame of the output for which nothing is decoded any more. */
const endOf = ({ startFrame, frameCount }: PlannedFrames): number => startFrame + frameCount;
