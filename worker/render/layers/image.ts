/**
 * Image layers: decoded once, prepared once for each distinct way they are shown, and repeated by the filters that lay them on.
 */
import type { ImageFacts } from '#lib/composition/media-facts';
import type { Box, ImageLayer } from '#lib/composition/timeline';
import { filter, type FilterChain } from '#worker/render/filter-graph';
import { buildPictureChains } from '#worker/render/picture-filters';
import { prepareLayer } from '#worker/render/prepare-picture';
import type { CompositingFormat, ImagePicture } from '#worker/render/render-plan';

/** The picture without its number, so that equal ones can be found equal, and where its corner goes. */
export function planImage(layer: ImageLayer, facts: ImageFacts, format: CompositingFormat): { picture: Omit<ImagePicture, 'id' | 'inputIndex'>; xPx: number; yPx: number } {
  const { picture, xPx, yPx } = prepareLayer(layer, facts, format);
  return { picture: { kind: 'image', ...picture }, xPx, yPx };
}

/** A bitmap of straight RGBA that is drawn where it goes: its box has even edges. */
export function planBitmap({ xPx, yPx, widthPx, heightPx }: Box, isOpaque: boolean, format: CompositingFormat): { picture: Omit<ImagePicture, 'id' | 'inputIndex'>; xPx: number; yPx: number } {
  return {
    picture: {
      kind: 'image',
      codedWidthPx: widthPx, codedHeightPx: heightPx,
      pixelFormat: 'rgba', colorMatrix: 'rgb', colorRange: 'pc', hasAlpha: !isOpaque,
      crop: { xPx: 0, yPx: 0, widthPx, heightPx },
      scaledWidthPx: widthPx, scaledHeightPx: heightPx,
      orientation: 1, quarterTurns: 0, rotation: null, opacity: 1,
      margins: { leftPx: 0, topPx: 0, rightPx: 0, bottomPx: 0 },
      widthPx, heightPx,
      blending: isOpaque ? 'plain' : 'blended',
      format,
    },
    xPx,
    yPx,
  };
}

/** From one decoded frame at `from` to one frame at `to`. */
export function buildImageChains(picture: ImagePicture, from: string, to: string): FilterChain[] {
  return buildPictureChains(picture, from, to);
}

/** The first frame of the input and no more: some image formats have several. */
export const FIRST_FRAME = filter('trim', { end_frame: 1 });
