/**
 * Chroma key: pixels whose colour is near the key colour, whatever their brightness, become transparent, and what stays loses the key's shine. Pure
 * arithmetic on the pixels, so that it is the same everywhere.
 */
import type { CanvasPixels } from '#lib/composition/draw/canvas-2d';
import type { ChromaKey } from '#lib/composition/look';

type Weights = readonly [red: number, green: number, blue: number];

/** Cb and Cr of BT.709, each as weights of red, green and blue; 1 is the whole range from -0.5 to 0.5. */
const CB: Weights = [-0.1146 / 255, -0.3854 / 255, 0.5 / 255];
const CR: Weights = [0.5 / 255, -0.4542 / 255, -0.0458 / 255];

/** How far beyond the last colours that are not opaque others may have the key's shine on them, in parts of how far those are from it. */
const SPILL_REACH = 0.5;
/** Keys as near to grey as this have no colour that could be told from others. */
const PALE = 0.02;

/**
 * Multiplies each pixel's alpha, and takes the key's colour out of what stays. Distances are in the plane of Cb and Cr, 1 being its diagonal.
 *
 * What stays has the more of the key on it the nearer it is: pixels of an edge are a mixture of both, and the screen shines on what is in front of it. That share
 * is the pixel's chroma along the key's, 1 being the key itself; so much of the key is subtracted, all of it up to where pixels become opaque, less and less over
 * the reach beyond.
 */
export function applyChromaKey({ data }: CanvasPixels, { color, similarity, smoothness }: ChromaKey): void {
  const [keyRed, keyGreen, keyBlue] = toRgb(color);
  const [keyCb, keyCr] = [weigh(CB, keyRed, keyGreen, keyBlue), weigh(CR, keyRed, keyGreen, keyBlue)];
  const keySquared = keyCb * keyCb + keyCr * keyCr;
  const outer = similarity + smoothness;
  const reach = outer * (1 + SPILL_REACH);
  // A key so pale that greys go with it leaves no colour of its own on anything.
  const hasShine = keySquared > 2 * Math.max(similarity, PALE) ** 2;
  for (let at = 0; at < data.length; at += 4) {
    const red = data[at] ?? 0;
    const green = data[at + 1] ?? 0;
    const blue = data[at + 2] ?? 0;
    const cb = weigh(CB, red, green, blue);
    const cr = weigh(CR, red, green, blue);
    const squared = ((cb - keyCb) ** 2 + (cr - keyCr) ** 2) / 2;
    if (squared <= similarity * similarity) data[at + 3] = 0;
    else if (squared < reach * reach) {
      const distance = Math.sqrt(squared);
      if (distance < outer) data[at + 3] = ((data[at + 3] ?? 0) * (distance - similarity)) / smoothness;
      if (!hasShine) continue;
      const near = Math.min(1, (reach - distance) / (outer * SPILL_REACH));
      const share = near * Math.min(1, Math.max(0, (cb * keyCb + cr * keyCr) / keySquared));
      data[at] = red - share * keyRed;
      data[at + 1] = green - share * keyGreen;
      data[at + 2] = blue - share * keyBlue;
    }
  }
}

function weigh([ofRed, ofGreen, ofBlue]: Weights, red: number, green: number, blue: number): number {
  return ofRed * red + ofGreen * green + ofBlue * blue;
}

/** Of #rrggbb. */
function toRgb(color: string): Weights {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return [red, green, blue];
}
