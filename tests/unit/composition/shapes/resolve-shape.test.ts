/** Shapes as layers: boxes, outlines, fills and strokes with nothing left to default. */
import { describe, expect, it } from 'vitest';
import { listSources } from '#lib/composition/sources';
import type { ShapeLayer } from '#lib/composition/timeline';
import { compositionOf, image, timelineOf } from '#tests/unit/composition/fixtures';

/** On a canvas of 1000 x 500. */
const layerOf = (properties: Record<string, unknown>): ShapeLayer | null => {
  const layer = timelineOf(compositionOf([{ type: 'shape', id: 'a', ...properties }])).layers[0];
  if (layer !== undefined && layer.type !== 'shape') throw new Error(`The layer is a ${layer.type}`);
  return layer ?? null;
};
const TRIANGLE = [[50, 0], [100, 100], [0, 100]];

describe('a shape', () => {
  it('of which nothing is said fills the canvas in white for 5 s', () => {
    expect(timelineOf(compositionOf([{ type: 'shape', shape: 'rectangle' }]))).toMatchObject({
      frameCount: 50,
      layers: [
        {
          type: 'shape', elementId: 'elements.0', track: 1, startFrame: 0, endFrame: 50, box: { xPx: 0, yPx: 0, widthPx: 1000, heightPx: 500 },
          rotationDegrees: 0, opacity: 1, look: null, motion: null,
          geometry: { kind: 'rectangle', radiusPx: 0 }, fill: { type: 'solid', color: '#ffffff' }, stroke: null,
        },
      ],
      sounds: [],
    });
  });

  it('needs no source', () => {
    expect(listSources(compositionOf([{ type: 'shape', shape: 'ellipse' }, image({ id: 'photo' })]))).toMatchObject([{ elementIds: ['photo'] }]);
  });

  it('lasts as long as an image would', () => {
    const layers = timelineOf(compositionOf([{ type: 'shape', shape: 'ellipse', track: 1 }, image({ track: 2, duration: 2 })])).layers;
    expect(layers.map(({ endFrame }) => endFrame)).toEqual([20, 20]);
  });

  it.each<[string, Record<string, unknown>, number[]]>([
    ['with both sides', { shape: 'rectangle', x: 10, y: 20, width: '30%', height: 40 }, [10, 20, 300, 40]],
    ['with a width alone is as high as it is wide', { shape: 'ellipse', x: 0, y: 0, width: 200 }, [0, 0, 200, 200]],
    ['with a height alone, likewise', { shape: 'polygon', points: TRIANGLE, x: 0, y: 0, height: 120 }, [0, 0, 120, 120]],
    ['of a path has the aspect of its view box', { shape: 'path', path: 'M0 0L9 9', view_box: [0, 0, 48, 24], x: 0, y: 0, width: 200 }, [0, 0, 200, 100]],
    ['by its anchor', { shape: 'ellipse', x: '100%', y: '100%', x_anchor: '100%', y_anchor: '50%', width: 100 }, [900, 450, 100, 100]],
  ])('%s has its box', (_name, properties, [xPx, yPx, widthPx, heightPx]) => {
    expect(layerOf(properties)?.box).toEqual({ xPx, yPx, widthPx, heightPx });
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    ['rectangle', { shape: 'rectangle', width: 300, height: 40, border_radius: '25%' }, { kind: 'rectangle', radiusPx: 10 }],
    ['ellipse', { shape: 'ellipse' }, { kind: 'ellipse' }],
    ['line', { shape: 'line' }, { kind: 'points', points: [[0, 0.5], [1, 0.5]], isClosed: false }],
    ['line', { shape: 'line', points: [[0, 100], [25, 0]] }, { kind: 'points', points: [[0, 1], [0.25, 0]], isClosed: false }],
    ['polygon', { shape: 'polygon', points: TRIANGLE }, { kind: 'points', points: [[0.5, 0], [1, 1], [0, 1]], isClosed: true }],
    [
      'path',
      { shape: 'path', path: 'm1 1h2z', view_box: [-1, -2, 3, 4], path_fit: 'fill' },
      { kind: 'path', fit: 'fill', alignment: [0.5, 0.5], view: { x: -1, y: -2, width: 3, height: 4 }, commands: [{ type: 'move', x: 1, y: 1 }, { type: 'line', x: 3, y: 1 }, { type: 'close' }] },
    ],
    ['path', { shape: 'path', path: 'M0 0L1 1' }, expect.objectContaining({ fit: 'contain', view: { x: 0, y: 0, width: 100, height: 100 } })],
  ])('as %s has its outline: %j', (_name, properties, geometry) => {
    expect(layerOf(properties)?.geometry).toEqual(geometry);
  });

  it.each<[Record<string, unknown>, unknown]>([
    [{ fill_color: '#ABC' }, { type: 'solid', color: '#aabbcc' }],
    [{ fill_color: '#11223380' }, { type: 'solid', color: '#11223380' }],
    [{ fill_color: '#112233FF' }, { type: 'solid', color: '#112233' }],
    [{ stroke_color: '#fff' }, null],
    [{ stroke_color: '#fff', fill_color: '#000' }, { type: 'solid', color: '#000000' }],
    [
      { fill: { type: 'linear', stops: [{ offset: '25%', color: '#F00' }, { offset: 1, color: '#00f8' + '8888' }] } },
      { type: 'linear', angleDegrees: 180, stops: [{ offset: 0.25, color: '#ff0000' }, { offset: 1, color: '#00f88888' }] },
    ],
    [
      { fill: { type: 'radial', stops: [{ offset: 0, color: '#f00' }, { offset: 1, color: '#00f' }] } },
      { type: 'radial', center: [0.5, 0.5], stops: [{ offset: 0, color: '#ff0000' }, { offset: 1, color: '#0000ff' }] },
    ],
  ])('with %j is filled with %j', (properties, fill) => {
    expect(layerOf({ shape: 'ellipse', ...properties })?.fill).toEqual(fill);
  });

  it.each<[Record<string, unknown>, unknown]>([
    [{ shape: 'ellipse' }, null],
    [{ shape: 'line', stroke_width: 5 }, { color: '#ffffff', widthPx: 5, dashesPx: [], cap: 'butt', join: 'miter' }],
    [{ shape: 'ellipse', stroke_color: '#0f0' }, { color: '#00ff00', widthPx: 2, dashesPx: [], cap: 'butt', join: 'miter' }],
    [{ shape: 'line' }, { color: '#ffffff', widthPx: 2, dashesPx: [], cap: 'butt', join: 'miter' }],
    [
      { shape: 'line', stroke_color: '#00ff0080', stroke_width: '2%', stroke_dash: [8, '1vmin'], stroke_cap: 'round', stroke_join: 'bevel' },
      { color: '#00ff0080', widthPx: 10, dashesPx: [8, 5], cap: 'round', join: 'bevel' },
    ],
  ])('with %j has the stroke %j', (properties, stroke) => {
    expect(layerOf(properties)?.stroke).toEqual(stroke);
  });

  it('keeps corners and stroke to its outline: its box has none', () => {
    expect(layerOf({ shape: 'rectangle', border_radius: 9, stroke_color: '#fff', shadow_color: '#000' })?.look).toMatchObject({ borderRadiusPx: 0, stroke: null, shadow: { color: '#000000' } });
  });

  it('has keyframes as any element', () => {
    const keyframes = [{ time: 0, value: 0 }, { time: 'end', value: 90 }];
    expect(layerOf({ shape: 'ellipse', rotation: keyframes })?.motion?.channels).toMatchObject([{ property: 'rotationDegrees', keyframes: [{ frame: 0, value: 0 }, { value: 90 }] }]);
  });

  it('is left out when nothing of it is seen, but not while its stroke reaches into the canvas', () => {
    expect(layerOf({ shape: 'ellipse', opacity: 0 })).toBeNull();
    expect(layerOf({ shape: 'rectangle', x: -100, y: 0, width: 90, height: 50 })).toBeNull();
    expect(layerOf({ shape: 'rectangle', x: -100, y: 0, width: 90, height: 50, stroke_color: '#fff', stroke_width: 30 })).not.toBeNull();
    expect(layerOf({ shape: 'rectangle', x: -100, y: 0, width: 90, height: 50, stroke_color: '#fff', stroke_width: 20 })).toBeNull();
  });
});
