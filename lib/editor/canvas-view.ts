/** How the canvas lies in the window it is edited in: zoom and shift in, its rectangle and places on it out. Pixels of the page, but where the canvas is named. */
import type { CanvasPoint } from '#lib/editor/canvas-matrix';
import type { Size } from '#lib/composition/units';

export const ZOOM_MIN = 0.25;
export const ZOOM_MAX = 4;
/** Of the menu. */
export const ZOOM_LEVELS = [0.25, 0.5, 0.75, 1, 1.5, 2, 4] as const;

/** Room around the canvas that fits: for handles at its edge. */
const FIT_MARGIN_PX = 28;

export interface CanvasZoom {
  /** Page pixels of a canvas pixel; `fit`: as large as the window takes. */
  zoom: 'fit' | number;
  /** Of the canvas's middle from the window's; nothing when it fits. */
  panPx: CanvasPoint;
}

export const FIT: CanvasZoom = { zoom: 'fit', panPx: { xPx: 0, yPx: 0 } };

/** Where the canvas is: its left upper corner in the window, and page pixels of one of its own. */
export interface CanvasView {
  scale: number;
  leftPx: number;
  topPx: number;
}

export function viewOfCanvas({ zoom, panPx }: CanvasZoom, canvas: Size, windowSize: Size): CanvasView {
  const scale = zoom === 'fit' ? fitScale(canvas, windowSize) : zoom;
  return {
    scale,
    leftPx: (windowSize.widthPx - canvas.widthPx * scale) / 2 + panPx.xPx,
    topPx: (windowSize.heightPx - canvas.heightPx * scale) / 2 + panPx.yPx,
  };
}

/** Never larger than itself doubled: a tiny canvas need not be a mosaic. */
function fitScale(canvas: Size, { widthPx, heightPx }: Size): number {
  const room = (px: number): number => Math.max(1, px - 2 * FIT_MARGIN_PX);
  return Math.min(room(widthPx) / canvas.widthPx, room(heightPx) / canvas.heightPx, 2);
}

/** Zoomed so that what is under `at` (in the window) stays there. */
export function zoomAbout(current: CanvasZoom, zoom: number, { canvas, windowSize, at }: { canvas: Size; windowSize: Size; at: CanvasPoint }): CanvasZoom {
  const view = viewOfCanvas(current, canvas, windowSize);
  const scale = Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, zoom));
  const point = toCanvasPoint(view, at);
  const centred = viewOfCanvas({ zoom: scale, panPx: FIT.panPx }, canvas, windowSize);
  return { zoom: scale, panPx: { xPx: at.xPx - point.xPx * scale - centred.leftPx, yPx: at.yPx - point.yPx * scale - centred.topPx } };
}

/** Moved by so much; what fitted is no longer said to fit. */
export function panBy(current: CanvasZoom, by: CanvasPoint, { canvas, windowSize }: { canvas: Size; windowSize: Size }): CanvasZoom {
  const { scale } = viewOfCanvas(current, canvas, windowSize);
  return { zoom: scale, panPx: { xPx: current.panPx.xPx + by.xPx, yPx: current.panPx.yPx + by.yPx } };
}

/** A place in the window as one on the canvas. */
export function toCanvasPoint({ scale, leftPx, topPx }: CanvasView, { xPx, yPx }: CanvasPoint): CanvasPoint {
  return { xPx: (xPx - leftPx) / scale, yPx: (yPx - topPx) / scale };
}
