/**
 * The filters that carry out a picture's planned steps: crop, scale and colour, orientation, rotation, margins, transparency.
 *
 * Alpha is blended exactly although the canvas is 4:2:0: a chroma sample of a picture is the mean of its opaque pixels weighted by their
 * alpha (scaled while premultiplied), so that laying it on the canvas equals laying it on in full colour and halving the chroma then.
 */
import type { Orientation } from '#lib/composition/media-facts';
import { filter, type Filter, type FilterChain } from '#worker/render/filter-graph';
import { hasMargins } from '#worker/render/placement';
import type { DecodedPicture, PlannedPicture, Rotation } from '#worker/render/render-plan';
import { isSideways } from '#worker/render/source-geometry';

/** Exact rounding and chroma for what is done once; a video's frames keep their matrix and need exact rounding alone (0.3 ms a frame at 1080p). */
export const STILL_SCALER = 'bicubic+accurate_rnd+full_chroma_int+full_chroma_inp';
const VIDEO_SCALER = 'bicubic+accurate_rnd';
/** Without its flags FFmpeg makes RGB that is off by up to 5 of 255. */
const CANVAS_SCALER = 'bicubic+accurate_rnd+full_chroma_int';

/** A chroma sample is the mean of its four pixels: as `overlay` takes the mean of their alphas, the two fit together. */
const CHROMA_HALVER = 'area+accurate_rnd+full_chroma_int+full_chroma_inp';

/** Around a picture to be turned: the edge's own colour, so that smoothing and chroma take in no foreign one. */
const TURN_MARGIN_PX = 4;

/** Everything in the output, and so in the graph, is bt709 of limited range. */
const TO_OUTPUT_COLOURS = { out_color_matrix: 'bt709', out_range: 'tv' } as const;
export const OUTPUT_TAGS = filter('setparams', { range: 'tv', color_primaries: 'bt709', color_trc: 'bt709', colorspace: 'bt709' });

const toYuv = (format: string): Filter[] => [filter('scale', { ...TO_OUTPUT_COLOURS, flags: CHROMA_HALVER }), filter('format', { pix_fmts: format })];

/** From a still or a drawn frame in full colour to what the encoder takes. */
export const RGB_TO_OUTPUT: readonly Filter[] = [...toYuv('yuv420p'), OUTPUT_TAGS];

/** From a frame drawn on nothing to what is laid on: one pass, since it is done for each; what drawing leaves beside its edges is of their colour. */
export const DRAWN_TO_LAID: readonly Filter[] = [filter('scale', { ...TO_OUTPUT_COLOURS, flags: 'area' }), filter('format', { pix_fmts: 'yuva420p' }), OUTPUT_TAGS];

/** Planes 0 and 3 (luma, alpha) of the first link, 1 and 2 of the second, which is of the size of a 4:2:0 picture's chroma. */
const MERGE_LUMA_ALPHA_AND_CHROMA = filter('mergeplanes', { format: 'yuva420p', map0s: 0, map0p: 0, map1s: 1, map1p: 1, map2s: 1, map2p: 2, map3s: 0, map3p: 3 });

type ScaledFormat = 'yuv420p' | 'yuv444p' | 'gbrap';

/** From the decoded picture at `from` to what is laid on the canvas at `to`. */
export function buildPictureChains(picture: PlannedPicture, from: string, to: string): FilterChain[] {
  switch (picture.blending) {
    case 'plain': return [{ in: [from], filters: plainFilters(picture), out: [to] }];
    case 'masked': return maskedChains(picture, from, to);
    case 'blended': return blendedChains(picture, from, to);
    default: return picture.blending satisfies never;
  }
}

/** From the decoded picture to what a canvas takes: upright RGBA of full range, its alpha not multiplied in. */
export function canvasFilters(picture: DecodedPicture): Filter[] {
  const { hasAlpha, crop, scaledWidthPx: width, scaledHeightPx: height } = picture;
  // By way of planes: FFmpeg makes packed RGB of the same exactness in twice the time.
  const toPlanes = filter('format', { pix_fmts: hasAlpha ? 'gbrap' : 'gbrp' });
  const finish = [...ORIENTATION_FILTERS[picture.orientation], filter('format', { pix_fmts: 'rgba' })];
  const isUnscaled = crop.widthPx === width && crop.heightPx === height;
  if (!hasAlpha || isUnscaled) return [...cropFilters(picture), filter('scale', { width, height, ...colourArgs(picture, 'gbrap'), flags: CANVAS_SCALER }), toPlanes, ...finish];
  const resize = [filter('premultiply', { inplace: 1 }), filter('scale', { width, height, flags: CANVAS_SCALER }), filter('unpremultiply', { inplace: 1 })];
  return [...cropFilters(picture), filter('scale', { ...colourArgs(picture, 'gbrap'), flags: CANVAS_SCALER }), toPlanes, ...resize, ...finish];
}

