/**
 * What is done to an element's picture beyond placing it, resolved: pixels, degrees and #rrggbb(aa) colours. Types alone.
 * `draw` applies it in the order of the fields.
 */

export const COLOR_FILTERS = ['brighten', 'contrast', 'grayscale', 'invert', 'sepia', 'saturate'] as const;
export type ColorFilterName = (typeof COLOR_FILTERS)[number];

/** Those that a 2D canvas and FFmpeg share; names are the canvas's. */
export const BLEND_MODES = ['normal', 'multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge', 'color-burn', 'hard-light', 'soft-light', 'difference', 'exclusion'] as const;
export type BlendMode = (typeof BLEND_MODES)[number];

export const MASK_MODES = ['alpha', 'alpha-inverted', 'luma', 'luma-inverted'] as const;
export type MaskMode = (typeof MASK_MODES)[number];

export interface Stroke {
  color: string;
  widthPx: number;
}

export interface Shadow {
  color: string;
  blurPx: number;
  xPx: number;
  yPx: number;
}

export interface Look {
  chromaKey: { color: string; similarity: number; smoothness: number } | null;
  flipX: boolean;
  flipY: boolean;
  colorFilter: { name: ColorFilterName; value: number } | null;
  colorOverlay: string | null;
  borderRadiusPx: number;
  /** Of the box; a text's or shape's own stroke is in its layer. */
  stroke: Stroke | null;
  blurRadiusPx: number;
  shadow: Shadow | null;
  blendMode: BlendMode;
  /** The layer is not seen itself: it masks the layers of the track below. */
  maskMode: MaskMode | null;
}

/** Nothing done: what a resolver starts from. */
export const PLAIN_LOOK: Look = {
  chromaKey: null, flipX: false, flipY: false, colorFilter: null, colorOverlay: null, borderRadiusPx: 0, stroke: null, blurRadiusPx: 0, shadow: null, blendMode: 'normal', maskMode: null,
};
