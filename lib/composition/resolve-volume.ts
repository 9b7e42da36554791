/** A volume as written becomes a linear gain, or a gain over time: easings are drawn as straight lines too short to be heard as such. */
import { applyEasing } from '#lib/composition/easing';
import { VOLUME_MAX } from '#lib/composition/limits';
import { toMotionKeyframes } from '#lib/composition/motion-frames';
import type { MotionKeyframe } from '#lib/composition/motion';
import type { Animated } from '#lib/composition/schema/animated';
import type { Ratio } from '#lib/composition/schema/ratio';
import { isKeyframes } from '#lib/composition/still-properties';
import type { Sound, VolumePoint } from '#lib/composition/timeline';
import { ratioToNumber } from '#lib/composition/units';

/** A jump (of steps, of two keyframes at one time) is spread over this, as it would be heard as a click. */
const JUMP_SECONDS = 0.003;
/** How far the lines may be from the eased curve: 0.2 % of full volume is 0.02 dB there. */
const GAIN_TOLERANCE = 0.002;
/** Time between points is never less, whatever the curve: half a period of 100 Hz. */
const POINT_SECONDS_MIN = 0.005;

/** `durationSeconds` is the element's; the points' seconds count from its start. Null when nothing is ever heard. */
export function resolveVolume(volume: Animated<Ratio> | undefined, durationSeconds: number): Pick<Sound, 'volume' | 'envelope'> | null {
  const points = isKeyframes(volume) ? toPoints(volume, durationSeconds) : [];
  const [first] = points;
  const constant = isKeyframes(volume) ? (first?.gain ?? 1) : ratioToNumber(volume ?? 1);
  if (points.every(({ gain }) => gain === constant)) return constant === 0 ? null : { volume: constant, envelope: null };
  return { volume: 1, envelope: points };
}

function toPoints(volume: Parameters<typeof toMotionKeyframes<Ratio>>[0], durationSeconds: number): VolumePoint[] {
  // At one frame a second, frames are seconds.
  const keyframes = toMotionKeyframes(volume, { frameRate: { numerator: 1, denominator: 1 }, durationFrames: durationSeconds }, ratioToNumber);
  const points: VolumePoint[] = [];
  for (const [index, keyframe] of keyframes.entries()) {
    const previous = keyframes[index - 1];
    if (previous !== undefined) points.push(...pointsBetween(previous, keyframe));
    points.push({ seconds: keyframe.frame, gain: toGain(keyframe.value) });
  }
  return spreadJumps(points);
}

/** Between two keyframes, as many points as keep the lines near the curve; a straight way has none. */
function pointsBetween(from: MotionKeyframe, to: MotionKeyframe): VolumePoint[] {
  if (to.easing.kind === 'linear' || from.value === to.value) return [];
  const gainAt = (seconds: number): number => {
    const fraction = (seconds - from.frame) / (to.frame - from.frame);
    return toGain(from.value + (to.value - from.value) * applyEasing(to.easing, fraction));
  };
  const divide = (start: VolumePoint, end: VolumePoint): VolumePoint[] => {
    const length = end.seconds - start.seconds;
    if (length < 2 * POINT_SECONDS_MIN) return [];
    const isNearAt = (share: number): boolean => Math.abs(gainAt(start.seconds + share * length) - (start.gain + share * (end.gain - start.gain))) <= GAIN_TOLERANCE;
    // The whole way is always divided: a curve may cross its line at every place that is looked at.
    const isWhole = start.seconds === from.frame && end.seconds === to.frame;
    if (!isWhole && [0.25, 0.5, 0.75].every(isNearAt)) return [];
    const middle = { seconds: start.seconds + length / 2, gain: gainAt(start.seconds + length / 2) };
    return [...divide(start, middle), middle, ...divide(middle, end)];
  };
  return divide({ seconds: from.frame, gain: gainAt(from.frame) }, { seconds: to.frame, gain: gainAt(to.frame) });
}

/** Rising times, at least `JUMP_SECONDS` apart; of points that say the same as their neighbours nothing is left. */
function spreadJumps(points: readonly VolumePoint[]): VolumePoint[] {
  const spread: VolumePoint[] = [];
  for (const [index, point] of points.entries()) {
    const previous = spread.at(-1);
    const isLevel = previous !== undefined && previous.gain === point.gain && points[index + 1]?.gain === point.gain;
    if (isLevel) continue;
    spread.push(previous === undefined ? point : { ...point, seconds: Math.max(point.seconds, previous.seconds + JUMP_SECONDS) });
  }
  return spread;
}

/** Easings swing beyond their ends; gains do not go below silence. */
const toGain = (value: number): number => Math.min(VOLUME_MAX, Math.max(0, value));
