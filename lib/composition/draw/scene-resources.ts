/** What drawing a layer needs beyond pictures and canvases: a way to draw the scene that is inside it. Types alone. */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import type { DrawResources } from '#lib/composition/draw/draw-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import type { Size } from '#lib/composition/units';

export interface SceneResources extends DrawResources {
  /** The items on a canvas of the given size, bottom to top, each track through its masks. */
  drawScene(ctx: Canvas2D, canvas: Size, items: readonly DrawItem[]): void;
}
