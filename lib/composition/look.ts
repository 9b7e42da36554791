/**
 * What is done to an element's picture beyond placing it, resolved: pixels and #rrggbb(aa) colours. `draw` applies it in the order of the fields.
 * Lengths are the element's own: they turn and grow with it.
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

/** Distances of colours, whatever their brightness: 0 equal, 1 as far as can be. */
export interface ChromaKey {
  color: string;
  /** Up to here a pixel is transparent, */
  similarity: number;
  /** and over as much as this beyond it becomes opaque. */
  smoothness: number;
}

export interface ColorFilter {
  name: ColorFilterName;
  value: number;
}

export interface Look {
  chromaKey: ChromaKey | null;
  flipX: boolean;
  flipY: boolean;
  /** As a function of CSS's filter property. */
  colorFilter: ColorFilter | null;
  colorOverlay: string | null;
  borderRadiusPx: number;
  /** Of the box; a text's or shape's own stroke is in its layer. */
  stroke: Stroke | null;
  blurRadiusPx: number;
  shadow: Shadow | null;
  blendMode: BlendMode;
  /** The layer is not seen itself: it masks the layers of the track below. */
  maskMode: MaskMode | null;
  /** The track that it masks; null without a mask mode. */
  maskedTrack: number | null;
}

/** Nothing done: what a resolver starts from. */
export const PLAIN_LOOK: Look = {
  chromaKey: null, flipX: false, flipY: false, colorFilter: null, colorOverlay: null, borderRadiusPx: 0, stroke: null, blurRadiusPx: 0, shadow: null, blendMode: 'normal', maskMode: null, maskedTrack: null,
};

/** True when nothing is done that a picture's own orientation could not do: engines without effects can draw it. */
export function isBareLook(look: Look | null): boolean {
  return look === null || Object.keys(PLAIN_LOOK).every((key) => key === 'flipX' || key === 'flipY' || look[key as keyof Look] === PLAIN_LOOK[key as keyof Look]);
}

/** What `flip` says of each direction. */
export function flipsOf(flip: 'horizontal' | 'vertical' | 'both' | undefined): Pick<Look, 'flipX' | 'flipY'> {
  return { flipX: flip === 'horizontal' || flip === 'both', flipY: flip === 'vertical' || flip === 'both' };
}
