/** What a group is before anything in it is resolved: its canvas, its list of elements, how long that lasts and how often it is repeated. Pure. */
import type { Arrangement } from '#lib/composition/arrangement';
import { frameToSeconds } from '#lib/composition/frame-rate';
import { placeFrame } from '#lib/composition/geometry';
import { CANVAS_HEIGHT_PX_MAX, CANVAS_WIDTH_PX_MAX } from '#lib/composition/limits';
import type { Rational } from '#lib/composition/media-facts';
import type { NaturalLength, Timing } from '#lib/composition/resolve-timing';
import type { GroupElement } from '#lib/composition/schema/composition';
import { stillOf } from '#lib/composition/still-properties';
import type { Size } from '#lib/composition/units';

/** As large as the group's box as it begins; a side that is not given follows the aspect of the canvas it is on. */
export function groupCanvasOf(element: GroupElement, canvas: Size): Size {
  const { widthPx, heightPx } = placeFrame(stillOf(element), canvas, canvas).box;
  return { widthPx, heightPx };
}

/** `groupPath` is the group's own. What repeats is as long as it is by itself; else the group's duration is that of what is in it. */
export function arrangementIn(element: GroupElement, groupPath: readonly PropertyKey[]): Arrangement {
  return { elements: element.elements, duration: element.loop === true ? undefined : element.duration, groupPath };
}

/** A group has a canvas of its own, which must not cost more than that of the largest video. */
export function isLargerThanAnyVideo({ widthPx, heightPx }: Size): boolean {
  return widthPx * heightPx > CANVAS_WIDTH_PX_MAX * CANVAS_HEIGHT_PX_MAX;
}

/** `timing` is that of `arrangementIn`. */
export function groupLengthOf({ loop }: GroupElement, { isOpenEnded, frameCount }: Timing, frameRate: Rational): NaturalLength {
  if (isOpenEnded || loop === true) return 'open';
  return frameCount === null ? 'unknown' : frameToSeconds(frameCount, frameRate);
}

/** Frames after which the group begins again; null when it does not, or when its length is not known. What has no end of its own cannot be repeated. */
export function groupPeriodOf({ loop }: GroupElement, { isOpenEnded, frameCount }: Timing): number | null {
  return loop === true && !isOpenEnded ? frameCount : null;
}

/** How often what is in the group begins within `frames`; at least once. */
export function countRounds(periodFrames: number | null, frames: number): number {
  return periodFrames === null ? 1 : Math.max(1, Math.ceil(frames / periodFrames));
}
