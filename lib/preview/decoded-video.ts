/** A video read by WebCodecs: its frames in, pictures for drawing out, upright and in the renderer's colours. */
import type { VideoSample } from 'mediabunny';
import type { Picture } from '#lib/composition/draw/draw-resources';
import type { VideoFacts } from '#lib/composition/media-facts';
import { recolorFrame } from '#lib/preview/recolor-frame';
import { turnUpright } from '#lib/preview/turn-upright';
import type { VideoFrames } from '#lib/preview/video-frames';
import type { VideoReader } from '#lib/preview/video-reader';

export class DecodedVideo implements VideoReader {
  readonly #frames: VideoFrames;
  readonly #facts: VideoFacts;
  /** What is shown, and the sample it was made of. */
  #shown: { sample: VideoSample; picture: Picture; frame: VideoFrame | null } | null = null;

  constructor(frames: VideoFrames, facts: VideoFacts) {
    this.#frames = frames;
    this.#facts = facts;
  }

  canContinueTo(sourceSeconds: number): boolean {
    return this.#frames.canContinueTo(sourceSeconds);
  }

  async pictureAt(sourceSeconds: number): Promise<Picture> {
    const sample = await this.#frames.frameAt(sourceSeconds);
    if (this.#shown?.sample === sample) return this.#shown.picture;
    this.#forget();
    const frame = await recolorFrame(sample.toVideoFrame(), this.#facts);
    this.#shown = { sample, ...this.#toPicture(frame) };
    return this.#shown.picture;
  }

  async close(): Promise<void> {
    this.#forget();
    await this.#frames.close();
  }

  #toPicture(frame: VideoFrame): { picture: Picture; frame: VideoFrame | null } {
    const { orientation, widthPx, heightPx } = this.#facts;
    const area = { xPx: 0, yPx: 0, widthPx, heightPx };
    const size = { widthPx: frame.displayWidth, heightPx: frame.displayHeight };
    if (orientation === 1) return { picture: { image: frame, ...size, area }, frame };
    try {
      const canvas = turnUpright(frame, size, orientation);
      return { picture: { image: canvas, widthPx: canvas.width, heightPx: canvas.height, area }, frame: null };
    } finally {
      frame.close();
    }
  }

  #forget(): void {
    this.#shown?.frame?.close();
    this.#shown = null;
  }
}
