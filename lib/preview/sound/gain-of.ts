/** How loud a placed sound is at each of its samples: FFmpeg's fades and the composition's volume, as numbers. */
import type { PlacedFade, PlacedGain, PlacedSound } from '#lib/composition/sound/placed-sound';

/** Linear gain of the sound's sample `n`, counted from its first. */
export function gainOf({ volume, envelope, fades, piece }: PlacedSound, n: number): number {
  let gain = volume;
  for (const fade of fades) gain *= fadeGain(fade, n);
  if (piece !== null) for (const fade of piece.fades) gain *= fadeGain(fade, n % piece.sampleCount);
  return envelope === null ? gain : gain * envelopeGain(envelope, n);
}

/** As FFmpeg's afade: a fade in begins at 0 and reaches 1 after its last sample, a fade out begins at 1. */
function fadeGain({ direction, startSample, sampleCount, curve }: PlacedFade, n: number): number {
  const done = direction === 'in' ? n - startSample : startSample + sampleCount - n;
  const part = Math.min(1, Math.max(0, done / sampleCount));
  return curve === 'linear' ? part : Math.sin((part * Math.PI) / 2);
}

/** Points rise in time: straight lines between them, level before the first and after the last. */
function envelopeGain(points: readonly PlacedGain[], n: number): number {
  const next = points.findIndex(({ sample }) => sample > n);
  const from = points.at(next === -1 ? -1 : Math.max(0, next - 1));
  const to = points.at(next);
  if (from === undefined || to === undefined) return 1;
  if (next <= 0 || to.sample === from.sample) return next === 0 ? to.gain : from.gain;
  return from.gain + ((to.gain - from.gain) * (n - from.sample)) / (to.sample - from.sample);
}
