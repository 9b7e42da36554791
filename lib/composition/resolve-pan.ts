/** The `pan` animation ("Ken Burns"): zoom and focus as written become the move of the part of the picture that its box shows. */
import { LINEAR } from '#lib/composition/easing';
import type { MotionChannel, MotionProperty } from '#lib/composition/motion';
import { toEasing, type Interval } from '#lib/composition/motion-frames';
import type { PictureAnimation } from '#lib/composition/schema/animation';
import type { Box } from '#lib/composition/timeline';
import { ratioToNumber } from '#lib/composition/units';

type Pan = Extract<PictureAnimation, { type: 'pan' }>;

/** In source pixels. */
export interface PictureParts {
  /** What may be shown. */
  whole: Box;
  /** What is shown, without a pan. */
  crop: Box;
}

/** Where a pan begins or ends: how much is magnified, and how far the shown part's centre is from where it stands, in source pixels. */
interface View {
  zoom: number;
  panXPx: number;
  panYPx: number;
}

/** The shown part never leaves the picture on the way: both of its ends are inside, and the room for its centre shrinks less than evenly. */
export function resolvePan(animation: Pan, picture: PictureParts, { fromFrame, toFrame }: Interval): MotionChannel[] {
  const easing = toEasing(animation.easing, LINEAR);
  const start = toView({ zoom: animation.start_zoom ?? 1, x: animation.start_x, y: animation.start_y }, picture);
  const end = toView({ zoom: animation.end_zoom ?? END_ZOOM_DEFAULT, x: animation.end_x, y: animation.end_y }, picture);
  const channel = (property: MotionProperty & keyof View, combine: MotionChannel['combine']): MotionChannel => ({
    property,
    combine,
    keyframes: [
      { frame: fromFrame, value: start[property], easing: LINEAR },
      { frame: toFrame, value: end[property], easing },
    ],
  });
  return [channel('zoom', 'multiply'), channel('panXPx', 'add'), channel('panYPx', 'add')];
}

const END_ZOOM_DEFAULT = 1.2;

interface WrittenView {
  zoom: number;
  x: string | number | undefined;
  y: string | number | undefined;
}

function toView({ zoom, x, y }: WrittenView, { whole, crop }: PictureParts): View {
  return {
    zoom,
    panXPx: toShift(x, { startPx: crop.xPx - whole.xPx, lengthPx: crop.widthPx, wholePx: whole.widthPx, zoom }),
    panYPx: toShift(y, { startPx: crop.yPx - whole.yPx, lengthPx: crop.heightPx, wholePx: whole.heightPx, zoom }),
  };
}

/** How far the middle of what is shown moves for a focus; without one it stays. */
function toShift(focus: string | number | undefined, { startPx, lengthPx, wholePx, zoom }: { startPx: number; lengthPx: number; wholePx: number; zoom: number }): number {
  if (focus === undefined) return 0;
  const shownPx = lengthPx / zoom;
  return ratioToNumber(focus) * (wholePx - shownPx) + shownPx / 2 - (startPx + lengthPx / 2);
}
