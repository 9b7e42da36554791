/** Motion at one frame: keyframes, easings and channels in, plain numbers out. Pure. */
import { applyEasing } from '#lib/composition/easing';
import type { Motion, MotionClip, MotionKeyframe, MotionProperty } from '#lib/composition/motion';

/** Every number of a layer that can move. */
export type MovingValues = Record<MotionProperty, number>;

export interface EvaluatedClip extends Omit<MotionClip, 'keyframes'> {
  /** In [0, 1]: 0 shows nothing, 1 shows all. */
  progress: number;
}

/** The channels' effect on `start`, one after the other. `localFrame` counts from the layer's first frame. */
export function evaluateChannels({ channels }: Motion, localFrame: number, start: MovingValues): MovingValues {
  const values = { ...start };
  for (const { property, combine, keyframes } of channels) {
    const value = evaluateKeyframes(keyframes, localFrame);
    switch (combine) {
      case 'set': values[property] = value; break;
      case 'add': values[property] += value; break;
      case 'multiply': values[property] *= value; break;
      default: combine satisfies never;
    }
  }
  return values;
}

/** The clips that hide something; an eased progress beyond all or nothing is all or nothing. */
export function evaluateClips({ clips }: Motion, localFrame: number): EvaluatedClip[] {
  return clips
    .map(({ keyframes, ...clip }): EvaluatedClip => ({ ...clip, progress: Math.min(1, Math.max(0, evaluateKeyframes(keyframes, localFrame))) }))
    .filter(({ progress }) => progress < 1);
}

/** The value at a frame; of two keyframes on one frame the later counts. Before the first and after the last theirs holds. */
export function evaluateKeyframes(keyframes: readonly MotionKeyframe[], localFrame: number): number {
  const nextIndex = keyframes.findIndex(({ frame }) => frame > localFrame);
  const previous = keyframes.at(nextIndex === -1 ? -1 : Math.max(0, nextIndex - 1));
  const next = keyframes[nextIndex];
  if (previous === undefined) throw new Error('A channel has no keyframes');
  if (next === undefined || previous === next) return previous.value;
  const fraction = (localFrame - previous.frame) / (next.frame - previous.frame);
  return previous.value + (next.value - previous.value) * applyEasing(next.easing, fraction);
}
