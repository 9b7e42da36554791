/**
 * Image layers: decoded once, prepared once for each distinct way they are shown, and repeated by the filters that lay them on.
 */
import type { ImageFacts } from '#lib/composition/media-facts';
import type { ImageLayer } from '#lib/composition/timeline';
import { filter, type FilterChain } from '#worker/render/filter-graph';
import { buildPictureChains } from '#worker/render/picture-filters';
import { prepareLayer } from '#worker/render/prepare-picture';
import type { CompositingFormat, ImagePicture } from '#worker/render/render-plan';

/** The picture without its number, so that equal ones can be found equal, and where its corner goes. */
export function planImage(layer: ImageLayer, facts: ImageFacts, format: CompositingFormat): { picture: Omit<ImagePicture, 'id' | 'inputIndex'>; xPx: number; yPx: number } {
  const { picture, xPx, yPx } = prepareLayer(layer, facts, format);
  return { picture: { kind: 'image', ...picture }, xPx, yPx };
}

/** From one decoded frame at `from` to one frame at `to`. */
export function buildImageChains(picture: ImagePicture, from: string, to: string): FilterChain[] {
  return buildPictureChains(picture, from, to);
}

/** The first frame of the input and no more: some image formats have several. */
export const FIRST_FRAME = filter('trim', { end_frame: 1 });
