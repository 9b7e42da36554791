/** The part of a source that an element uses: its `crop` and the picture's size in, whole pixels inside the picture out. */
import type { ResolveContext } from '#lib/composition/resolved-element';
import type { ResolveProblem } from '#lib/composition/resolve-problem';
import type { SourceCrop } from '#lib/composition/schema/framing';
import type { Box } from '#lib/composition/timeline';
import { lengthToPx, type Size } from '#lib/composition/units';

type CropOutcome = { ok: true; part: Box } | { ok: false; problem: ResolveProblem };

/** `picture` is the size of the upright source. What reaches beyond it is cut; a crop that begins beyond it is a problem. */
export function resolveCrop(crop: SourceCrop | undefined, picture: Size, { elementId, elementIndex }: Pick<ResolveContext, 'elementId' | 'elementIndex'>): CropOutcome {
  const { x = 0, y = 0, width = '100%', height = '100%' } = crop ?? {};
  // The only units of a crop are pixels and percent, so no canvas comes in.
  const across = cutRange(lengthToPx(x, picture, picture.widthPx), lengthToPx(width, picture, picture.widthPx), picture.widthPx);
  const down = cutRange(lengthToPx(y, picture, picture.heightPx), lengthToPx(height, picture, picture.heightPx), picture.heightPx);
  if (across !== null && down !== null) return { ok: true, part: { xPx: across.start, yPx: down.start, widthPx: across.length, heightPx: down.length } };
  const edge = across === null ? 'right' : 'bottom';
  return {
    ok: false,
    problem: {
      code: 'CROP_OUT_OF_RANGE',
      elementId,
      elementIndex,
      message: `Element "${elementId}" has a crop that begins beyond the ${edge} edge of its source, which is ${picture.widthPx} x ${picture.heightPx} pixels large`,
      details: { edge, source_width: picture.widthPx, source_height: picture.heightPx },
    },
  };
}

/** Null when nothing of the range is within [0, wholePx). */
function cutRange(startPx: number, lengthPx: number, wholePx: number): { start: number; length: number } | null {
  if (startPx >= wholePx) return null;
  const start = Math.min(wholePx - 1, Math.round(startPx));
  const end = Math.min(wholePx, Math.max(start + 1, Math.round(startPx + lengthPx)));
  return { start, length: end - start };
}
