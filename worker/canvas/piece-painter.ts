/**
 * Paints the frames of one piece: what does not change over it is drawn once and kept, the rest anew for each frame.
 */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { draw, drawItems } from '#lib/composition/draw/draw';
import type { DrawResources } from '#lib/composition/draw/draw-resources';
import { frameAt, type DrawItem } from '#lib/composition/frame-at';
import type { Layer } from '#lib/composition/timeline';
import { fillEdges } from '#worker/canvas/fill-edges';
import { groupStanding } from '#worker/render/group-standing';
import { isMoving } from '#worker/render/is-moving';
import type { PlannedPiece, PlannedPart } from '#worker/render/render-plan';
import { isPlain } from '#worker/render/span-parts';

/** What is painted, bottom to top: a canvas that is drawn already, or layers. */
type Part = Canvas | Layer[];

export interface PiecePainter {
  /** The frame's pixels, RGBA. The pictures of the videos must be those of `frame`. */
  paint: (frame: number) => Buffer;
}

/** All of the canvas, opaque. The pictures of all layers but the videos' must be there. */
export class OpaquePainter implements PiecePainter {
  readonly #plan: PlannedPart;
  readonly #resources: DrawResources;
  readonly #canvas: Canvas;
  readonly #parts: Part[];

  constructor(piece: PlannedPiece, layers: readonly Layer[], plan: PlannedPart, resources: DrawResources) {
    this.#plan = plan;
    this.#resources = resources;
    this.#canvas = createCanvas(plan.widthPx, plan.heightPx);
    this.#parts = this.#fold(piece, layers);
  }

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

  #itemsOf(layers: Layer[], frame: number): DrawItem[] {
    return frameAt({ layers, frameRate: this.#plan.frameRate }, frame);
  }

  #fold(piece: PlannedPiece, layers: readonly Layer[]): Part[] {
    // A mask or a blend mode looks at what is below: only the backdrop, which has all of that, can be drawn ahead.
    const looksBelow = layers.some(({ look }) => look !== null && (look.maskMode !== null || look.blendMode !== 'normal'));
    if (looksBelow) return [[...layers]];
    return groupStanding(layers, piece).map((group, index): Part => {
      const stands = group.every((layer) => !isMoving(layer, piece));
      // A bare picture above others costs less to draw than a canvas of the whole size.
      if (!stands || (index > 0 && group.every(isPlain))) return group;
      const { widthPx, heightPx } = this.#plan;
      const canvas = createCanvas(widthPx, heightPx);
      const items = this.#itemsOf(group, piece.startFrame);
      if (index === 0) draw(canvas.getContext('2d'), this.#plan, items, this.#resources);
      else drawItems(canvas.getContext('2d'), this.#plan, items, this.#resources);
      return canvas;
    });
  }
}

/** The piece's box alone, on nothing: straight alpha. All of its layers move. */
export class TransparentPainter implements PiecePainter {
  readonly #piece: PlannedPiece;
  readonly #layers: readonly Layer[];
  readonly #plan: PlannedPart;
  readonly #resources: DrawResources;
  readonly #canvas: Canvas;

  constructor(piece: PlannedPiece, layers: readonly Layer[], plan: PlannedPart, resources: DrawResources) {
    this.#piece = piece;
    this.#layers = layers;
    this.#plan = plan;
    this.#resources = resources;
    this.#canvas = createCanvas(piece.box.widthPx, piece.box.heightPx);
  }

  paint(frame: number): Buffer {
    const { xPx, yPx, widthPx, heightPx } = this.#piece.box;
    const ctx = this.#canvas.getContext('2d');
    ctx.clearRect(0, 0, widthPx, heightPx);
    ctx.save();
    ctx.translate(-xPx, -yPx);
    drawItems(ctx, this.#plan, frameAt({ layers: [...this.#layers], frameRate: this.#plan.frameRate }, frame), this.#resources);
    ctx.restore();
    const { data } = ctx.getImageData(0, 0, widthPx, heightPx);
    fillEdges(data, { widthPx, heightPx });
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  }
}
