/**
 * The part of the render plan that is heard: samples at the output's rate, ramps and gains, as plain data.
 */
import type { PlacedSound } from '#lib/composition/sound/placed-sound';

/** A sound, and the input of the plan that it is read from. */
export interface PlannedSound extends PlacedSound {
  inputIndex: number;
}

export interface MixedAudio {
  kind: 'mix';
  sampleRateHz: number;
  sampleCount: number;
  sounds: PlannedSound[];
}

/** `none`: nothing is heard in the composition, so the output has no sound track. `copy`: the source's packets are taken as they are. */
export type AudioPlan = { kind: 'none' } | { kind: 'copy'; elementId: string; inputIndex: number } | MixedAudio;
