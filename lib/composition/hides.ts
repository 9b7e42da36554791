/** Whether one layer, as it stands, leaves nothing to be seen of another behind it. */
import { isBareLook } from '#lib/composition/look';
import type { Motion } from '#lib/composition/motion';
import type { Box, Layer } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';

/** Whether the picture of a layer has no transparency of its own: its medium's facts say. False for what is no picture. */
export type IsOpaquePicture = (layer: Layer) => boolean;

export function hides(upper: Layer, lower: Layer, canvas: Size, isOpaquePicture: IsOpaquePicture): boolean {
  const isOpaque = isOpaquePicture(upper) && isBareLook(upper.look) && upper.opacity === 1 && upper.rotationDegrees % 180 === 0 && keepsItsBox(upper.motion);
  if (!isOpaque) return false;
  if (contains(upper.box, { xPx: 0, yPx: 0, ...canvas })) return true;
  // Strokes, shadows, turns and motion of the lower one reach out of its box.
  return isBareLook(lower.look) && lower.rotationDegrees % 180 === 0 && keepsItsBox(lower.motion) && contains(upper.box, lower.box);
}

/** A move of the picture inside its box is none of the box. */
function keepsItsBox(motion: Motion | null): boolean {
  return motion === null || (motion.clips.length === 0 && motion.channels.every(({ property }) => property === 'zoom' || property === 'panXPx' || property === 'panYPx'));
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.xPx <= inner.xPx &&
    outer.yPx <= inner.yPx &&
    outer.xPx + outer.widthPx >= inner.xPx + inner.widthPx &&
    outer.yPx + outer.heightPx >= inner.yPx + inner.heightPx
  );
}
