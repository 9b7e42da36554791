/** A part of a composition to be made quickly: a composition and a range of frames in; one that shows the same, with fewer pixels, out. */
import type { SourceSecondsOf } from '#lib/composition/known-timing';
import { listElements } from '#lib/composition/list-elements';
import type { Composition } from '#lib/composition/schema/composition';
import { rangeComposition, type FrameRange } from '#lib/editor/range-composition';
import { scaleComposition } from '#lib/editor/scale-composition';

/** The first by which both sides are even, as encoders have them. */
const FACTORS = [1 / 2, 2 / 3, 1 / 3];
/** Smaller than this, it is quick as it is. */
const PIXELS_MIN = 640 * 360;

export function draftRange(composition: Composition, range: FrameRange, sourceSecondsOf: SourceSecondsOf): Composition {
  const part = rangeComposition(composition, range, sourceSecondsOf);
  const factor = draftFactorOf(part);
  return factor === 1 ? part : scaleComposition(part, factor);
}

/** 1 where a smaller canvas would show something else: a picture that keeps the pixels of its source. */
export function draftFactorOf(composition: Composition): number {
  const { width, height } = composition;
  const keepsPixels = listElements(composition).some(({ element }) => 'fit_mode' in element && element.fit_mode === 'none');
  if (keepsPixels || width * height <= PIXELS_MIN) return 1;
  return FACTORS.find((factor) => isEven(width * factor) && isEven(height * factor)) ?? 1;
}

const isEven = (px: number): boolean => Math.abs(px / 2 - Math.round(px / 2)) < 1e-9;
