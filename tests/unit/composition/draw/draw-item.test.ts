/** In which order a frame is drawn, with which numbers: seen by a context that writes down what it is told. */
import { describe, expect, it } from 'vitest';
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { draw } from '#lib/composition/draw/draw';
import type { DrawResources } from '#lib/composition/draw/draw-resources';
import { frameAt } from '#lib/composition/frame-at';
import type { Layer } from '#lib/composition/timeline';
import { channel, imageLayer, motionOf, RATE, videoLayer } from '#tests/unit/composition/hand-made-motion';

/** Every call and every set property as a line. */
function recorder(): { ctx: Canvas2D; lines: string[] } {
  const lines: string[] = [];
  const values: Record<string, unknown> = {};
  const ctx = new Proxy(values, {
    get: (_target, name: string) => values[name] ?? ((...args: unknown[]) => void lines.push([name, ...args.map((arg) => (typeof arg === 'number' ? Number(arg.toFixed(4)) : arg))].join(' '))),
    set: (_target, name: string, value: unknown) => {
      lines.push(`${name} = ${String(value)}`);
      return true;
    },
  });
  return { ctx: ctx as unknown as Canvas2D, lines };
}

/** All of a picture of 80 x 40, at half its size. */
const resources: DrawResources = {
  picture: ({ elementId }) => ({ image: { toString: () => elementId }, widthPx: 40, heightPx: 20, area: { xPx: 0, yPx: 0, widthPx: 80, heightPx: 40 } }),
  createCanvas: () => { throw new Error('no canvas is needed'); },
  createPath: () => { throw new Error('no path is needed'); },
};

function linesOf(layers: Layer[], frame = 20): string[] {
  const { ctx, lines } = recorder();
  draw(ctx, { widthPx: 320, heightPx: 180, fillColor: '#102030' }, frameAt({ layers, frameRate: RATE }, frame), resources);
  return lines.filter((line) => !['save', 'restore'].includes(line) && !line.startsWith('imageSmoothing'));
}

describe('draw', () => {
  it('fills the canvas, then draws layer by layer from bottom to top, each crop of its picture into its box', () => {
    const layers = [imageLayer({ elementId: 'below' }), videoLayer({ crop: { xPx: 20, yPx: 10, widthPx: 40, heightPx: 20 }, opacity: 0.5 })];
    expect(linesOf(layers)).toEqual([
      'fillStyle = #102030', 'fillRect 0 0 320 180',
      'globalAlpha = 1', 'translate 100 50', 'drawImage below 0 0 40 20 0 0 40 20',
      'globalAlpha = 0.5', 'translate 100 50', 'drawImage clip 10 5 20 10 0 0 40 20',
    ]);
  });

  it('turns and scales about the centre of the box', () => {
    const layer = imageLayer({ rotationDegrees: 90, motion: motionOf(channel('scaleX', [[0, 2]]), channel('scaleY', [[0, -1]])) });
    expect(linesOf([layer]).slice(2)).toEqual(['globalAlpha = 1', 'translate 100 50', 'translate 20 10', 'rotate 1.5708', 'scale 2 -1', 'translate -20 -10', 'drawImage picture 0 0 40 20 0 0 40 20']);
  });

  it('clips to the canvas before the layer is placed, and to the box after', () => {
    const keyframes = [{ frame: 0, value: 0.25, easing: { kind: 'linear' as const } }];
    const motion = { channels: [], clips: [{ kind: 'wipe' as const, area: 'box' as const, direction: 'left' as const, keyframes }, { kind: 'circle' as const, area: 'canvas' as const, direction: 'left' as const, keyframes }] };
    expect(linesOf([imageLayer({ motion })]).slice(2)).toEqual([
      'beginPath', `arc 160 90 ${Number((0.25 * Math.hypot(160, 90)).toFixed(4))} 0 6.2832`, 'clip',
      'globalAlpha = 1', 'translate 100 50',
      'beginPath', 'rect 30 0 10 20', 'clip',
      'drawImage picture 0 0 40 20 0 0 40 20',
    ]);
  });

  it.each([
    ['right', 'rect 0 0 10 20'],
    ['left', 'rect 30 0 10 20'],
    ['down', 'rect 0 0 40 5'],
    ['up', 'rect 0 15 40 5'],
  ] as const)('a wipe to the %s leaves behind it what is seen', (direction, expected) => {
    const motion = { channels: [], clips: [{ kind: 'wipe' as const, area: 'box' as const, direction, keyframes: [{ frame: 0, value: 0.25, easing: { kind: 'linear' as const } }] }] };
    expect(linesOf([imageLayer({ motion })])).toContain(expected);
  });

  it('draws nothing while a picture is not there yet', () => {
    const { ctx, lines } = recorder();
    draw(ctx, { widthPx: 320, heightPx: 180, fillColor: '#102030' }, frameAt({ layers: [imageLayer()], frameRate: RATE }, 20), { ...resources, picture: () => null });
    expect(lines.some((line) => line.startsWith('drawImage'))).toBe(false);
  });
});
