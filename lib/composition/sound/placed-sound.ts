/**
 * Sounds put on the samples of the output, with ramps and gains: what the renderer's filters and the preview's mixer both carry out. Types alone.
 */
import type { FadeCurve, Sound } from '#lib/composition/timeline';
import type { SoundFacts } from '#lib/composition/media-facts';

/** Of the output, and of everything that is counted in samples. */
export const OUTPUT_SAMPLE_RATE_HZ = 48_000;

/** Where a sound comes from. */
export interface SoundOrigin {
  facts: SoundFacts;
  /** Time stamp from which trims count: a video's first frame, an audio's first sample. */
  originSeconds: number;
}

/** A ramp from or to silence. */
export interface PlacedFade {
  direction: 'in' | 'out';
  /** From the first sample of what fades. */
  startSample: number;
  sampleCount: number;
  curve: FadeCurve;
}

/** A point of a gain over time; the gain goes in a straight line to the next. */
export interface PlacedGain {
  /** From the sound's first; may be before it. */
  sample: number;
  /** Linear. */
  gain: number;
}

export interface PlacedSound extends Pick<Sound, 'elementId'> {
  channels: number;
  /** Absolute time stamp of the first sample that is heard. */
  firstSampleSeconds: number;
  /** What is repeated until there are `sampleCount` samples; null: the source is heard once. */
  piece: { sampleCount: number; fades: PlacedFade[] } | null;
  sampleCount: number;
  /** Silence before it. */
  delaySamples: number;
  volume: number;
  /** On top of `volume`. */
  envelope: PlacedGain[] | null;
  /** Of the whole sound. */
  fades: PlacedFade[];
}
