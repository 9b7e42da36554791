/**
 * The turn and mirroring that make a stored picture upright: ffprobe's display matrix or EXIF tag in, EXIF's number out.
 */
import type { Orientation } from '#lib/composition/media-facts';

/** By the signs of a, b, c, d, where a stored point (p, q) is shown at (ap + cq, bp + dq). */
const ORIENTATIONS: Readonly<Record<string, Orientation>> = {
  '1,0,0,1': 1,
  '-1,0,0,1': 2,
  '-1,0,0,-1': 3,
  '1,0,0,-1': 4,
  '0,1,1,0': 5,
  '0,1,-1,0': 6,
  '0,-1,-1,0': 7,
  '0,-1,1,0': 8,
};

/** `text` is ffprobe's dump of the matrix: three rows "0000000N: x y z". Anything but a multiple of 90 degrees is upright, as in browsers. */
export function parseDisplayMatrix(text: string): Orientation {
  const rows = text.trim().split('\n').map((row) => row.replace(/^\s*\d+:/, '').trim().split(/\s+/).map(Number));
  const key = [rows[0]?.[0], rows[0]?.[1], rows[1]?.[0], rows[1]?.[1]].map((value) => Math.sign(value ?? 0)).join(',');
  return ORIENTATIONS[key] ?? 1;
}

/** The EXIF tag as FFmpeg prints it ("    6"); null when it is no orientation. */
export function parseExifOrientation(text: string): Orientation | null {
  const value = Number(text);
  return Object.values(ORIENTATIONS).find((orientation) => orientation === value) ?? null;
}

/** True when the picture lies on its side: upright, its width is the stored height. */
export function isSideways(orientation: Orientation): boolean {
  return orientation >= 5;
}
