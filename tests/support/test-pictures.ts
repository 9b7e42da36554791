/**
 * The pictures test media show: a name and a size in, one RGBA frame out.
 * Each can be read back by a machine: a colour at a place, or a frame's own number.
 */

/**
 * - `#rrggbb` or `#rrggbbaa`: one colour.
 * - `quadrants`: red top left, green top right, blue bottom left, white bottom right.
 * - `half`: the left half red, the right half transparent.
 * - `counter`: the frame's number as COUNTER_BITS upright bars, most significant left, white for 1; `readCounter` reads it.
 * - `flash`: white in the first tenth of each second, else black.
 * - `testsrc`: FFmpeg's moving test picture.
 */
export type Picture = `#${string}` | 'quadrants' | 'half' | 'counter' | 'flash' | 'testsrc';

export const COUNTER_BITS = 12;

export const QUADRANT_COLOURS = { topLeft: '#ff0000', topRight: '#00ff00', bottomLeft: '#0000ff', bottomRight: '#ffffff' } as const;

type Rgba = readonly [number, number, number, number];

interface FrameOptions {
  widthPx: number;
  heightPx: number;
  frameIndex: number;
  timeSeconds: number;
}

/** The frame's pixels, 4 bytes each, row by row. */
export function makeFrame(picture: Exclude<Picture, 'testsrc'>, options: FrameOptions): Buffer {
  const { widthPx, heightPx } = options;
  const frame = Buffer.alloc(widthPx * heightPx * 4);
  const colourAt = (x: number, y: number): Rgba => {
    const isLeft = x < widthPx / 2;
    if (picture === 'quadrants') return toRgba(quadrantColour(isLeft, y < heightPx / 2));
    if (picture === 'half') return isLeft ? [255, 0, 0, 255] : [0, 0, 0, 0];
    if (picture === 'counter') return grey((options.frameIndex >> (COUNTER_BITS - 1 - Math.floor((x * COUNTER_BITS) / widthPx))) & 1 ? 255 : 0);
    // A small margin, as 1.0 s may be computed as 0.99999.
    if (picture === 'flash') return grey((options.timeSeconds + 1e-6) % 1 < 0.1 ? 255 : 0);
    return toRgba(picture);
  };
  // No picture changes along y within a half: one row is drawn for each half and repeated.
  for (const [firstRow, endRow] of [[0, Math.ceil(heightPx / 2)], [Math.ceil(heightPx / 2), heightPx]] as const) {
    if (firstRow === endRow) continue;
    const row = Buffer.alloc(widthPx * 4);
    for (let x = 0; x < widthPx; x += 1) row.set(colourAt(x, firstRow), x * 4);
    for (let y = firstRow; y < endRow; y += 1) row.copy(frame, y * widthPx * 4);
  }
  return frame;
}

const grey = (value: number): Rgba => [value, value, value, 255];

function quadrantColour(isLeft: boolean, isTop: boolean): string {
  if (isTop) return isLeft ? QUADRANT_COLOURS.topLeft : QUADRANT_COLOURS.topRight;
  return isLeft ? QUADRANT_COLOURS.bottomLeft : QUADRANT_COLOURS.bottomRight;
}

function toRgba(colour: string): Rgba {
  const bytes = Buffer.from(colour.slice(1).padEnd(8, 'f'), 'hex');
  return [bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0, bytes[3] ?? 255];
}
