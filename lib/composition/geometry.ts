/**
 * Where an element is and which part of its picture it shows: properties and sizes in, integers out.
 * Preview and renderer draw the same integers: sizes are rounded, what is centred is floored, nothing is smaller than a pixel.
 */
import type { FitMode, VisualProperties } from '#lib/composition/schema/visual-element';
import type { Box } from '#lib/composition/timeline';
import { lengthToPx, type Size } from '#lib/composition/units';

/** An element's box: the integers on the canvas, and the exact size the picture is fitted to. */
export interface Frame {
  box: Box;
  exactSize: Size;
}

const toPixels = (px: number): number => Math.max(1, Math.round(px));

/**
 * The element's own box, before its picture is fitted into it. With only one of width and height the other follows `picture`'s aspect;
 * with neither the box is the canvas.
 */
export function placeFrame(element: VisualProperties, picture: Size, canvas: Size): Frame {
  const exactSize = resolveSize(element, picture, canvas);
  const widthPx = toPixels(exactSize.widthPx);
  const heightPx = toPixels(exactSize.heightPx);
  const left = element.x === undefined ? null : lengthToPx(element.x, canvas, canvas.widthPx);
  const top = element.y === undefined ? null : lengthToPx(element.y, canvas, canvas.heightPx);
  const anchorX = lengthToPx(element.x_anchor ?? '0%', canvas, exactSize.widthPx);
  const anchorY = lengthToPx(element.y_anchor ?? '0%', canvas, exactSize.heightPx);
  return {
    exactSize,
    box: {
      xPx: left === null ? centre(widthPx, canvas.widthPx) : roundEdge(left - anchorX),
      yPx: top === null ? centre(heightPx, canvas.heightPx) : roundEdge(top - anchorY),
      widthPx,
      heightPx,
    },
  };
}

/** Fits a picture of integer size into a frame: the box it is drawn into, and the part of it that is drawn there. */
export function fitPicture(picture: Size, frame: Frame, fitMode: Exclude<FitMode, 'auto'>): { box: Box; crop: Box } {
  const whole: Box = { xPx: 0, yPx: 0, widthPx: picture.widthPx, heightPx: picture.heightPx };
  const scaleX = frame.exactSize.widthPx / picture.widthPx;
  const scaleY = frame.exactSize.heightPx / picture.heightPx;
  switch (fitMode) {
    case 'fill':
      return { box: frame.box, crop: whole };
    case 'cover':
      return { box: frame.box, crop: centreIn(whole, scaled(frame.exactSize, 1 / Math.max(scaleX, scaleY))) };
    case 'contain':
      return { box: centreIn(frame.box, scaled(picture, Math.min(scaleX, scaleY))), crop: whole };
    case 'none':
      return { box: centreIn(frame.box, picture), crop: centreIn(whole, frame.box) };
    default:
      return fitMode satisfies never;
  }
}

/** What `auto` means: a box at least as large as the canvas is covered, any other contains its picture. */
export function chooseFitMode(fitMode: FitMode | undefined, box: Box, canvas: Size): Exclude<FitMode, 'auto'> {
  if (fitMode !== undefined && fitMode !== 'auto') return fitMode;
  return box.widthPx >= canvas.widthPx && box.heightPx >= canvas.heightPx ? 'cover' : 'contain';
}

/** True when no pixel of the box, turned about its centre, can be on the canvas. */
export function isOutsideCanvas(box: Box, rotationDegrees: number, canvas: Size): boolean {
  const angle = (rotationDegrees * Math.PI) / 180;
  const cos = Math.abs(Math.cos(angle));
  const sin = Math.abs(Math.sin(angle));
  const reachX = (box.widthPx * cos + box.heightPx * sin) / 2;
  const reachY = (box.widthPx * sin + box.heightPx * cos) / 2;
  const centreX = box.xPx + box.widthPx / 2;
  const centreY = box.yPx + box.heightPx / 2;
  return centreX + reachX <= 0 || centreY + reachY <= 0 || centreX - reachX >= canvas.widthPx || centreY - reachY >= canvas.heightPx;
}

function resolveSize(element: VisualProperties, picture: Size, canvas: Size): Size {
  const widthPx = element.width === undefined ? null : lengthToPx(element.width, canvas, canvas.widthPx);
  const heightPx = element.height === undefined ? null : lengthToPx(element.height, canvas, canvas.heightPx);
  if (widthPx !== null && heightPx !== null) return { widthPx, heightPx };
  if (widthPx !== null) return { widthPx, heightPx: (widthPx * picture.heightPx) / picture.widthPx };
  if (heightPx !== null) return { widthPx: (heightPx * picture.widthPx) / picture.heightPx, heightPx };
  return canvas;
}

/** The integer box of (at most) `size`, in the middle of `outer`. */
function centreIn(outer: Box, size: Size): Box {
  const widthPx = Math.min(outer.widthPx, toPixels(size.widthPx));
  const heightPx = Math.min(outer.heightPx, toPixels(size.heightPx));
  return { xPx: outer.xPx + centre(widthPx, outer.widthPx), yPx: outer.yPx + centre(heightPx, outer.heightPx), widthPx, heightPx };
}

const scaled = (size: Size, factor: number): Size => ({ widthPx: size.widthPx * factor, heightPx: size.heightPx * factor });

const centre = (size: number, available: number): number => Math.floor((available - size) / 2);

/** `+ 0` turns Math.round's -0 into 0. */
const roundEdge = (px: number): number => Math.round(px) + 0;
