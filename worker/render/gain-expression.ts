/**
 * A gain over time as FFmpeg's arithmetic: points between which it goes in straight lines in, an expression of the sample's number `n` out.
 */
import type { PlacedGain } from '#lib/composition/sound/placed-sound';
import type { FilterExpression } from '#worker/render/filter-graph';

/** `points` rise in time. A balanced tree of questions: one that is nested as deep as there are points is refused by FFmpeg from about a hundred on. */
export function gainExpression(points: readonly PlacedGain[]): FilterExpression {
  const [first, ...others] = points;
  if (first === undefined) throw new Error('A gain has no points');
  return { expression: divide([{ sample: Number.NEGATIVE_INFINITY, gain: first.gain }, first, ...others]) };
}

/** The lines that begin at each of `starts`; the last one is level. */
function divide(starts: readonly PlacedGain[], after?: PlacedGain): string {
  const [start] = starts;
  if (start === undefined) throw new Error('A part of a gain has no points');
  if (starts.length === 1) return lineBetween(start, after);
  const middle = Math.ceil(starts.length / 2);
  const [firstOfRest] = starts.slice(middle);
  return `if(lt(n,${firstOfRest?.sample ?? 0}),${divide(starts.slice(0, middle), firstOfRest)},${divide(starts.slice(middle), after)})`;
}

function lineBetween(from: PlacedGain, to: PlacedGain | undefined): string {
  const rise = to === undefined || to.sample === from.sample ? 0 : (to.gain - from.gain) / (to.sample - from.sample);
  return rise === 0 || !Number.isFinite(from.sample) ? toText(from.gain) : `${toText(from.gain)}+(n-(${from.sample}))*${toText(rise)}`;
}

/** Without exponents; the rise of a gain over a minute has seven digits to lose before the point. */
const toText = (value: number): string => `(${value.toFixed(14).replace(/\.?0+$/, '')})`;
