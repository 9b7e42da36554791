/**
 * The way an element goes by its keyframes of x and y: where it is now in; the way of its middle on the scope's canvas, and a dot for each moment that has a
 * keyframe, out. As keyframes say it: animations come on top.
 */
import type { Element } from '#lib/composition/schema/composition';
import type { Size } from '#lib/composition/units';
import { applyMatrix, type CanvasPoint } from '#lib/editor/canvas-matrix';
import { listKeyframeMoments } from '#lib/editor/keyframe-moments';
import { keyframesOf, numberAt } from '#lib/editor/keyframes';
import type { StageTarget } from '#lib/editor/stage-targets';

export interface MotionDot {
  /** From the start of the element. */
  seconds: number;
  at: CanvasPoint;
}

export interface MotionPath {
  points: readonly CanvasPoint[];
  dots: readonly MotionDot[];
}

/** Enough for any easing to look like a curve. */
const STEPS = 96;

/** Null of what stands still. */
export function motionPathOf({ element, box, matrix, moment }: Pick<StageTarget, 'element' | 'box' | 'matrix' | 'moment'>, canvas: Size): MotionPath | null {
  const moments = listKeyframeMoments(element, moment.durationSeconds).filter(({ keyframes }) => keyframes.some(({ property }) => property === 'x' || property === 'y'));
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined || moments.length < 2) return null;
  const middle = applyMatrix(matrix, { xPx: box.xPx + box.widthPx / 2, yPx: box.yPx + box.heightPx / 2 });
  const now = placeAt(element, { ...moment, canvas });
  const at = (seconds: number): CanvasPoint => {
    const then = placeAt(element, { ...moment, seconds, canvas });
    return { xPx: middle.xPx + then.xPx - now.xPx, yPx: middle.yPx + then.yPx - now.yPx };
  };
  const length = last.seconds - first.seconds;
  return {
    points: Array.from({ length: STEPS + 1 }, (_value, step) => at(first.seconds + (length * step) / STEPS)),
    dots: moments.map(({ seconds }) => ({ seconds, at: at(seconds) })),
  };
}

/** Of what has no keyframes, where it is: it adds nothing to the way. */
function placeAt(element: Element, when: { seconds: number; durationSeconds: number; canvas: Size }): CanvasPoint {
  const along = (property: 'x' | 'y'): number => (keyframesOf(element, property) === null ? 0 : (numberAt(element, property, when) ?? 0));
  return { xPx: along('x'), yPx: along('y') };
}
