/** What a glyph looks like, as data: an outline to be filled with the text's colour, or the layers of a colour glyph (COLR). Coordinates are font units, y goes up. */

/** SVG path data. */
export type GlyphPath = string;

/** a b c d e f as on a canvas. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface GlyphColorStop {
  /** In [0, 1], never falling. */
  offset: number;
  /** #rrggbbaa, or the text's own colour. */
  color: string | 'text';
}

export type GlyphFill =
  | { kind: 'solid'; color: string | 'text' }
  | { kind: 'linear'; x0: number; y0: number; x1: number; y1: number; stops: GlyphColorStop[] }
  | { kind: 'radial'; x0: number; y0: number; r0: number; x1: number; y1: number; r1: number; stops: GlyphColorStop[] };

export type GlyphLayer =
  | {
      kind: 'fill';
      path: GlyphPath;
      fill: GlyphFill;
      /** Of path and fill together. */
      matrix: Matrix;
    }
  /** Layers composited apart, then onto what is below by the canvas's name of the operation. */
  | { kind: 'group'; layers: GlyphLayer[]; operation: string };

/** What the glyph covers, from its origin. */
export interface GlyphInk {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** `ink` is null for one that shows nothing: a space. */
export type GlyphShape = { unitsPerEm: number; ink: GlyphInk | null } & ({ kind: 'outline'; path: GlyphPath } | { kind: 'layers'; layers: GlyphLayer[] });
