/**
 * What laying out text needs from outside the core, as an interface: the fonts that are loaded, shaping, and the Unicode algorithms that come with large tables.
 * `lib/text` implements it for browser and worker alike; sizes are in ems (1 = the font size), y goes up.
 */
import type { FontFamilies } from '#lib/composition/text/font-catalog';
import type { GlyphShape } from '#lib/composition/text/glyph-shape';

/** A font file at a weight. */
export interface FaceInstance {
  file: string;
  weight: number;
}

/** The part of a text that one face draws in one direction. */
export interface RunToShape {
  face: FaceInstance;
  text: string;
  isRightToLeft: boolean;
  /** ISO 15924: "Arab". */
  script: string;
  /** Off when letters are spaced, so that "fi" stays two. */
  hasLigatures: boolean;
}

export interface ShapedGlyph {
  /** The font's number of the glyph; 0 is its "missing" box. */
  glyphId: number;
  /** Index in the run's text of the first character that the glyph stands for. */
  textIndex: number;
  advanceEm: number;
  offsetXEm: number;
  offsetYEm: number;
}

export interface FaceMetrics {
  ascentEm: number;
  /** Positive. */
  descentEm: number;
}

export interface LineBreak {
  /** Index of the first character of the next line. */
  position: number;
  /** A line ends here whatever its width. */
  isRequired: boolean;
}

/** Each method throws when the face has not been loaded: `loadTextFonts` loads what a composition needs. */
export interface TextFonts {
  readonly families: FontFamilies;
  /** The run's glyphs from left to right. */
  shape(run: RunToShape): ShapedGlyph[];
  measureFace(face: FaceInstance): FaceMetrics;
  getGlyphShape(face: FaceInstance, glyphId: number): GlyphShape;
  /** Where lines may end by Unicode's line breaking (UAX 14); the last is the end of the text. */
  findLineBreaks(text: string): LineBreak[];
  /** The embedding level of each UTF-16 unit by Unicode's bidirectional algorithm (UAX 9), odd for right to left; the paragraph's own level goes by its first letter. */
  findBidiLevels(paragraph: string): { levels: Uint8Array; paragraphLevel: number };
}
