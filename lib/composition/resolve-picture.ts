/** What all layers that are seen have in common: the element's properties and its picture's size in; box, crop, rotation, opacity, look and motion out. */
import { chooseFitMode, fitPicture, growBox, isOutsideCanvas, placeFrame } from '#lib/composition/geometry';
import type { Fit } from '#lib/composition/fit';
import { BOX_SIDE_PX_MAX } from '#lib/composition/limits';
import type { Motion } from '#lib/composition/motion';
import { lookReachPx, resolveLook } from '#lib/composition/resolve-look';
import { resolveMotion } from '#lib/composition/resolve-motion';
import type { LayerSpan, ResolveContext } from '#lib/composition/resolved-element';
import type { LookProperties } from '#lib/composition/schema/look';
import type { VisualProperties } from '#lib/composition/schema/visual-element';
import { isEverOpaque, isFrameMoved, isKeyframes, isMoved, largestOf, stillOf } from '#lib/composition/still-properties';
import type { Box, LayerBase, PictureLayerBase } from '#lib/composition/timeline';
import { ratioToNumber, type Size } from '#lib/composition/units';

/** What of the layer is known before its time is; motion comes from `toMotion`. */
export type PictureLook = Pick<PictureLayerBase, 'box' | 'crop' | 'fit' | 'rotationDegrees' | 'opacity' | 'look'>;

export interface ResolvedPicture {
  look: PictureLook;
  toMotion: (span: LayerSpan) => Motion | null;
  /** True when the box is, or becomes, larger than can be drawn. */
  isTooLarge: boolean;
}

export type PictureContext = Pick<ResolveContext, 'canvas' | 'frameRate' | 'trackBelow'>;

/** `part` is what is used of the upright picture, in square pixels. */
export function resolvePicture(element: VisualProperties & LookProperties, part: Box, { canvas, frameRate, trackBelow }: PictureContext): ResolvedPicture {
  const still = stillOf(element);
  const frame = placeFrame(still, part, canvas);
  const fit: Fit = {
    fitMode: chooseFitMode(still.fit_mode, frame.box, canvas),
    alignment: { x: ratioToNumber(still.x_alignment ?? ALIGNMENT_DEFAULT), y: ratioToNumber(still.y_alignment ?? ALIGNMENT_DEFAULT) },
  };
  const { box, crop } = fitPicture(part, frame, fit);
  const largest = fitPicture(part, placeFrame(largestOf(element, canvas), part, canvas), fit).box;
  // Keyframes say it for every frame; the layer itself is opaque then.
  const opacity = isKeyframes(element.opacity) ? 1 : ratioToNumber(element.opacity ?? 1);
  return {
    look: {
      box,
      crop,
      fit: isFrameMoved(element) ? { part, frame, ...fit } : null,
      rotationDegrees: toTurn(still.rotation ?? 0),
      opacity,
      look: resolveLook(element, { canvas, box, trackBelow }),
    },
    toMotion: (span) => resolveMotion(element, span, { canvas, frameRate, exactSize: frame.exactSize, picture: { whole: part, crop } }),
    isTooLarge: Math.max(largest.widthPx, largest.heightPx) > BOX_SIDE_PX_MAX,
  };
}

const ALIGNMENT_DEFAULT = '50%';

/** All of a picture. */
export function wholeOf({ widthPx, heightPx }: Size): Box {
  return { xPx: 0, yPx: 0, widthPx, heightPx };
}

/** False when no pixel of the element can be seen at any time, and it can be left out. `reachPx` is how far what it shows reaches out of its box. */
export function isEverSeen(element: VisualProperties, { box, rotationDegrees, look }: Pick<LayerBase, 'box' | 'rotationDegrees' | 'look'>, canvas: Size, reachPx = 0): boolean {
  if (element.visible === false) return false;
  // What is masked by nothing is hidden by it.
  if (element.mask_mode !== undefined) return true;
  const reach = growBox(box, reachPx + (look === null ? 0 : lookReachPx(look)));
  const isStill = !isMoved(element) && element.x_scale === undefined && element.y_scale === undefined;
  return isEverOpaque(element) && !(isStill && isOutsideCanvas(reach, rotationDegrees, canvas));
}

/** Any angle as one in [0, 360). */
const toTurn = (degrees: number): number => ((degrees % 360) + 360) % 360;
