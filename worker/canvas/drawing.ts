/**
 * Carries out what a plan draws: bitmaps before FFmpeg starts, and the frames of canvas spans while it runs, as fast as it takes them.
 */
import { Readable } from 'node:stream';
import type { Layer } from '#lib/composition/timeline';
import { CanvasResources } from '#worker/canvas/canvas-resources';
import { decodeImage, VideoPictures, type DecodeOptions } from '#worker/canvas/decode-picture';
import { drawBitmap, type DrawnBitmap } from '#worker/canvas/draw-bitmaps';
import { SpanPainter } from '#worker/canvas/span-painter';
import type { PlannedDecode, PlannedDrawing, PlannedFrames, PlannedSpan, RenderPlan } from '#worker/render/render-plan';

export interface DrawingOptions {
  /** Path of each medium, by `mediaKey`. */
  sourcePaths: ReadonlyMap<string, string>;
  directory: string;
  /** Ends every process. */
  signal: AbortSignal;
}

export class Drawing {
  readonly #plan: RenderPlan;
  readonly #drawing: PlannedDrawing;
  readonly #options: DrawingOptions;
  readonly #resources = new CanvasResources();
  readonly #videos = new Map<PlannedDecode, VideoPictures>();

  constructor(plan: RenderPlan, drawing: PlannedDrawing, options: DrawingOptions) {
    this.#plan = plan;
    this.#drawing = drawing;
    this.#options = options;
  }

  /** Throws SOURCE_DAMAGED, naming the element; the signal's reason when aborted. */
  async drawBitmaps(): Promise<DrawnBitmap[]> {
    const drawn: DrawnBitmap[] = [];
    for (const bitmap of this.#drawing.bitmaps) {
      await this.#decodeImages(bitmap.items.map(({ layer }) => layer));
      drawn.push(await drawBitmap(bitmap, this.#plan, this.#resources, this.#options.directory));
    }
    this.#resources.keepPictures(new Set(this.#drawing.layers.map(({ elementId }) => elementId)));
    return drawn;
  }

  /** Every frame of the canvas spans, in order. An error is told, and ends the frames as if they were over. */
  frames(onError: (error: unknown) => void): Readable {
    const paintFrames = this.#paintFrames.bind(this);
    return Readable.from((async function* () {
      try {
        yield* paintFrames();
      } catch (error) {
        onError(error);
      }
    })(), { objectMode: true, highWaterMark: 1 });
  }

  /** Resolves when no process of its own is left. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#videos.values()].map((video) => video.close()));
  }

  async *#paintFrames(): AsyncGenerator<Buffer, void, void> {
    for (const span of this.#plan.spans) {
      if (span.base.kind !== 'canvas') continue;
      const layers = span.base.layers.flatMap((place) => this.#drawing.layers[place] ?? []);
      yield* this.#paintSpan(span, layers);
    }
  }

  async *#paintSpan(span: PlannedSpan, layers: readonly Layer[]): AsyncGenerator<Buffer, void, void> {
    await this.#decodeImages(layers);
    const videos = layers.flatMap((layer) => (layer.type === 'video' ? (this.#openVideo(layer.elementId, span.startFrame) ?? []) : []));
    const painter = new SpanPainter(span, layers, this.#plan, this.#resources);
    for (let frame = span.startFrame; frame < span.endFrame; frame += 1) {
      for (const video of videos) await video.advance(frame);
      yield painter.paint(frame);
    }
    await this.#closeVideos(span.endFrame);
  }

  async #decodeImages(layers: readonly Layer[]): Promise<void> {
    for (const { type, elementId } of layers) {
      if (type !== 'image' || this.#resources.has(elementId)) continue;
      const decode = this.#drawing.decodes.find((planned) => planned.elementId === elementId);
      // What is never seen is not decoded.
      if (decode !== undefined) this.#resources.setPicture(elementId, await decodeImage(decode, this.#decodeOptions(decode)));
    }
  }

  /** The video as it is from `frame` on; the one that is open already where it goes on. Null when nothing of it is seen. */
  #openVideo(elementId: string, frame: number): VideoPictures | null {
    const decode = this.#drawing.decodes.find(({ elementId: id, frames }) => id === elementId && frames !== null && frames.startFrame <= frame && frame < endOf(frames));
    if (decode === undefined) return null;
    const video = this.#videos.get(decode) ?? new VideoPictures(decode, this.#decodeOptions(decode));
    this.#videos.set(decode, video);
    this.#resources.setPicture(elementId, video.picture);
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