function plainFilters(picture: PlannedPicture): Filter[] {
  const shape = (format: ScaledFormat): Filter[] => [...cropFilters(picture), ...scaleFilters(picture, format), ...orientFilters(picture)];
  if (picture.kind === 'video') return shape('yuv420p');
  return picture.format === 'gbrp' ? shape('gbrap') : [...shape('gbrap'), ...toYuv('yuv420p'), OUTPUT_TAGS];
}

/** The colours move, the mask does not: it is drawn once and laid on each frame. */
function maskedChains(picture: PlannedPicture, from: string, to: string): FilterChain[] {
  const { rotation, margins, opacity } = picture;
  const isReshaped = rotation !== null || hasMargins(margins);
  const colours = [...cropFilters(picture), ...scaleFilters(picture, isReshaped ? 'yuv444p' : 'yuv420p'), ...orientFilters(picture)];
  if (rotation !== null) colours.push(...smear(uprightSize(picture), TURN_MARGIN_PX), rotateFilter(rotation, 'black'));
  if (hasMargins(margins)) colours.push(padFilter(picture, 'black'), filter('fillborders', { left: margins.leftPx, top: margins.topPx, right: margins.rightPx, bottom: margins.bottomPx, mode: 'smear' }));
  if (isReshaped) colours.push(filter('scale', { flags: 'area' }), filter('format', { pix_fmts: 'yuv420p' }));

  const size = uprightSize(picture);
  const level = Math.round(opacity * 255).toString(16).padStart(2, '0');
  const mask = [filter('color', { color: `0x${level.repeat(3)}`, size: `${size.widthPx}x${size.heightPx}` }), filter('trim', { end_frame: 1 }), filter('format', { pix_fmts: 'gbrp' })];
  if (rotation !== null) mask.push(padBy(size, TURN_MARGIN_PX, 'black'), rotateFilter(rotation, 'black'));
  if (hasMargins(margins)) mask.push(padFilter(picture, 'black'));
  mask.push(filter('extractplanes', { planes: 'g' }));
  return [
    { in: [from], filters: colours, out: [`${to}c`] },
    { in: [], filters: mask, out: [`${to}m`] },
    { in: [`${to}c`, `${to}m`], filters: [filter('alphamerge')], out: [to] },
  ];
}

function blendedChains(picture: PlannedPicture, from: string, to: string): FilterChain[] {
  const { rotation, opacity, margins } = picture;
  const shape = [...cropFilters(picture), ...premultipliedFilters(picture), ...orientFilters(picture)];
  if (rotation !== null) shape.push(padBy(uprightSize(picture), TURN_MARGIN_PX, 'black@0'), rotateFilter(rotation, 'black@0'));
  if (hasMargins(margins)) shape.push(padFilter(picture, 'black@0'));
  const straight = filter('unpremultiply', { inplace: 1 });
  const fade = opacity === 1 ? [] : [filter('colorchannelmixer', { aa: opacity })];
  if (picture.format === 'gbrp') return [{ in: [from], filters: [...shape, straight, ...fade], out: [to] }];

  const halve = filter('scale', { width: picture.widthPx / 2, height: picture.heightPx / 2, flags: 'area' });
  return [
    { in: [from], filters: [...shape, filter('split')], out: [`${to}a`, `${to}b`] },
    { in: [`${to}a`], filters: [straight, ...fade, ...toYuv('yuva444p')], out: [`${to}l`] },
    { in: [`${to}b`], filters: [halve, straight, ...toYuv('yuv444p')], out: [`${to}c`] },
    { in: [`${to}l`, `${to}c`], filters: [MERGE_LUMA_ALPHA_AND_CHROMA, OUTPUT_TAGS], out: [to] },
  ];
}

function cropFilters({ crop, codedWidthPx, codedHeightPx }: DecodedPicture): Filter[] {
  if (crop.widthPx === codedWidthPx && crop.heightPx === codedHeightPx) return [];
  return [filter('crop', { w: crop.widthPx, h: crop.heightPx, x: crop.xPx, y: crop.yPx, exact: 1 })];
}

/** Size, colours and pixel format in one pass; nothing but tags where all three are right already. */
function scaleFilters(picture: PlannedPicture, format: ScaledFormat): Filter[] {
  const isUnscaled = picture.crop.widthPx === picture.scaledWidthPx && picture.crop.heightPx === picture.scaledHeightPx;
  const isReady = picture.pixelFormat === format && picture.colorMatrix === 'bt709' && picture.colorRange === 'tv';
  if (isUnscaled && isReady) return [OUTPUT_TAGS];
  const size = { width: picture.scaledWidthPx, height: picture.scaledHeightPx };
  if (picture.kind === 'video' && format !== 'gbrap' && picture.colorMatrix !== 'rgb' && picture.colorMatrix !== 'bt709') return scaleThenRecolour(picture, size, format);
  return [filter('scale', { ...size, ...colourArgs(picture, format), flags: scalerOf(picture) }), filter('format', { pix_fmts: format })];
}

