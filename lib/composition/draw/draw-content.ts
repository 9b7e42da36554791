/** The one switch over layer types when drawing: each paints its content into its box, whose corner is at the context's origin. */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { drawGroup } from '#lib/composition/draw/draw-group';
import { drawPicture } from '#lib/composition/draw/draw-picture';
import { drawText } from '#lib/composition/draw/draw-text';
import { drawShape } from '#lib/composition/draw/draw-shape';
import type { SceneResources } from '#lib/composition/draw/scene-resources';
import type { DrawItem } from '#lib/composition/frame-at';

/** With the context's own opacity and transform; leaves other settings as they were. */
export function drawContent(ctx: Canvas2D, item: DrawItem, resources: SceneResources): void {
  const { layer } = item;
  switch (layer.type) {
    case 'image':
    case 'video':
      drawPicture(ctx, layer, item, resources);
      return;
    case 'text':
      drawText(ctx, layer, item, resources);
      return;
    case 'shape':
      drawShape(ctx, layer, item);
      return;
    case 'group':
      drawGroup(ctx, layer, item, resources);
      return;
    default:
      layer satisfies never;
  }
}
