/**
 * Chroma key: pixels whose colour is near the key colour, whatever their brightness, become transparent. Pure arithmetic on the pixels, so that
 * it is the same everywhere.
 */
import type { CanvasPixels } from '#lib/composition/draw/canvas-2d';
import type { ChromaKey } from '#lib/composition/look';

/** Cb and Cr of BT.709, each as weights of red, green and blue; 1 is the whole range from -0.5 to 0.5. */
const CB = [-0.1146 / 255, -0.3854 / 255, 0.5 / 255] as const;
const CR = [0.5 / 255, -0.4542 / 255, -0.0458 / 255] as const;

/** Multiplies each pixel's alpha; the colours stay. Distances are in the plane of Cb and Cr, 1 being its diagonal. */
export function applyChromaKey({ data }: CanvasPixels, { color, similarity, smoothness }: ChromaKey): void {
  const [keyCb, keyCr] = toChroma(color);
  const innerSquared = 2 * similarity ** 2;
  const outer = similarity + smoothness;
  const outerSquared = 2 * outer ** 2;
  for (let at = 0; at < data.length; at += 4) {
    const red = data[at] ?? 0;
    const green = data[at + 1] ?? 0;
    const blue = data[at + 2] ?? 0;
    const cb = CB[0] * red + CB[1] * green + CB[2] * blue - keyCb;
    const cr = CR[0] * red + CR[1] * green + CR[2] * blue - keyCr;
    const squared = cb * cb + cr * cr;
    if (squared <= innerSquared) data[at + 3] = 0;
    else if (squared < outerSquared) data[at + 3] = ((data[at + 3] ?? 0) * (Math.sqrt(squared / 2) - similarity)) / smoothness;
  }
}

/** Of #rrggbb. */
function toChroma(color: string): [cb: number, cr: number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return [CB[0] * red + CB[1] * green + CB[2] * blue, CR[0] * red + CR[1] * green + CR[2] * blue];
}
