/**
 * The frames of one video, decoded by WebCodecs: a time of the source in, the frame that the renderer shows at that time out. Going forwards it
 * decodes each frame once; anywhere else it seeks.
 */
import { VideoSampleSink, type InputVideoTrack, type VideoSample } from 'mediabunny';
import { TIME_STAMP_TOLERANCE_SECONDS } from '#lib/composition/time-stamp-tolerance';

/** As far ahead it is cheaper to decode what lies between than to seek to a key frame: frames decode in a few milliseconds, a seek takes 100. */
const FORWARD_SECONDS_MAX = 0.8;

export class VideoFrames {
  readonly #sink: VideoSampleSink;
  /** Time stamp of the first frame: what a time of the source counts from. */
  readonly #firstSeconds: number;
  #samples: AsyncGenerator<VideoSample, void, unknown> | null = null;
  #current: VideoSample | null = null;
  #next: VideoSample | null = null;

  private constructor(sink: VideoSampleSink, firstSeconds: number) {
    this.#sink = sink;
    this.#firstSeconds = firstSeconds;
  }

  static async open(track: InputVideoTrack): Promise<VideoFrames> {
    return new VideoFrames(new VideoSampleSink(track), await track.getFirstTimestamp());
  }

  /** True when the frame at `seconds` is at hand, or soon without a seek. */
  canContinueTo(seconds: number): boolean {
    const time = this.#toTimeStamp(seconds);
    if (this.#current === null || time < this.#current.timestamp) return false;
    // After the last frame there is nothing to seek to.
    return this.#next === null || time < this.#next.timestamp + FORWARD_SECONDS_MAX;
  }

  /**
   * The last frame with a time stamp of at most `seconds` after the first; after the end the last there is. It stays open until the next call:
   * do not close it. One call at a time. Throws when the file cannot be read or decoded; the next call then begins anew.
   */
  async frameAt(seconds: number): Promise<VideoSample> {
    try {
      const current = await this.#advance(seconds);
      if (current === null) throw new Error('The video has no frame that can be decoded');
      return current;
    } catch (error) {
      // Else the last frame before the fault would be taken for the video's last.
      await this.close().catch(() => undefined);
      throw error;
    }
  }

  /** Lets go of every frame and of the decoder. */
  async close(): Promise<void> {
    const samples = this.#samples;
    this.#current?.close();
    this.#next?.close();
    this.#samples = this.#current = this.#next = null;
    await samples?.return();
  }

  async #advance(seconds: number): Promise<VideoSample | null> {
    const time = this.#toTimeStamp(seconds);
    if (!this.canContinueTo(seconds)) await this.#seek(time);
    while (this.#next !== null && this.#next.timestamp <= time) {
      this.#current?.close();
      this.#current = this.#next;
      this.#next = null;
      this.#next = await this.#pull();
    }
    return this.#current;
  }

  async #seek(time: number): Promise<void> {
    await this.close();
    this.#samples = this.#sink.samples(time);
    this.#current = await this.#pull();
    this.#next = await this.#pull();
  }

  async #pull(): Promise<VideoSample | null> {
    const result = await this.#samples?.next();
    return result === undefined || result.done === true ? null : result.value;
  }

  #toTimeStamp(seconds: number): number {
    return this.#firstSeconds + seconds + TIME_STAMP_TOLERANCE_SECONDS;
  }
}
