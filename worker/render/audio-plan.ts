/**
 * The part of the render plan that is heard: samples at the output's rate, ramps and gains, as plain data.
 */
import type { FadeCurve } from '#lib/composition/timeline';

/** A ramp from or to silence. */
export interface PlannedFade {
  direction: 'in' | 'out';
  /** From the first sample of what fades. */
  startSample: number;
  sampleCount: number;
  curve: FadeCurve;
}

/** A point of a gain over time; the gain goes in a straight line to the next. */
export interface PlannedGain {
  /** From the sound's first; may be before it. */
  sample: number;
  /** Linear. */
  gain: number;
}

export interface PlannedSound {
  elementId: string;
  inputIndex: number;
  channels: number;
  /** Absolute time stamp of the first sample that is heard. */
  firstSampleSeconds: number;
  /** What is repeated until there are `sampleCount` samples; null: the source is heard once. */
  piece: { sampleCount: number; fades: PlannedFade[] } | null;
  sampleCount: number;
  /** Silence before it. */
  delaySamples: number;
  volume: number;
  /** On top of `volume`. */
  envelope: PlannedGain[] | null;
  /** Of the whole sound. */
  fades: PlannedFade[];
}

export interface MixedAudio {
  kind: 'mix';
  sampleRateHz: number;
  sampleCount: number;
  sounds: PlannedSound[];
}

/** `none`: nothing is heard in the composition, so the output has no sound track. `copy`: the source's packets are taken as they are. */
export type AudioPlan = { kind: 'none' } | { kind: 'copy'; elementId: string; inputIndex: number } | MixedAudio;
