/** Shapes at known pixels: fills, gradients, strokes, turns and opacity, drawn by the worker's canvas. */
import { describe, it } from 'vitest';
import { drawComposition } from '#tests/support/draw-composition';
import { expectColour } from '#tests/support/expect-colour';
import type { Frame } from '#tests/support/read-frame';

const BACK = '#204060';

/** One shape on a canvas of 200 x 100. */
const drawShape = (properties: Record<string, unknown>): Frame =>
  drawComposition({ width: 200, height: 100, fill_color: BACK, duration: 1, elements: [{ type: 'shape', ...properties }] });

type Expectation = readonly [x: number, y: number, colour: string];
const expectColours = (frame: Frame, expectations: readonly Expectation[]): void => {
  for (const [x, y, colour] of expectations) expectColour(frame, [x, y], colour);
};

describe('outlines', () => {
  it.each<[string, Record<string, unknown>, Expectation[]]>([
    ['a rectangle to its edges', { shape: 'rectangle', x: 20, y: 10, width: 100, height: 50, fill_color: '#ff0000' }, [[20, 10, '#ff0000'], [119, 59, '#ff0000'], [19, 30, BACK], [120, 30, BACK], [50, 60, BACK]]],
    ['a rounded rectangle without its corners', { shape: 'rectangle', x: 0, y: 0, width: 100, height: 100, border_radius: 40, fill_color: '#ff0000' }, [[3, 3, BACK], [96, 96, BACK], [15, 15, '#ff0000'], [50, 1, '#ff0000'], [1, 50, '#ff0000']]],
    ['an ellipse', { shape: 'ellipse', x: 0, y: 0, width: 200, height: 100, fill_color: '#ff0000' }, [[100, 2, '#ff0000'], [2, 50, '#ff0000'], [20, 10, BACK], [180, 90, BACK], [35, 18, '#ff0000'], [22, 24, '#ff0000']]],
    ['a polygon', { shape: 'polygon', x: 0, y: 0, width: 100, height: 100, points: [[0, 0], [100, 0], [0, 100]], fill_color: '#ff0000' }, [[2, 2, '#ff0000'], [47, 47, '#ff0000'], [53, 53, BACK], [97, 97, BACK]]],
    ['a path in its view box', { shape: 'path', path: 'M0 0H5V10H0Z', view_box: [0, 0, 10, 10], x: 0, y: 0, width: 100, height: 100, fill_color: '#ff0000' }, [[2, 2, '#ff0000'], [48, 97, '#ff0000'], [51, 50, BACK]]],
    ['a path in the middle of a wide box', { shape: 'path', path: 'M0 0H10V10H0Z', view_box: [0, 0, 10, 10], fill_color: '#ff0000' }, [[48, 50, BACK], [51, 50, '#ff0000'], [148, 50, '#ff0000'], [151, 50, BACK]]],
    ['a path stretched to it', { shape: 'path', path: 'M0 0H10V10H0Z', view_box: [0, 0, 10, 10], path_fit: 'fill', fill_color: '#ff0000' }, [[1, 1, '#ff0000'], [198, 98, '#ff0000']]],
    ['nothing of a path outside its view box', { shape: 'path', path: 'M-10 0H20V10H-10Z', view_box: [0, 0, 10, 10], x: 50, y: 0, width: 100, height: 100, fill_color: '#ff0000' }, [[45, 50, BACK], [55, 50, '#ff0000'], [155, 50, BACK]]],
  ])('%s', (_name, properties, expectations) => {
    expectColours(drawShape(properties), expectations);
  });
});

describe('fills', () => {
  const stops = [{ offset: 0, color: '#000000' }, { offset: 1, color: '#ffffff' }];
  it.each<[string, Record<string, unknown>, Expectation[]]>([
    ['white by default', {}, [[100, 50, '#ffffff']]],
    ['a translucent colour over what is below', { fill_color: '#ff000080' }, [[100, 50, '#902030']]],
    ['a gradient to the right', { fill: { type: 'linear', angle: 90, stops } }, [[50, 10, '#404040'], [50, 90, '#404040'], [100, 50, '#808080'], [150, 50, '#c0c0c0'], [0, 0, '#010101'], [199, 0, '#fefefe']]],
    ['a gradient down by default', { fill: { type: 'linear', stops } }, [[10, 25, '#414141'], [190, 75, '#c1c1c1']]],
    ['a gradient up', { fill: { type: 'linear', angle: 0, stops } }, [[10, 25, '#bebebe'], [190, 75, '#3e3e3e']]],
    // The line is 200 sin 45 + 100 cos 45 = 212 long; the corners have the colours of its ends, the other two those of a third and two thirds.
    ['a gradient across the corners', { fill: { type: 'linear', angle: 135, stops } }, [[0, 0, '#000000'], [199, 99, '#ffffff'], [0, 99, '#555555'], [199, 0, '#aaaaaa'], [100, 50, '#808080']]],
    ['stops that do not begin at the start', { fill: { type: 'linear', angle: 90, stops: [{ offset: '25%', color: '#ff0000' }, { offset: '25%', color: '#00ff00' }, { offset: 1, color: '#00ff00' }] } }, [[10, 50, '#ff0000'], [48, 50, '#ff0000'], [52, 50, '#00ff00'], [190, 50, '#00ff00']]],
    // From (50, 50) the farthest corner is hypot(150, 50) = 158 away.
    ['a gradient around a point', { fill: { type: 'radial', center: [25, 50], stops } }, [[50, 50, '#010101'], [129, 50, '#808080'], [199, 99, '#fefefe'], [50, 10, '#404040']]],
    ['a gradient that fades', { fill: { type: 'linear', angle: 90, stops: [{ offset: 0, color: '#ff0000' }, { offset: 1, color: '#ff000000' }] } }, [[0, 50, '#fe0000'], [100, 50, '#902030'], [199, 50, BACK]]],
  ])('%s', (_name, properties, expectations) => {
    expectColours(drawShape({ shape: 'rectangle', x: 0, y: 0, width: 200, height: 100, ...properties }), expectations);
  });
});

