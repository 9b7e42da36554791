/** Frames of compositions drawn in Node as the renderer draws them, from pictures made up of drawing commands; and their pixels. */
import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { CanvasResources } from '#worker/canvas/canvas-resources';
import { decodeKeyOf } from '#lib/composition/decode-key';
import { draw } from '#lib/composition/draw/draw';
import { frameAt } from '#lib/composition/frame-at';
import { compositionOf, imageFacts, timelineOf } from '#tests/unit/composition/fixtures';

type Paint = (ctx: SKRSContext2D) => void;

export interface PictureSize {
  widthPx: number;
  heightPx: number;
}

export type Rgba = [red: number, green: number, blue: number, alpha: number];

/** A picture of the given size, painted. */
export function picture({ widthPx, heightPx }: PictureSize, paint: Paint): Canvas {
  const canvas = createCanvas(widthPx, heightPx);
  paint(canvas.getContext('2d'));
  return canvas;
}

/** One colour. */
export const plain = (color: string, size: PictureSize = { widthPx: 100, heightPx: 100 }): Canvas =>
  picture(size, (ctx) => {
    ctx.fillStyle = color;
    ctx.fillRect(0, 0, size.widthPx, size.heightPx);
  });

/** Four quarters: red and green above, blue and white below. */
export const QUARTERS = picture({ widthPx: 100, heightPx: 100 }, (ctx) => {
  for (const [color, x, y] of [['#ff0000', 0, 0], ['#00ff00', 50, 0], ['#0000ff', 0, 50], ['#ffffff', 50, 50]] as const) {
    ctx.fillStyle = color;
    ctx.fillRect(x, y, 50, 50);
  }
});

export interface Drawn {
  at(x: number, y: number): Rgba;
  canvas: Canvas;
}

/** The frame of a composition of images; each element names its picture by id, and all pictures are of the size of the first. */
export function drawFrame(elements: Array<Record<string, unknown>>, pictures: Record<string, Canvas>, { frame = 0, width = 200, height = 100, ...changes }: { frame?: number; width?: number; height?: number; fill_color?: string } = {}): Drawn {
  const resources = new CanvasResources();
  for (const [id, image] of Object.entries(pictures)) {
    const size = { widthPx: image.width, heightPx: image.height };
    resources.setPicture(decodeKeyOf({ type: 'image', elementId: id, startFrame: 0 }), { image, ...size, area: { xPx: 0, yPx: 0, ...size } });
  }
  const [first] = Object.values(pictures);
  const body = compositionOf(elements.map((element) => ({ type: 'image', source: 'https://example.com/picture.png', ...element })), { width, height, ...changes });
  const timeline = timelineOf(body, { image: imageFacts({ widthPx: first?.width ?? 100, heightPx: first?.height ?? 100 }) });
  const canvas = createCanvas(timeline.widthPx, timeline.heightPx);
  const ctx = canvas.getContext('2d');
  draw(ctx, timeline, frameAt(timeline, frame), resources);
  const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
  return {
    canvas,
    at: (x, y) => {
      const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray((y * canvas.width + x) * 4);
      return [red, green, blue, alpha];
    },
  };
}
