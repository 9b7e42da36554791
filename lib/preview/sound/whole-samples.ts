/**
 * A source's sound where there is no WebCodecs: fetched and decoded as a whole by the browser's audio engine, at the sound's own rate. It takes the memory of
 * all its samples, and a moment before the first is heard.
 */
import { MP3, type Input, type InputAudioTrack } from 'mediabunny';
import { toMediaUrl } from '#lib/composition/upload-source';
import { mixDown, type StereoSamples } from '#lib/preview/sound/mix-down';
import type { SampleReader } from '#lib/preview/sound/sample-reader';

/** A source that is heard in several places is decoded once, and forgotten with its input. */
const decoded = new WeakMap<Input, Promise<StereoSamples>>();

export class WholeSamples implements SampleReader {
  readonly sampleRateHz: number;
  readonly #samples: StereoSamples;
  /** Place of the first sample: the engine gives none of what stands before 0, and begins with the first there is. */
  readonly #start: number;

  private constructor(samples: StereoSamples, place: { sampleRateHz: number; start: number }) {
    this.#samples = samples;
    this.sampleRateHz = place.sampleRateHz;
    this.#start = place.start;
  }

  /** `startSeconds` as in the sound's facts. Rejects, in a sentence, when the browser can neither fetch nor decode the sound. */
  static async open(source: string, track: InputAudioTrack, startSeconds: number): Promise<WholeSamples> {
    const [sampleRateHz, firstSeconds, format] = await Promise.all([track.getSampleRate(), track.getFirstTimestamp(), track.input.getFormat()]);
    const decoding = decoded.get(track.input) ?? decode(source, sampleRateHz);
    decoded.set(track.input, decoding);
    decoding.catch(() => decoded.delete(track.input));
    // Of an MP3 the engine leaves out what its encoder put before the sound; time stamps count it.
    const heardSeconds = format === MP3 ? startSeconds : firstSeconds;
    return new WholeSamples(await decoding, { sampleRateHz, start: Math.max(0, Math.round(heardSeconds * sampleRateHz)) });
  }

  async read(start: number, count: number): Promise<StereoSamples> {
    const from = start - this.#start;
    const copied = { left: new Float32Array(count), right: new Float32Array(count) };
    const offset = Math.max(0, -from);
    for (const side of ['left', 'right'] as const) if (offset < count) copied[side].set(this.#samples[side].subarray(from + offset, from + count), offset);
    return copied;
  }

  async close(): Promise<void> {
    // Its samples go with the input.
  }
}

async function decode(source: string, sampleRateHz: number): Promise<StereoSamples> {
  const response = await fetch(toMediaUrl(source)).catch(() => null);
  if (response === null || !response.ok) throw new Error('The sound cannot be fetched by this browser');
  const context = new OfflineAudioContext({ numberOfChannels: 2, length: 1, sampleRate: sampleRateHz });
  const buffer = await context.decodeAudioData(await response.arrayBuffer()).catch(() => Promise.reject(new Error('This browser cannot decode the sound')));
  return mixDown(Array.from({ length: buffer.numberOfChannels }, (_, channel) => buffer.getChannelData(channel)));
}
