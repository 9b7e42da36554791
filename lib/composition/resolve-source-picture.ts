/** What image and video elements have in common: a file's picture, cropped, fitted and scaled, or what is wrong with it. */
import { scaleBox } from '#lib/composition/geometry';
import { BOX_SIDE_PX_MAX } from '#lib/composition/limits';
import { isBareLook } from '#lib/composition/look';
import type { Motion } from '#lib/composition/motion';
import { resolveCrop } from '#lib/composition/resolve-crop';
import { tooLargeProblem } from '#lib/composition/resolve-media';
import { isEverSeen, resolvePicture, type PictureLook, type ResolvedPicture } from '#lib/composition/resolve-picture';
import type { ResolveProblem } from '#lib/composition/resolve-problem';
import type { LayerSpan, ResolveContext } from '#lib/composition/resolved-element';
import type { PictureProperties } from '#lib/composition/schema/picture';
import { isFrameMoved, isKeyframes } from '#lib/composition/still-properties';
import { ratioToNumber, type Size } from '#lib/composition/units';

export type SourcePictureOutcome = { ok: false; problem: ResolveProblem } | { ok: true; look: PictureLook; toMotion: (span: LayerSpan) => Motion | null; isVisible: boolean };

/** `picture` is the size of the upright source in square pixels; integers. `isVisible` is false when no pixel of it can be seen at any time. */
export function resolveSourcePicture(element: PictureProperties, picture: Size, context: ResolveContext): SourcePictureOutcome {
  const cropped = resolveCrop(element.crop, picture, context);
  if (!cropped.ok) return cropped;
  const resolved = foldScale(element, (changed) => resolvePicture(changed, cropped.part, context));
  const { look, toMotion, isTooLarge } = resolved;
  const isVisible = isEverSeen(element, look, context.canvas);
  if (isVisible && isTooLarge) return { ok: false, problem: tooLargeProblem(look.box, context) };
  return { ok: true, look, toMotion, isVisible };
}

/** A scale that stands still, of a bare picture, is nothing but a larger or smaller box: no engine has to know of it. */
function foldScale(element: PictureProperties, resolveElement: (element: PictureProperties) => ResolvedPicture): ResolvedPicture {
  const { x_scale: xScale = 1, y_scale: yScale = 1 } = element;
  const scaled = resolveElement(element);
  const isScaled = xScale !== 1 || yScale !== 1;
  if (!isScaled || isKeyframes(xScale) || isKeyframes(yScale) || isFrameMoved(element) || !isBareLook(scaled.look.look)) return scaled;
  const bare = resolveElement({ ...element, x_scale: undefined, y_scale: undefined });
  const box = scaleBox(bare.look.box, ratioToNumber(xScale), ratioToNumber(yScale));
  return { ...bare, look: { ...bare.look, box }, isTooLarge: Math.max(box.widthPx, box.heightPx) > BOX_SIDE_PX_MAX };
}
