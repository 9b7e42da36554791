/**
 * Where an element is and which part of its picture it shows: properties and sizes in, integers out.
 * Preview and renderer draw the same integers: sizes are rounded, what is centred is floored, nothing is smaller than a pixel.
 */
import type { Alignment, Fit } from '#lib/composition/fit';
import type { AspectRatio } from '#lib/composition/schema/framing';
import type { FitMode, StillProperties } from '#lib/composition/schema/visual-element';
import type { Box } from '#lib/composition/timeline';
import { lengthToPx, type Size } from '#lib/composition/units';

/** An element's box: the integers on the canvas, and the exact size the picture is fitted to. */
export interface Frame {
  box: Box;
  exactSize: Size;
}

const toPixels = (px: number): number => Math.max(1, Math.round(px));

/**
 * The element's own box, before its picture is fitted into it. With only one of width and height the other follows the element's
 * aspect ratio, else `picture`'s; with neither the box is the largest of that aspect ratio inside the canvas, else the canvas.
 */
export function placeFrame(element: StillProperties, picture: Size, canvas: Size): Frame {
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

/** Fits a part of a picture (integers) into a frame: the box it is drawn into, and what of the part is drawn there. */
export function fitPicture(part: Box, frame: Frame, { fitMode, alignment }: Fit): { box: Box; crop: Box } {
  const scaleX = frame.exactSize.widthPx / part.widthPx;
  const scaleY = frame.exactSize.heightPx / part.heightPx;
  switch (fitMode) {
    case 'fill':
      return { box: frame.box, crop: part };
    case 'cover':
      return { box: frame.box, crop: alignIn(part, scaled(frame.exactSize, 1 / Math.max(scaleX, scaleY)), alignment) };
    case 'contain':
      return { box: alignIn(frame.box, scaled(part, Math.min(scaleX, scaleY)), alignment), crop: part };
    case 'none':
      return { box: alignIn(frame.box, part, alignment), crop: alignIn(part, frame.box, alignment) };
    default:
      return fitMode satisfies never;
  }
}

/** The box stretched about its centre, in whole pixels. */
export function scaleBox({ xPx, yPx, widthPx, heightPx }: Box, scaleX: number, scaleY: number): Box {
  const scaledWidthPx = toPixels(widthPx * scaleX);
  const scaledHeightPx = toPixels(heightPx * scaleY);
  return { xPx: xPx + centre(scaledWidthPx, widthPx), yPx: yPx + centre(scaledHeightPx, heightPx), widthPx: scaledWidthPx, heightPx: scaledHeightPx };
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

/** The box with `marginPx` more on every side. */
export function growBox({ xPx, yPx, widthPx, heightPx }: Box, marginPx: number): Box {
  return { xPx: xPx - marginPx, yPx: yPx - marginPx, widthPx: widthPx + 2 * marginPx, heightPx: heightPx + 2 * marginPx };
}

function resolveSize(element: StillProperties, picture: Size, canvas: Size): Size {
  const widthPx = element.width === undefined ? null : lengthToPx(element.width, canvas, canvas.widthPx);
  const heightPx = element.height === undefined ? null : lengthToPx(element.height, canvas, canvas.heightPx);
  if (widthPx !== null && heightPx !== null) return { widthPx, heightPx };
  const natural = naturalSize(element, picture);
  if (widthPx !== null) return { widthPx, heightPx: (widthPx * natural.heightPx) / natural.widthPx };
  if (heightPx !== null) return { widthPx: (heightPx * natural.widthPx) / natural.heightPx, heightPx };
  return element.aspect_ratio === undefined ? canvas : scaled(natural, Math.min(canvas.widthPx / natural.widthPx, canvas.heightPx / natural.heightPx));
}

/** A size of the aspect that a side which is not given follows. */
export function naturalSize({ aspect_ratio: aspectRatio }: Pick<StillProperties, 'aspect_ratio'>, picture: Size): Size {
  return aspectRatio === undefined ? picture : { widthPx: toAspect(aspectRatio), heightPx: 1 };
}

/** "16:9" as 16 / 9. */
function toAspect(aspectRatio: AspectRatio): number {
  if (typeof aspectRatio === 'number') return aspectRatio;
  const [width, height] = aspectRatio.split(':').map(Number.parseFloat);
  return (width ?? 1) / (height ?? 1);
}

/** The integer box of (at most) `size`, in its place in `outer`. */
function alignIn(outer: Box, size: Size, { x, y }: Alignment): Box {
  const widthPx = Math.min(outer.widthPx, toPixels(size.widthPx));
  const heightPx = Math.min(outer.heightPx, toPixels(size.heightPx));
  return { xPx: outer.xPx + Math.floor((outer.widthPx - widthPx) * x), yPx: outer.yPx + Math.floor((outer.heightPx - heightPx) * y), widthPx, heightPx };
}

const scaled = (size: Size, factor: number): Size => ({ widthPx: size.widthPx * factor, heightPx: size.heightPx * factor });

const centre = (size: number, available: number): number => Math.floor((available - size) / 2);

/** `+ 0` turns Math.round's -0 into 0. */
const roundEdge = (px: number): number => Math.round(px) + 0;
