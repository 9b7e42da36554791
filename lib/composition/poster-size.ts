/**
 * How large a video's poster is: the size of its canvas in, the poster's out. The renderer makes it so, and the share tags say it.
 */
import type { Size } from '#lib/composition/units';

/** Sharp on every page and in every feed; link unfurlers take at least 1200 px for a large picture. */
export const POSTER_SIDE_PX_MAX = 1280;

/** Of the canvas's shape, never larger than it, even on both sides: JPEG halves the chroma as the video does. */
export function toPosterSize({ widthPx, heightPx }: Size): Size {
  const scale = Math.min(1, POSTER_SIDE_PX_MAX / Math.max(widthPx, heightPx));
  const toEven = (lengthPx: number): number => Math.max(2, 2 * Math.round((lengthPx * scale) / 2));
  return { widthPx: toEven(widthPx), heightPx: toEven(heightPx) };
}
