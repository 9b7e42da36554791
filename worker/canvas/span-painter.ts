/**
 * Paints the frames of one canvas span: what does not change over the span is drawn once and kept, the rest anew for each frame.
 */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { draw, drawItems } from '#lib/composition/draw/draw';
import type { DrawResources } from '#lib/composition/draw/draw-resources';
import { frameAt } from '#lib/composition/frame-at';
import type { Layer } from '#lib/composition/timeline';
import { isMoving, isPlain } from '#worker/render/choose-engine';
import { groupStanding } from '#worker/render/group-standing';
import type { PlannedSpan, RenderPlan } from '#worker/render/render-plan';

/** What is painted, bottom to top: a canvas that is drawn already, or layers. */
type Part = Canvas | Layer[];

export class SpanPainter {
  readonly #plan: RenderPlan;
  readonly #resources: DrawResources;
  readonly #canvas: Canvas;
  readonly #parts: Part[];

  /** The pictures of all layers but the videos' must be there. */
  constructor(span: PlannedSpan, layers: readonly Layer[], plan: RenderPlan, resources: DrawResources) {
    this.#plan = plan;
    this.#resources = resources;
    this.#canvas = createCanvas(plan.widthPx, plan.heightPx);
    this.#parts = this.#fold(span, layers);
  }

  /** The frame's pixels: RGBA, opaque. The pictures of the videos must be those of `frame`. */
  paint(frame: number): Buffer {
    const ctx = this.#canvas.getContext('2d');
    const [first = []] = this.#parts;
    // A backdrop has the fill colour in it.
    if (first instanceof Array) draw(ctx, this.#plan, [], this.#resources);
    for (const part of this.#parts) {
      if (part instanceof Array) drawItems(ctx, this.#plan, this.#itemsOf(part, frame), this.#resources);
      else ctx.drawImage(part, 0, 0);
    }
    return this.#canvas.data();
  }

  #itemsOf(layers: Layer[], frame: number) {
    return frameAt({ layers, frameRate: this.#plan.frameRate }, frame);
  }

  #fold(span: PlannedSpan, layers: readonly Layer[]): Part[] {
    // A mask or a blend mode looks at what is below: only the backdrop, which has all of that, can be drawn ahead.
    const looksBelow = layers.some(({ look }) => look !== null && (look.maskMode !== null || look.blendMode !== 'normal'));
    if (looksBelow) return [[...layers]];
    return groupStanding(layers, span).map((group, index): Part => {
      const stands = group.every((layer) => !isMoving(layer, span));
      // A bare picture above others costs less to draw than a canvas of the whole size.
      if (!stands || (index > 0 && group.every(isPlain))) return group;
      const { widthPx, heightPx } = this.#plan;
      const canvas = createCanvas(widthPx, heightPx);
      const items = this.#itemsOf(group, span.startFrame);
      if (index === 0) draw(canvas.getContext('2d'), this.#plan, items, this.#resources);
      else drawItems(canvas.getContext('2d'), this.#plan, items, this.#resources);
      return canvas;
    });
  }
}
