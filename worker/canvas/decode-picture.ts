/**
 * Pictures for drawing, decoded by FFmpeg in its sandbox: a planned decode and the source's path in; the image, or the video's frames as they are
 * needed, out.
 */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { Picture } from '#lib/composition/draw/draw-resources';
import type { Rational } from '#lib/composition/media-facts';
import { AppError } from '#lib/errors';
import { putPixels } from '#worker/canvas/canvas-resources';
import { FRAMES_LABEL, readRawFrames } from '#worker/ffmpeg/read-raw-frames';
import { listOpenArgs } from '#worker/render/encoder';
import { findFailure } from '#worker/render/ffmpeg-failure';
import { filter, stringifyGraph } from '#worker/render/filter-graph';
import { FIRST_FRAME } from '#worker/render/layers/image';
import { FORGET_ORIENTATION, gridFilters, loopFilters } from '#worker/render/layers/video';
import { canvasFilters } from '#worker/render/picture-filters';
import type { PlannedDecode } from '#worker/render/render-plan';

export interface DecodeOptions {
  path: string;
  frameRate: Rational;
  signal: AbortSignal;
}

/** Throws SOURCE_DAMAGED, naming the element. */
export async function decodeImage(decode: PlannedDecode, options: DecodeOptions): Promise<Picture> {
  const { canvas, picture } = createPicture(decode);
  for await (const pixels of readPixels(decode, options)) {
    putPixels(canvas, pixels);
    return picture;
  }
  throw damaged(decode);
}

/** A video, frame by frame of the output, forwards only. */
export class VideoPictures {
  /** What `advance` changes. */
  readonly picture: Picture;
  readonly #canvas: Canvas;
  readonly #decode: PlannedDecode;
  readonly #frames: AsyncGenerator<Buffer, void, void>;
  /** The frame that is being read while the one before it is drawn. */
  #next: Promise<IteratorResult<Buffer, void>>;
  #frame: number;

  constructor(decode: PlannedDecode, options: DecodeOptions) {
    const { canvas, picture } = createPicture(decode);
    this.picture = picture;
    this.#canvas = canvas;
    this.#decode = decode;
    this.#frames = readPixels(decode, options);
    this.#frame = (decode.frames?.startFrame ?? 0) - 1;
    this.#next = this.#read();
  }

  /** Makes `picture` show the given frame of the output; after the last there is, it goes on showing that one. Throws SOURCE_DAMAGED when there is none. */
  async advance(frame: number): Promise<void> {
    while (this.#frame < frame) {
      const { value: pixels } = await this.#next;
      this.#frame += 1;
      if (pixels === undefined) {
        if (this.#frame === this.#decode.frames?.startFrame) throw damaged(this.#decode);
        this.#frame = Infinity;
        return;
      }
      putPixels(this.#canvas, pixels);
      this.#next = this.#read();
    }
  }

  /** Resolves when its process is gone. */
  async close(): Promise<void> {
    await this.#frames.return();
  }

  #read(): Promise<IteratorResult<Buffer, void>> {
    const next = this.#frames.next();
    // Read ahead, it may fail before anybody waits for it.
    next.catch(() => undefined);
    return next;
  }
}

function createPicture({ widthPx, heightPx, area }: PlannedDecode): { canvas: Canvas; picture: Picture } {
  const canvas = createCanvas(widthPx, heightPx);
  return { canvas, picture: { image: canvas, widthPx, heightPx, area } };
}

function readPixels(decode: PlannedDecode, { path, frameRate, signal }: DecodeOptions): AsyncGenerator<Buffer, void, void> {
  const { elementId, widthPx, heightPx, streamIndex, frames } = decode;
  const frameCount = frames === null ? 1 : frames.loop === null ? frames.sourceFrameCount : frames.frameCount;
  const input = { ...decode, index: 0, elementIds: [elementId], isSound: false, seekSeconds: frames?.seekSeconds ?? null };
  const filters = [
    ...(frames === null ? [FIRST_FRAME] : gridFilters(frames, frameRate)),
    FORGET_ORIENTATION,
    ...canvasFilters(decode),
    ...(frames === null || frames.loop === null ? [] : loopFilters(frames.loop, frames.frameCount)),
    filter('settb', { expr: `${frameRate.denominator}/${frameRate.numerator}` }),
    filter('setpts', { expr: 'N' }),
  ];
  return readRawFrames({
    input: { path, args: listOpenArgs(input) },
    graph: stringifyGraph([{ in: [`0:${streamIndex}`], filters, out: [FRAMES_LABEL] }]),
    outputArgs: ['-r', `${frameRate.numerator}/${frameRate.denominator}`, '-frames:v', String(frameCount), '-pix_fmt', 'rgba'],
    frameBytes: widthPx * heightPx * 4,
    signal,
    onEnd: (end) => {
      const failure = findFailure({ ...end, inputPaths: [path] }, { inputs: [input] });
      if (failure !== null) throw failure;
    },
  });
}

const damaged = ({ elementId }: PlannedDecode): AppError => new AppError('SOURCE_DAMAGED', { cause: 'no frame could be decoded', details: { element_id: elementId } });