/** `scale` is off by 4 of 255 when it changes the matrix of each frame quickly, and six times dearer when exactly; `colormatrix` is right and quick. */
function scaleThenRecolour({ colorMatrix, colorRange }: PlannedPicture, size: Filter['args'], format: string): Filter[] {
  return [
    filter('scale', { ...size, in_color_matrix: colorMatrix, in_range: colorRange, out_color_matrix: colorMatrix, out_range: 'tv', flags: VIDEO_SCALER }),
    filter('format', { pix_fmts: format }),
    filter('colormatrix', { src: colorMatrix, dst: 'bt709' }),
    OUTPUT_TAGS,
  ];
}

/** As gbrap with premultiplied alpha, in which the colours of invisible pixels are lost instead of bleeding into the visible ones. */
function premultipliedFilters(picture: PlannedPicture): Filter[] {
  if (!picture.hasAlpha) return scaleFilters(picture, 'gbrap');
  const toRgb = picture.pixelFormat === 'gbrap' ? [] : [filter('scale', { ...colourArgs(picture, 'gbrap'), flags: scalerOf(picture) }), filter('format', { pix_fmts: 'gbrap' })];
  const resize = filter('scale', { width: picture.scaledWidthPx, height: picture.scaledHeightPx, flags: scalerOf(picture) });
  return [...toRgb, filter('premultiply', { inplace: 1 }), resize];
}

function colourArgs({ colorMatrix, colorRange }: DecodedPicture, format: ScaledFormat): Filter['args'] {
  const from: Filter['args'] = colorMatrix === 'rgb' ? {} : { in_color_matrix: colorMatrix, in_range: colorRange };
  return format === 'gbrap' ? from : { ...from, ...TO_OUTPUT_COLOURS };
}

const scalerOf = (picture: PlannedPicture): string => (picture.kind === 'image' ? STILL_SCALER : VIDEO_SCALER);

/** How FFmpeg makes a picture stored in each orientation upright. */
const ORIENTATION_FILTERS: Readonly<Record<Orientation, readonly Filter[]>> = {
  1: [],
  2: [filter('hflip')],
  3: [filter('hflip'), filter('vflip')],
  4: [filter('vflip')],
  5: [filter('transpose', { dir: 'cclock_flip' })],
  6: [filter('transpose', { dir: 'clock' })],
  7: [filter('transpose', { dir: 'clock_flip' })],
  8: [filter('transpose', { dir: 'cclock' })],
};
const TURN_FILTERS: Readonly<Record<PlannedPicture['quarterTurns'], readonly Filter[]>> = {
  0: [], 1: ORIENTATION_FILTERS[6], 2: ORIENTATION_FILTERS[3], 3: ORIENTATION_FILTERS[8],
};

function orientFilters({ orientation, quarterTurns }: PlannedPicture): Filter[] {
  return [...ORIENTATION_FILTERS[orientation], ...TURN_FILTERS[quarterTurns]];
}

/** Size after scaling, orientation and quarter turns. */
function uprightSize({ scaledWidthPx, scaledHeightPx, orientation, quarterTurns }: PlannedPicture): { widthPx: number; heightPx: number } {
  const isSwapped = isSideways(orientation) !== (quarterTurns % 2 === 1);
  return isSwapped ? { widthPx: scaledHeightPx, heightPx: scaledWidthPx } : { widthPx: scaledWidthPx, heightPx: scaledHeightPx };
}

function rotateFilter({ degrees, widthPx, heightPx }: Rotation, fillColour: string): Filter {
  return filter('rotate', { angle: (degrees * Math.PI) / 180, out_w: widthPx, out_h: heightPx, fillcolor: fillColour });
}

function padBy(size: { widthPx: number; heightPx: number }, marginPx: number, colour: string): Filter {
  return filter('pad', { width: size.widthPx + 2 * marginPx, height: size.heightPx + 2 * marginPx, x: marginPx, y: marginPx, color: colour });
}

function smear(size: { widthPx: number; heightPx: number }, marginPx: number): Filter[] {
  return [padBy(size, marginPx, 'black'), filter('fillborders', { left: marginPx, top: marginPx, right: marginPx, bottom: marginPx, mode: 'smear' })];
}

function padFilter({ widthPx, heightPx, margins }: PlannedPicture, colour: string): Filter {
  return filter('pad', { width: widthPx, height: heightPx, x: margins.leftPx, y: margins.topPx, color: colour });
}
