/** A GIF used as a video, read by WebCodecs' decoder of images. */
import type { Picture } from '#lib/composition/draw/draw-resources';
import type { VideoFacts } from '#lib/composition/media-facts';
import { TIME_STAMP_TOLERANCE_SECONDS } from '#lib/composition/time-stamp-tolerance';
import type { Size } from '#lib/composition/units';
import { toMediaUrl } from '#lib/composition/upload-source';
import type { VideoReader } from '#lib/preview/video-reader';

const MICROSECONDS = 1_000_000;

export class AnimatedImage implements VideoReader {
  readonly #decoder: ImageDecoder;
  /** Of each frame, from the first; rising. */
  readonly #startSeconds: readonly number[];
  readonly #facts: VideoFacts;
  #shown: { index: number; frame: VideoFrame } | null = null;

  private constructor(decoder: ImageDecoder, startSeconds: readonly number[], facts: VideoFacts) {
    this.#decoder = decoder;
    this.#startSeconds = startSeconds;
    this.#facts = facts;
  }

  /** Throws when the source cannot be fetched or is no GIF. */
  static async open(source: string, facts: VideoFacts): Promise<AnimatedImage> {
    const decoder = await openDecoder(source);
    try {
      return new AnimatedImage(decoder, (await readTimes(decoder)).startSeconds, facts);
    } catch (error) {
      decoder.close();
      throw error;
    }
  }

  /** Throws likewise. */
  static async measure(source: string): Promise<Size & { durationSeconds: number; demuxer: string }> {
    const decoder = await openDecoder(source);
    try {
      const { durationSeconds, widthPx, heightPx } = await readTimes(decoder);
      return { widthPx, heightPx, durationSeconds, demuxer: 'gif' };
    } finally {
      decoder.close();
    }
  }

  /** Frames are decoded one upon the other: backwards is from the beginning. */
  canContinueTo(sourceSeconds: number): boolean {
    return this.#shown !== null && this.#indexAt(sourceSeconds) >= this.#shown.index;
  }

  async pictureAt(sourceSeconds: number): Promise<Picture> {
    const index = this.#indexAt(sourceSeconds);
    if (this.#shown?.index !== index) {
      const { image } = await this.#decoder.decode({ frameIndex: index });
      this.#shown?.frame.close();
      this.#shown = { index, frame: image };
    }
    const { frame } = this.#shown;
    const { widthPx, heightPx } = this.#facts;
    return { image: frame, widthPx: frame.displayWidth, heightPx: frame.displayHeight, area: { xPx: 0, yPx: 0, widthPx, heightPx } };
  }

  async close(): Promise<void> {
    this.#shown?.frame.close();
    this.#shown = null;
    this.#decoder.close();
  }

  #indexAt(sourceSeconds: number): number {
    return Math.max(0, this.#startSeconds.findLastIndex((start) => start <= sourceSeconds + TIME_STAMP_TOLERANCE_SECONDS));
  }
}

async function openDecoder(source: string): Promise<ImageDecoder> {
  const response = await fetch(toMediaUrl(source));
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  const data = await response.arrayBuffer();
  if (String.fromCharCode(...new Uint8Array(data, 0, Math.min(4, data.byteLength))) !== 'GIF8') throw new Error('The source is no GIF');
  return new ImageDecoder({ data, type: 'image/gif' });
}

async function readTimes(decoder: ImageDecoder): Promise<Size & { startSeconds: number[]; durationSeconds: number }> {
  await decoder.tracks.ready;
  const startSeconds: number[] = [];
  const size = { widthPx: 0, heightPx: 0 };
  let durationSeconds = 0;
  for (let frameIndex = 0; frameIndex < (decoder.tracks.selectedTrack?.frameCount ?? 0); frameIndex += 1) {
    const { image } = await decoder.decode({ frameIndex });
    startSeconds.push(durationSeconds);
    durationSeconds += (image.duration ?? 0) / MICROSECONDS;
    Object.assign(size, { widthPx: image.displayWidth, heightPx: image.displayHeight });
    image.close();
  }
  return { ...size, startSeconds, durationSeconds };
}
