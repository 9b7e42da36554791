/**
 * Sound on its way to the ears: mixed a little ahead, block by block, and put on the audio clock to the sample. What comes late is cut, never
 * shifted, so that sound and picture cannot drift apart.
 */
import { OUTPUT_SAMPLE_RATE_HZ } from '#lib/composition/sound/placed-sound';
import type { StereoSamples } from '#lib/preview/sound/mix-down';
import type { SoundMixer } from '#lib/preview/sound/sound-mixer';

const BLOCK_SAMPLES = 12_000;
/** Longer than the second at which browsers run the timers of hidden pages. */
const AHEAD_SECONDS = 2;
const FEED_INTERVAL_MS = 100;

export interface PlaybackOptions {
  context: AudioContext;
  /** Where the sound goes: a node of the context. */
  output: AudioNode;
  mixer: SoundMixer;
  /** Sample of the output that is heard first. */
  fromSample: number;
  /** Seconds of the output a second; positive. Pitch rises with it. */
  rate: number;
  /** What is played: up to, and without, `endSample`; then nothing, or again from `startSample`. */
  range: { startSample: number; endSample: number };
  isLooping: boolean;
}

interface Block {
  samples: StereoSamples;
  /** Samples of the output since the playback's first. */
  playedSamples: number;
}

export class SoundPlayback {
  readonly #options: PlaybackOptions;
  readonly #nodes = new Set<AudioBufferSourceNode>();
  #nextSample: number;
  #playedSamples = 0;
  #isStopped = false;
  #first: Block | null = null;

  private constructor(options: PlaybackOptions) {
    this.#options = options;
    this.#nextSample = options.fromSample;
  }

  /** Resolves when the first block is mixed, so that it can begin without a gap. */
  static async prepare(options: PlaybackOptions): Promise<SoundPlayback> {
    const playback = new SoundPlayback(options);
    playback.#first = await playback.#mixNext();
    return playback;
  }

  /** The first sample is heard when the context's clock says `contextSeconds`. */
  begin(contextSeconds: number): void {
    void this.#feed(contextSeconds);
  }

  stop(): void {
    this.#isStopped = true;
    for (const node of this.#nodes) node.stop();
    this.#nodes.clear();
  }

  async #feed(beginSeconds: number): Promise<void> {
    const { context, rate } = this.#options;
    let block = this.#first;
    while (block !== null && !this.#isStopped) {
      const atSeconds = beginSeconds + block.playedSamples / OUTPUT_SAMPLE_RATE_HZ / rate;
      this.#schedule(block.samples, atSeconds);
      while (!this.#isStopped && atSeconds > context.currentTime + AHEAD_SECONDS) await new Promise((resolve) => setTimeout(resolve, FEED_INTERVAL_MS));
      block = this.#isStopped ? null : await this.#mixNext();
    }
  }

  /** Null when the range is over. */
  async #mixNext(): Promise<Block | null> {
    const { mixer, range, isLooping } = this.#options;
    if (isLooping && this.#nextSample >= range.endSample) this.#nextSample = range.startSample;
    const count = Math.min(BLOCK_SAMPLES, range.endSample - this.#nextSample);
    if (count <= 0 || mixer.isSilent) return null;
    const playedSamples = this.#playedSamples;
    const samples = await mixer.mix(this.#nextSample, count);
    this.#nextSample += count;
    this.#playedSamples += count;
    return { samples, playedSamples };
  }

  #schedule({ left, right }: StereoSamples, atSeconds: number): void {
    const { context, output, rate } = this.#options;
    const lateSeconds = Math.max(0, context.currentTime - atSeconds);
    if (lateSeconds * rate * OUTPUT_SAMPLE_RATE_HZ >= left.length) return;
    const buffer = context.createBuffer(2, left.length, OUTPUT_SAMPLE_RATE_HZ);
    buffer.getChannelData(0).set(left);
    buffer.getChannelData(1).set(right);
    const node = context.createBufferSource();
    node.buffer = buffer;
    node.playbackRate.value = rate;
    node.connect(output);
    node.addEventListener('ended', () => this.#nodes.delete(node));
    this.#nodes.add(node);
    node.start(atSeconds + lateSeconds, lateSeconds * rate);
  }
}
