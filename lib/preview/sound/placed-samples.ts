/** One placed sound as samples of the output: cut, resampled, repeated and set to its volume. */
import { OUTPUT_SAMPLE_RATE_HZ, type PlacedSound } from '#lib/composition/sound/placed-sound';
import { gainOf } from '#lib/preview/sound/gain-of';
import type { StereoSamples } from '#lib/preview/sound/mix-down';
import { createResamplingKernel, type ResamplingKernel } from '#lib/preview/sound/resampling-kernel';
import type { SampleReader } from '#lib/preview/sound/sample-reader';

export class PlacedSamples {
  readonly #sound: PlacedSound;
  readonly #source: SampleReader;
  /** Place in the source of the first sample that is heard. */
  readonly #first: number;
  /** Null where the rates are equal. */
  readonly #kernel: ResamplingKernel | null;

  /** @param shiftSeconds what is to be added to the sound's time stamps to get those of `source` */
  constructor(sound: PlacedSound, source: SampleReader, shiftSeconds: number) {
    this.#sound = sound;
    this.#source = source;
    this.#first = Math.round((sound.firstSampleSeconds + shiftSeconds) * source.sampleRateHz);
    this.#kernel = source.sampleRateHz === OUTPUT_SAMPLE_RATE_HZ ? null : createResamplingKernel(source.sampleRateHz, OUTPUT_SAMPLE_RATE_HZ);
  }

  /** Adds what is heard of the sound in `mix`, whose first sample is the output's sample `start`. One call at a time. */
  async addTo(mix: StereoSamples, start: number): Promise<void> {
    const { delaySamples, sampleCount, piece } = this.#sound;
    const end = Math.min(start + mix.left.length, delaySamples + sampleCount);
    let at = Math.max(start, delaySamples);
    while (at < end) {
      const n = at - delaySamples;
      const inPiece = piece === null ? n : n % piece.sampleCount;
      const count = Math.min(end - at, piece === null ? Infinity : piece.sampleCount - inPiece);
      const { left, right } = await this.#read(inPiece, count);
      for (let k = 0; k < count; k += 1) {
        const gain = gainOf(this.#sound, n + k);
        const to = at - start + k;
        mix.left[to] = (mix.left[to] ?? 0) + (left[k] ?? 0) * gain;
        mix.right[to] = (mix.right[to] ?? 0) + (right[k] ?? 0) * gain;
      }
      at += count;
    }
  }

  /** At the output's rate, from the `n`th sample on that is heard. */
  async #read(n: number, count: number): Promise<StereoSamples> {
    const kernel = this.#kernel;
    if (kernel === null) return this.#source.read(this.#first + n, count);
    const ratio = this.#source.sampleRateHz / OUTPUT_SAMPLE_RATE_HZ;
    const from = Math.floor(n * ratio) - kernel.tapsBefore;
    const samples = await this.#source.read(this.#first + from, Math.ceil(count * ratio) + kernel.tapCount + 1);
    const resampled = { left: new Float32Array(count), right: new Float32Array(count) };
    for (let k = 0; k < count; k += 1) {
      const place = (n + k) * ratio;
      let whole = Math.floor(place);
      let phase = Math.round((place - whole) * kernel.phaseCount);
      if (phase === kernel.phaseCount) [whole, phase] = [whole + 1, 0];
      const first = whole - kernel.tapsBefore - from;
      resampled.left[k] = convolve(samples.left, first, phase, kernel);
      resampled.right[k] = convolve(samples.right, first, phase, kernel);
    }
    return resampled;
  }
}

function convolve(samples: Float32Array, first: number, phase: number, { weights, tapCount }: ResamplingKernel): number {
  let sum = 0;
  const offset = phase * tapCount;
  for (let tap = 0; tap < tapCount; tap += 1) sum += (samples[first + tap] ?? 0) * (weights[offset + tap] ?? 0);
  return sum;
}