describe('strokes', () => {
  const box = { x: 50, y: 20, width: 100, height: 60 };
  it.each<[string, Record<string, unknown>, Expectation[]]>([
    ['lie half on either side of the outline', { shape: 'rectangle', ...box, stroke_color: '#00ff00', stroke_width: 10 }, [[45, 50, '#00ff00'], [54, 50, '#00ff00'], [44, 50, BACK], [55, 50, BACK], [45, 15, '#00ff00']]],
    ['are drawn over the fill', { shape: 'rectangle', ...box, fill_color: '#ff0000', stroke_color: '#00ff00', stroke_width: 10 }, [[54, 50, '#00ff00'], [56, 50, '#ff0000']]],
    ['round an ellipse', { shape: 'ellipse', ...box, stroke_color: '#00ff00', stroke_width: 10 }, [[46, 50, '#00ff00'], [53, 50, '#00ff00'], [57, 50, BACK], [100, 16, '#00ff00'], [47, 17, BACK]]],
    ['of a line are white from side to side', { shape: 'line', ...box, stroke_width: 10 }, [[51, 46, '#ffffff'], [148, 53, '#ffffff'], [48, 50, BACK], [100, 44, BACK]]],
    ['have square ends', { shape: 'line', ...box, stroke_width: 10, stroke_cap: 'square' }, [[46, 46, '#ffffff'], [153, 53, '#ffffff']]],
    ['have round ends', { shape: 'line', ...box, stroke_width: 10, stroke_cap: 'round' }, [[47, 50, '#ffffff'], [45, 45, BACK]]],
    ['have dashes', { shape: 'line', ...box, stroke_width: 10, stroke_dash: [20, 10] }, [[55, 50, '#ffffff'], [68, 50, '#ffffff'], [75, 50, BACK], [85, 50, '#ffffff'], [105, 50, BACK]]],
    ['have cut corners', { shape: 'rectangle', ...box, stroke_color: '#00ff00', stroke_width: 20, stroke_join: 'bevel' }, [[41, 11, BACK], [48, 18, '#00ff00']]],
    ['go from corner to corner', { shape: 'line', ...box, points: [[0, 0], [100, 100]], stroke_width: 6 }, [[100, 50, '#ffffff'], [60, 26, '#ffffff'], [60, 40, BACK]]],
  ])('%s', (_name, properties, expectations) => {
    expectColours(drawShape(properties), expectations);
  });
});

describe('as any other element', () => {
  const box = { x: 50, y: 20, width: 100, height: 60 };

  it('a shape is turned about its centre', () => {
    const frame = drawShape({ shape: 'rectangle', ...box, fill_color: '#ff0000', rotation: 90 });
    expectColours(frame, [[100, 2, '#ff0000'], [100, 98, '#ff0000'], [72, 50, '#ff0000'], [68, 50, BACK], [132, 50, BACK]]);
  });

  it('a shape fades as a whole: the fill does not shine through its half of the stroke', () => {
    const frame = drawShape({ shape: 'rectangle', ...box, fill_color: '#ff0000', stroke_color: '#00ff00', stroke_width: 20, opacity: 0.5 });
    expectColours(frame, [[100, 50, '#902030'], [55, 50, '#10a030'], [45, 50, '#10a030']]);
  });

  it('a shape that grows keeps the width of its stroke and the radius of its corners', () => {
    const width = [{ time: 0, value: 40 }, { time: 'end', value: 160 }];
    const shape = { type: 'shape', shape: 'rectangle', x: 20, y: 20, width, height: 60, border_radius: 20, stroke_color: '#00ff00', stroke_width: 10 };
    const composition = { width: 200, height: 100, fill_color: BACK, frame_rate: 10, duration: 2, elements: [{ ...shape, duration: 1 }] };
    for (const [frame, right] of [[0, 60], [5, 120]] as const) {
      expectColours(drawComposition(composition, frame), [[right - 4, 50, '#00ff00'], [right + 3, 50, '#00ff00'], [right - 7, 50, BACK], [right + 7, 50, BACK], [right - 1, 21, BACK]]);
    }
  });

  it('a shape mirrors, throws a shadow and is tinted', () => {
    const half = { shape: 'path', path: 'M0 0H5V10H0Z', view_box: [0, 0, 10, 10], x: 50, y: 0, width: 100, height: 100, fill_color: '#ff0000' };
    expectColours(drawShape({ ...half, flip: 'horizontal' }), [[60, 50, BACK], [140, 50, '#ff0000']]);
    expectColours(drawShape({ ...half, shadow_color: '#000000', shadow_blur: 0, shadow_x: 20 }), [[75, 50, '#ff0000'], [110, 50, '#000000'], [125, 50, BACK]]);
    expectColours(drawShape({ ...half, color_overlay: '#0000ff' }), [[75, 50, '#0000ff'], [110, 50, BACK]]);
  });
});
