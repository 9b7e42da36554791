/** What a shape is, resolved: an outline that can be laid into a box of any size, what fills it and what is drawn along it. Types alone. */

/** A step along an outline; x to the right, y down. Arcs and quadratic curves have become cubic ones, so that every canvas draws the same. */
export type PathCommand =
  | { type: 'move'; x: number; y: number }
  | { type: 'line'; x: number; y: number }
  | { type: 'curve'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { type: 'close' };

/** Across and down. */
export type Point = readonly [x: number, y: number];

export interface ViewBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PathFit {
  /** contain: as large as it fits; fill: stretched. */
  fit: 'contain' | 'fill';
  /** Where in the room that is left: 0 is left and top, 1 right and bottom. */
  alignment: Point;
}

export type ShapeGeometry =
  | { kind: 'rectangle'; radiusPx: number }
  | { kind: 'ellipse' }
  /** Points as parts of the box, 0 to 1. */
  | { kind: 'points'; points: Point[]; isClosed: boolean }
  /** `view` is the part of the path's own plane that is laid into the box. */
  | ({ kind: 'path'; commands: PathCommand[]; view: ViewBox } & PathFit);

export interface GradientStop {
  /** 0 to 1, never falling. */
  offset: number;
  color: string;
}

/** Colours are #rrggbb or #rrggbbaa. */
export type ShapeFill =
  | { type: 'solid'; color: string }
  /** Clockwise from up, as in CSS: 0 upwards, 90 to the right. The line is as long as the box is in that direction. */
  | { type: 'linear'; angleDegrees: number; stops: GradientStop[] }
  /** A circle around `center` (parts of the box, 0 to 1) that ends at the farthest corner. */
  | { type: 'radial'; center: Point; stops: GradientStop[] };

/** Drawn along the outline, half of it on either side. */
export interface ShapeStroke {
  color: string;
  widthPx: number;
  /** Lengths of dashes and gaps in turn; empty: unbroken. */
  dashesPx: number[];
  cap: 'butt' | 'round' | 'square';
  join: 'miter' | 'round' | 'bevel';
}
