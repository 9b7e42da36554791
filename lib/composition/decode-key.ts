/** The name of a layer's picture among all that are decoded: the renderer and the preview keep what they decode by it. */
import type { PictureLayer } from '#lib/composition/timeline';

/**
 * An image is the same whenever it is shown. Of a video that a loop shows again and again, each round is a picture of its own, and no two
 * rounds of an element begin at the same frame.
 */
export function decodeKeyOf({ type, elementId, startFrame }: Pick<PictureLayer, 'type' | 'elementId' | 'startFrame'>): string {
  return type === 'image' ? `image ${elementId}` : `video ${startFrame} ${elementId}`;
}
