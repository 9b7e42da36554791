/** Easings for an editor of curves: their presets, an easing as a curve to draw, and back from dragged handles to its text. */
import { applyEasing, type Easing } from '#lib/composition/easing';
import { BEZIER_Y_MAX } from '#lib/composition/limits';
import { parseEasing } from '#lib/composition/parse-easing';

/** Those that are chosen most. */
export const EASING_PRESETS = ['linear', 'ease', 'ease-in', 'ease-out', 'ease-in-out', 'back-out', 'elastic-out', 'bounce-out', 'spring', 'expo-out', 'steps(4)', 'circ-in-out'] as const;

/** Linear of a text that is no easing. */
export function toEasing(text: string | undefined): Easing {
  const outcome = parseEasing(text ?? 'linear');
  return outcome.ok ? outcome.easing : { kind: 'linear' };
}

export interface CurvePoint {
  time: number;
  value: number;
}

/** Evenly in time. Steps are drawn as stairs. */
export function sampleEasing(easing: Easing, count: number): CurvePoint[] {
  return Array.from({ length: count + 1 }, (_, index) => ({ time: index / count, value: applyEasing(easing, index / count) }));
}

/** The two control points of a curve; of what is no Bézier curve, those to begin one from. */
export function handlesOf(easing: Easing): [CurvePoint, CurvePoint] {
  if (easing.kind === 'cubic-bezier') return [{ time: easing.x1, value: easing.y1 }, { time: easing.x2, value: easing.y2 }];
  return [{ time: 0.25, value: 0.25 }, { time: 0.75, value: 0.75 }];
}

/** Rounded to hundredths, within what the language allows. */
export function toBezierText([first, second]: readonly [CurvePoint, CurvePoint]): string {
  const write = (number: number, low: number, high: number): string => String(Math.round(Math.min(high, Math.max(low, number)) * 100) / 100 + 0);
  return `cubic-bezier(${write(first.time, 0, 1)}, ${write(first.value, -BEZIER_Y_MAX, BEZIER_Y_MAX)}, ${write(second.time, 0, 1)}, ${write(second.value, -BEZIER_Y_MAX, BEZIER_Y_MAX)})`;
}
