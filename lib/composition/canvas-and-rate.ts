/** The canvas and the frame rate of a composition: what was written, or the default. */
import { toFrameRate } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import type { Composition } from '#lib/composition/schema/composition';
import type { Size } from '#lib/composition/units';

const FRAME_RATE_DEFAULT = 30;

/** The composition's frame rate as an exact fraction. */
export function resolveFrameRate(composition: Pick<Composition, 'frame_rate'>): Rational {
  return toFrameRate(composition.frame_rate ?? FRAME_RATE_DEFAULT);
}

/** H.264 with 4:2:0 has even sizes only, so an odd canvas grows by one; what is relative to the canvas is relative to the grown one. */
export function resolveCanvas({ width, height }: Pick<Composition, 'width' | 'height'>): Size {
  return { widthPx: width + (width % 2), heightPx: height + (height % 2) };
}
