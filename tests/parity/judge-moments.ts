/** Whether pictures are alike enough: the worst figures of an example's moments, and whether they keep to the limits. */
import type { ElementLikeness, MomentLikeness } from '#tests/parity/compare-moment';

/** What is asked for. Differences are of 255, in the output's colours: SSIM alone misleads on dark frames. */
export interface Limits {
  ssimMin: number;
  differenceMax: number;
  elementSsimMin: number;
  elementDifferenceMax: number;
}

/** Of the frames that the renderer makes: the preview is the render. */
export const RENDERED_LIMITS: Limits = { ssimMin: 0.98, differenceMax: 2, elementSsimMin: 0.98, elementDifferenceMax: 2 };
/** The same of images, text and shapes alone: no decoder of the browser takes part. */
export const RENDERED_LIMITS_WITHOUT_VIDEO: Limits = { ssimMin: 0.99, differenceMax: 2, elementSsimMin: 0.99, elementDifferenceMax: 2 };
/**
 * Of the finished video, after the encoder: what people see. A mean difference says nothing of an element of a few hundred pixels there: each block of 8 x 8 has its own rounding.
 */
export const FINISHED_LIMITS: Limits = { ssimMin: 0.98, differenceMax: 2, elementSsimMin: 0.98, elementDifferenceMax: Infinity };

/** A figure of an element, and where it was found. */
export interface WorstElement {
  elementId: string;
  frame: number;
  value: number;
}

export interface Judgement {
  hasPassed: boolean;
  ssim: number;
  difference: number;
  /** Null where no moment shows an element. */
  elementSsim: WorstElement | null;
  elementDifference: WorstElement | null;
}

export function judgeMoments(moments: readonly MomentLikeness[], limits: Limits): Judgement {
  const ssim = Math.min(...moments.map(({ whole }) => whole.ssim));
  const difference = Math.max(...moments.map(({ whole }) => whole.difference));
  const elementSsim = findWorst(moments, ({ ssim: value }) => value, (a, b) => a - b);
  const elementDifference = findWorst(moments, ({ difference: value }) => value, (a, b) => b - a);
  const isWhole = ssim >= limits.ssimMin && difference <= limits.differenceMax;
  const hasPassed = isWhole && (elementSsim?.value ?? 1) >= limits.elementSsimMin && (elementDifference?.value ?? 0) <= limits.elementDifferenceMax;
  return { hasPassed, ssim, difference, elementSsim, elementDifference };
}

function findWorst(moments: readonly MomentLikeness[], valueOf: (element: ElementLikeness) => number, order: (a: number, b: number) => number): WorstElement | null {
  const all = moments.flatMap(({ frame, elements }) => elements.map((element): WorstElement => ({ elementId: element.elementId, frame, value: valueOf(element) })));
  return all.toSorted((a, b) => order(a.value, b.value))[0] ?? null;
}
