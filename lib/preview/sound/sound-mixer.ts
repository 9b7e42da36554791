/**
 * The sound of a timeline, mixed as the renderer mixes it: a stretch of samples asked for, left and right out. Sounds that cannot be read are left
 * out and told in `failures`.
 */
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { joinSounds } from '#lib/composition/sound/join-sounds';
import { placeSound, toSamples } from '#lib/composition/sound/place-sound';
import type { PlacedSound } from '#lib/composition/sound/placed-sound';
import { soundOriginOf } from '#lib/composition/sound/sound-origin';
import { mediaKey } from '#lib/composition/sources';
import type { Sound, Timeline } from '#lib/composition/timeline';
import type { MediaInputs } from '#lib/preview/media-inputs';
import type { StereoSamples } from '#lib/preview/sound/mix-down';
import { PlacedSamples } from '#lib/preview/sound/placed-samples';
import type { SampleReader } from '#lib/preview/sound/sample-reader';
import { SourceSamples } from '#lib/preview/sound/source-samples';
import { WholeSamples } from '#lib/preview/sound/whole-samples';

/** A sound that nobody hears any more, or not soon, needs no decoder. */
const IDLE_SAMPLES = 48_000;

interface HeardSound {
  sound: Sound;
  placed: PlacedSound;
  /** Null while it is not heard, and when it cannot be. */
  open: { source: SampleReader; samples: PlacedSamples } | null;
}

export class SoundMixer {
  /** Why a sound cannot be heard, by `mediaKey`. */
  readonly failures = new Map<string, string>();
  readonly #heard: HeardSound[];
  readonly #facts: MediaFactsBySource;
  readonly #inputs: MediaInputs;
  /** Readers cannot be asked for two things at once. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(timeline: Pick<Timeline, 'sounds' | 'durationSeconds'>, facts: MediaFactsBySource, inputs: MediaInputs) {
    this.#facts = facts;
    this.#inputs = inputs;
    this.#heard = joinSounds(timeline.sounds).flatMap((sound) => {
      const known = facts.get(mediaKey(sound.kind, sound.source));
      const origin = known === undefined ? null : soundOriginOf(known);
      const placed = origin === null ? null : placeSound(sound, origin, toSamples(timeline.durationSeconds));
      return placed === null ? [] : [{ sound, placed, open: null }];
    });
  }

  /** True where nothing is ever heard. */
  get isSilent(): boolean {
    return this.#heard.length === 0;
  }

  /** `count` samples of the output from sample `start` on, one call after the other; never rejects. */
  async mix(start: number, count: number): Promise<StereoSamples> {
    const mixed = this.#last.then(() => this.#mix(start, count));
    this.#last = mixed;
    return mixed;
  }

  /** Lets go of every decoder, when what is being mixed is done. */
  async close(): Promise<void> {
    await this.#last;
    await Promise.all(this.#heard.map(close));
  }

  async #mix(start: number, count: number): Promise<StereoSamples> {
    const mix = { left: new Float32Array(count), right: new Float32Array(count) };
    for (const heard of this.#heard) {
      const { delaySamples, sampleCount } = heard.placed;
      if (delaySamples < start + count && start < delaySamples + sampleCount) await this.#add(heard, mix, start);
      else if (start > delaySamples + sampleCount + IDLE_SAMPLES || start + count < delaySamples - IDLE_SAMPLES) await close(heard);
    }
    return mix;
  }

  async #add(heard: HeardSound, mix: StereoSamples, start: number): Promise<void> {
    const key = mediaKey(heard.sound.kind, heard.sound.source);
    if (this.failures.has(key)) return;
    try {
      heard.open ??= await this.#open(heard);
      await heard.open.samples.addTo(mix, start);
    } catch (error) {
      this.failures.set(key, error instanceof Error ? error.message : 'It cannot be heard');
    }
  }

  async #open({ sound, placed }: HeardSound): Promise<NonNullable<HeardSound['open']>> {
    const input = this.#inputs.get(sound.source);
    const [track, picture] = await Promise.all([input.getPrimaryAudioTrack(), input.getPrimaryVideoTrack()]);
    if (track === null) throw new Error('The file has no sound');
    const facts = this.#facts.get(mediaKey(sound.kind, sound.source));
    // The renderer's time stamps are FFmpeg's: where a file's first frame has another here, its sound has, too.
    const shiftSeconds = facts?.kind === 'video' && picture !== null ? (await picture.getFirstTimestamp()) - facts.startSeconds : 0;
    const source = (await track.canDecode()) ? await SourceSamples.open(track) : await WholeSamples.open(sound.source, track, facts === undefined || facts.kind === 'image' ? 0 : (facts.sound?.startSeconds ?? 0));
    return { source, samples: new PlacedSamples(placed, source, shiftSeconds) };
  }
}

/** Never rejects: a decoder that closes badly is gone all the same. */
async function close(heard: HeardSound): Promise<void> {
  const { open } = heard;
  heard.open = null;
  await open?.source.close().catch(() => undefined);
}
