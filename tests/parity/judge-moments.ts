/** Whether pictures are alike enough: the worst figures of an example's moments, and whether they pass. */
import type { ElementLikeness, MomentLikeness } from '#tests/parity/compare-moment';

const SSIM_MIN = 0.98;
/** Of images, text and shapes: what stands still is encoded better, and no decoder of the browser takes part. */
const SSIM_MIN_WITHOUT_VIDEO = 0.99;
/** Of 255. SSIM alone misleads on dark frames. */
const DIFFERENCE_MAX = 2;

/** A figure of an element, and where it was found. */
export interface WorstElement {
  elementId: string;
  frame: number;
  value: number;
}

export interface Judgement {
  hasPassed: boolean;
  ssimMin: number;
  ssim: number;
  difference: number;
  /** Null where no moment shows an element. */
  elementSsim: WorstElement | null;
  elementDifference: WorstElement | null;
}

/** Differences are those in the output's colours. */
export function judgeMoments(moments: readonly MomentLikeness[], { hasVideo }: { hasVideo: boolean }): Judgement {
  const ssimMin = hasVideo ? SSIM_MIN : SSIM_MIN_WITHOUT_VIDEO;
  const ssim = Math.min(...moments.map(({ whole }) => whole.ssim));
  const difference = Math.max(...moments.map(({ whole }) => whole.differenceInOutputColours));
  const elementSsim = findWorst(moments, ({ ssim: value }) => value, (a, b) => a - b);
  const elementDifference = findWorst(moments, ({ differenceInOutputColours }) => differenceInOutputColours, (a, b) => b - a);
  const hasPassed = ssim >= ssimMin && difference <= DIFFERENCE_MAX && (elementSsim?.value ?? 1) >= ssimMin && (elementDifference?.value ?? 0) <= DIFFERENCE_MAX;
  return { hasPassed, ssimMin, ssim, difference, elementSsim, elementDifference };
}

function findWorst(moments: readonly MomentLikeness[], valueOf: (element: ElementLikeness) => number, order: (a: number, b: number) => number): WorstElement | null {
  const all = moments.flatMap(({ frame, elements }) => elements.map((element): WorstElement => ({ elementId: element.elementId, frame, value: valueOf(element) })));
  return all.toSorted((a, b) => order(a.value, b.value))[0] ?? null;
}
