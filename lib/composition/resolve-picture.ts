/** What image and video layers have in common: the element's properties and its picture's size in; box, crop, rotation and opacity out. */
import { chooseFitMode, fitPicture, isOutsideCanvas, placeFrame } from '#lib/composition/geometry';
import { BOX_SIDE_PX_MAX } from '#lib/composition/limits';
import type { VisualProperties } from '#lib/composition/schema/visual-element';
import type { Box } from '#lib/composition/timeline';
import { ratioToNumber, type Size } from '#lib/composition/units';

export interface PictureLook {
  box: Box;
  crop: Box;
  rotationDegrees: number;
  opacity: number;
}

export interface ResolvedPicture {
  look: PictureLook;
  /** False when no pixel of it can be seen at any time: the layer is left out. */
  isVisible: boolean;
  /** True when the box is larger than can be drawn. */
  isTooLarge: boolean;
}

/** `picture` is the size of the upright source in square pixels; integers. */
export function resolvePicture(element: VisualProperties, picture: Size, canvas: Size): ResolvedPicture {
  const frame = placeFrame(element, picture, canvas);
  const { box, crop } = fitPicture(picture, frame, chooseFitMode(element.fit_mode, frame.box, canvas));
  const rotationDegrees = toTurn(element.rotation ?? 0);
  const opacity = ratioToNumber(element.opacity ?? 1);
  return {
    look: { box, crop, rotationDegrees, opacity },
    isVisible: opacity > 0 && !isOutsideCanvas(box, rotationDegrees, canvas),
    isTooLarge: Math.max(box.widthPx, box.heightPx) > BOX_SIDE_PX_MAX,
  };
}

/** Any angle as one in [0, 360). */
const toTurn = (degrees: number): number => ((degrees % 360) + 360) % 360;
