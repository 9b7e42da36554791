/**
 * A plan whose bitmaps have been drawn: what each shows is a part of the canvas, and only that part is laid on. The plan and the drawn boxes in,
 * the plan for FFmpeg's graph out.
 */
import type { Box } from '#lib/composition/timeline';
import { planBitmap } from '#worker/render/layers/image';
import type { PlacedPicture, PlannedPart } from '#worker/render/render-plan';

/** The boxes are on even coordinates, of even sizes, within the canvas. */
export function fitBitmaps<Part extends PlannedPart>(plan: Part, drawn: ReadonlyArray<{ id: string; box: Box }>): Part {
  const boxes = new Map(drawn.map(({ id, box }) => [id, box]));
  const isOpaque = new Map(plan.drawing?.bitmaps.map(({ id, fillColor }) => [id, fillColor !== null]));
  const place = <Placed extends PlacedPicture>(placed: Placed): Placed => {
    const box = boxes.get(placed.pictureId);
    return box === undefined ? placed : { ...placed, xPx: box.xPx, yPx: box.yPx };
  };
  return {
    ...plan,
    pictures: plan.pictures.map((picture) => {
      const box = boxes.get(picture.id);
      return box === undefined ? picture : { ...picture, ...planBitmap(box, isOpaque.get(picture.id) ?? false, picture.format).picture };
    }),
    stills: plan.stills.map((still) => ({ ...still, layers: still.layers.map(place) })),
    spans: plan.spans.map((span) => ({ ...span, layers: span.layers.map(place) })),
  };
}
