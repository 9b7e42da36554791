/** An element's visual properties become its look: defaults, pixels and colours. Null when nothing is asked for that changes a pixel. */
import { BLUR_RADIUS_PX_MAX } from '#lib/composition/limits';
import { flipsOf, PLAIN_LOOK, type ColorFilter, type ColorFilterName, type Look, type Shadow, type Stroke } from '#lib/composition/look';
import type { Length } from '#lib/composition/schema/length';
import type { LookProperties } from '#lib/composition/schema/look';
import { isKeyframes } from '#lib/composition/still-properties';
import { lengthToPx, normalizeColor, ratioToNumber, type Size } from '#lib/composition/units';

export interface LookContext {
  canvas: Size;
  /** Where the element's picture is drawn. */
  box: Size;
  /** The next lower track with something to be seen; what a mask masks. */
  trackBelow: number | null;
}

const STROKE_WIDTH_DEFAULT = 2;
const SHADOW_BLUR_DEFAULT = '2vmin';
const SIMILARITY_DEFAULT = 0.15;
const SMOOTHNESS_DEFAULT = 0.05;
/** At 1 a factor changes nothing, a share everything. */
const FILTER_DEFAULTS: Readonly<Record<ColorFilterName, number>> = { brighten: 1.5, contrast: 1.5, saturate: 1.5, grayscale: 1, invert: 1, sepia: 1 };

/** Elements whose stroke is not that of their box leave `stroke_color` out. */
export function resolveLook(element: LookProperties, { canvas, box, trackBelow }: LookContext): Look | null {
  const { flip, chroma_key: key, blur_radius: blur, color_overlay: overlay, mask_mode: maskMode = null } = element;
  const look: Look = {
    chromaKey: key === undefined ? null : {
      color: normalizeColor(key.color),
      similarity: ratioToNumber(key.similarity ?? SIMILARITY_DEFAULT),
      smoothness: ratioToNumber(key.smoothness ?? SMOOTHNESS_DEFAULT),
    },
    ...flipsOf(flip),
    colorFilter: resolveColorFilter(element),
    colorOverlay: overlay === undefined ? null : normalizeColor(overlay),
    borderRadiusPx: lengthToPx(element.border_radius ?? 0, canvas, Math.min(box.widthPx, box.heightPx)),
    stroke: resolveStroke(element, canvas),
    // Keyframes say it for every frame; the look itself is sharp then.
    blurRadiusPx: blur === undefined || isKeyframes(blur) ? 0 : toBlurPx(blur, canvas),
    shadow: resolveShadow(element, canvas),
    blendMode: element.blend_mode ?? 'normal',
    maskMode,
    maskedTrack: maskMode === null ? null : trackBelow,
  };
  return isSame(look, PLAIN_LOOK) ? null : look;
}

/** Percentages are of the canvas's smaller side; no more than a canvas blurs. */
export function toBlurPx(length: Length, canvas: Size): number {
  return Math.min(BLUR_RADIUS_PX_MAX, lookLengthToPx(length, canvas));
}

/** Of lengths whose percentages are of the canvas's smaller side. */
function lookLengthToPx(length: Length, canvas: Size): number {
  return lengthToPx(length, canvas, Math.min(canvas.widthPx, canvas.heightPx));
}

/** How far the look reaches out of the box on each side, at most. */
export function lookReachPx(look: Look): number {
  return (look.stroke === null ? 0 : look.stroke.widthPx / 2) + softReachPx(look);
}

/** How far blur and shadow reach beyond what is drawn sharp. */
export function softReachPx({ blurRadiusPx, shadow }: Pick<Look, 'blurRadiusPx' | 'shadow'>): number {
  const shadowReach = shadow === null ? 0 : Math.hypot(shadow.xPx, shadow.yPx) + SIGMAS_SEEN * blurSigmaOf(shadow);
  return SIGMAS_SEEN * blurRadiusPx + shadowReach;
}

/** A Gaussian is not seen any more after three times its deviation. */
const SIGMAS_SEEN = 3;
/** Of a shadow's blur the deviation is half, as on a canvas and in CSS. */
const blurSigmaOf = ({ blurPx }: Shadow): number => blurPx / 2;

function resolveColorFilter({ color_filter: name, color_filter_value: value }: LookProperties): ColorFilter | null {
  if (name === undefined) return null;
  const amount = ratioToNumber(value ?? FILTER_DEFAULTS[name]);
  return amount === (isShare(name) ? 0 : 1) ? null : { name, value: amount };
}

/** True for a filter that is applied in part or wholly, and no further. */
export const isShare = (name: ColorFilterName): boolean => name === 'grayscale' || name === 'invert' || name === 'sepia';

function resolveStroke({ stroke_color: color, stroke_width: width = STROKE_WIDTH_DEFAULT }: LookProperties, canvas: Size): Stroke | null {
  return color === undefined ? null : { color: normalizeColor(color), widthPx: lookLengthToPx(width, canvas) };
}

function resolveShadow({ shadow_color: color, shadow_blur: blur = SHADOW_BLUR_DEFAULT, shadow_x: x = 0, shadow_y: y = 0 }: LookProperties, canvas: Size): Shadow | null {
  if (color === undefined) return null;
  return { color: normalizeColor(color), blurPx: toBlurPx(blur, canvas), xPx: lookLengthToPx(x, canvas), yPx: lookLengthToPx(y, canvas) };
}

function isSame(first: Look, second: Look): boolean {
  return Object.keys(PLAIN_LOOK).every((key) => first[key as keyof Look] === second[key as keyof Look]);
}
