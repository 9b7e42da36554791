/**
 * The samples of a source's sound at its own rate, by their place in time: decoded as they are asked for, and kept for a while, so that a short
 * piece can be heard again and again.
 */
import { AudioBufferSink, OGG, type InputAudioTrack, type WrappedAudioBuffer } from 'mediabunny';
import { mixDown, type StereoSamples } from '#lib/preview/sound/mix-down';
import type { SampleReader } from '#lib/preview/sound/sample-reader';

/** What is kept of what has been heard. */
const KEPT_SECONDS = 10;
/** Decoders give what is not right at first when they begin in the middle. */
const PREROLL_SECONDS = 0.25;
/** As far ahead it is cheaper to decode what lies between than to begin anew. */
const FORWARD_SECONDS_MAX = 4;
/** Time stamps are rounded, to a millisecond in Matroska: only what is off by more is a gap in the sound, as FFmpeg sees it. */
const GAP_SECONDS_MIN = 0.1;

interface Block extends StereoSamples {
  /** Place of its first sample: its time stamp times the rate. */
  start: number;
  end: number;
}

export class SourceSamples implements SampleReader {
  readonly sampleRateHz: number;
  readonly #sink: AudioBufferSink;
  #buffers: AsyncGenerator<WrappedAudioBuffer, void, unknown> | null = null;
  #blocks: Block[] = [];
  /** Everything from the first block up to here is known. */
  #knownTo = 0;
  /** Before this, what has been decoded is not to be trusted. */
  #knownFrom = 0;

  readonly #isSeekable: boolean;

  private constructor(sink: AudioBufferSink, { sampleRateHz, isSeekable }: { sampleRateHz: number; isSeekable: boolean }) {
    this.#sink = sink;
    this.sampleRateHz = sampleRateHz;
    this.#isSeekable = isSeekable;
  }

  static async open(track: InputAudioTrack): Promise<SourceSamples> {
    const [sampleRateHz, format] = await Promise.all([track.getSampleRate(), track.input.getFormat()]);
    // What is decoded of an Ogg from its midst on has other samples than its time stamps say (mediabunny 1.61): it is read from its beginning.
    return new SourceSamples(new AudioBufferSink(track), { sampleRateHz, isSeekable: format !== OGG });
  }

  async read(start: number, count: number): Promise<StereoSamples> {
    const isNear = this.#buffers !== null && start >= this.#knownFrom && start <= this.#knownTo + FORWARD_SECONDS_MAX * this.sampleRateHz;
    if (!isNear) await this.#begin(start);
    while (this.#knownTo < start + count) await this.#pull();
    return this.#copy(start, count);
  }

  async close(): Promise<void> {
    const buffers = this.#buffers;
    this.#buffers = null;
    this.#blocks = [];
    await buffers?.return();
  }

  async #begin(start: number): Promise<void> {
    await this.close();
    this.#buffers = this.#sink.buffers(this.#isSeekable ? start / this.sampleRateHz - PREROLL_SECONDS : undefined);
    this.#knownFrom = start;
    this.#knownTo = -Infinity;
  }

  async #pull(): Promise<void> {
    const result = await this.#buffers?.next();
    if (result === undefined || result.done === true) {
      this.#knownTo = Infinity;
      return;
    }
    const { buffer, timestamp } = result.value;
    const stamped = Math.round(timestamp * this.sampleRateHz);
    const isGap = Math.abs(stamped - this.#knownTo) > GAP_SECONDS_MIN * this.sampleRateHz;
    const start = isGap ? stamped : this.#knownTo;
    const end = start + buffer.length;
    this.#blocks.push({ ...mixDown(Array.from({ length: buffer.numberOfChannels }, (_, channel) => buffer.getChannelData(channel))), start, end });
    this.#knownTo = end;
    this.#forget(end - KEPT_SECONDS * this.sampleRateHz);
  }

  #forget(before: number): void {
    this.#blocks = this.#blocks.filter(({ end }) => end > before);
    this.#knownFrom = Math.max(this.#knownFrom, before);
  }

  #copy(start: number, count: number): StereoSamples {
    const copied = { left: new Float32Array(count), right: new Float32Array(count) };
    for (const block of this.#blocks) {
      const from = Math.max(start, block.start);
      const to = Math.min(start + count, block.end);
      if (from >= to) continue;
      copied.left.set(block.left.subarray(from - block.start, to - block.start), from - start);
      copied.right.set(block.right.subarray(from - block.start, to - block.start), from - start);
    }
    return copied;
  }
}
