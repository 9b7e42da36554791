/** Outlines in boxes of any size, and what is known of them without drawing. */
import { describe, expect, it } from 'vitest';
import { isOpaqueShape } from '#lib/composition/shapes/is-opaque-shape';
import type { PathCommand, ShapeFill, ShapeGeometry, ShapeStroke } from '#lib/composition/shapes/shape';
import { shapeOutline } from '#lib/composition/shapes/shape-outline';
import { shapeReachPx } from '#lib/composition/shapes/shape-reach';

const SIZE = { widthPx: 200, heightPx: 100 };
const cornersOf = (commands: readonly PathCommand[]) => commands.flatMap((command) => (command.type === 'close' ? [] : [[command.x, command.y]]));
const ellipse: ShapeGeometry = { kind: 'ellipse' };
const rectangle = (radiusPx: number): ShapeGeometry => ({ kind: 'rectangle', radiusPx });
const path = (changes: Partial<Extract<ShapeGeometry, { kind: 'path' }>>): ShapeGeometry => ({
  kind: 'path', view: { x: 10, y: 20, width: 10, height: 10 }, fit: 'contain', alignment: [0.5, 0.5],
  commands: [{ type: 'move', x: 10, y: 20 }, { type: 'curve', x1: 12, y1: 20, x2: 20, y2: 28, x: 20, y: 30 }, { type: 'close' }], ...changes,
});

/** The middle of a cubic curve that starts at (fromX, fromY). */
const middleOf = ([fromX, fromY]: number[], { x1, y1, x2, y2, x, y }: Extract<PathCommand, { type: 'curve' }>): [number, number] => [(fromX! + 3 * x1 + 3 * x2 + x) / 8, (fromY! + 3 * y1 + 3 * y2 + y) / 8];

describe('shapeOutline', () => {
  it('of a rectangle is its corners', () => {
    expect(cornersOf(shapeOutline(rectangle(0), SIZE))).toEqual([[0, 0], [200, 0], [200, 100], [0, 100]]);
  });

  it('of a rounded one begins and ends its corners a radius away, which is never more than half of a side', () => {
    expect(cornersOf(shapeOutline(rectangle(10), SIZE))).toEqual([[10, 0], [190, 0], [200, 10], [200, 90], [190, 100], [10, 100], [0, 90], [0, 10], [10, 0]]);
    expect(shapeOutline(rectangle(999), SIZE)).toEqual(shapeOutline(rectangle(50), SIZE));
  });

  it('of an ellipse is within a thousandth of one', () => {
    const commands = shapeOutline(ellipse, SIZE);
    let from = [0, 0];
    for (const command of commands) {
      if (command.type === 'curve') {
        const [x, y] = middleOf(from, command);
        expect(Math.abs(Math.hypot((x - 100) / 100, (y - 50) / 50) - 1)).toBeLessThan(0.001);
      }
      if (command.type !== 'close') from = [command.x, command.y];
    }
    expect(commands.filter(({ type }) => type === 'curve')).toHaveLength(4);
  });

  it('of points is as large as the box, and closed when it is a polygon', () => {
    const points = [[0, 0.5], [1, 0.25]] as const;
    expect(shapeOutline({ kind: 'points', points: [...points], isClosed: false }, SIZE)).toEqual([{ type: 'move', x: 0, y: 50 }, { type: 'line', x: 200, y: 25 }]);
    expect(shapeOutline({ kind: 'points', points: [...points], isClosed: true }, SIZE).at(-1)).toEqual({ type: 'close' });
  });

  it.each<[string, ShapeGeometry, number[][]]>([
    ['in the middle of its box', path({}), [[50, 0], [150, 100]]],
    ['at the left', path({ alignment: [0, 0.5] }), [[0, 0], [100, 100]]],
    ['at the right', path({ alignment: [1, 0.5] }), [[100, 0], [200, 100]]],
    ['stretched', path({ fit: 'fill' }), [[0, 0], [200, 100]]],
  ])('of a path lays its view box %s', (_name, geometry, corners) => {
    expect(cornersOf(shapeOutline(geometry, SIZE))).toEqual(corners);
  });

  it('moves the control points of a path with it', () => {
    expect(shapeOutline(path({ fit: 'fill' }), SIZE)[1]).toEqual({ type: 'curve', x1: 40, y1: 0, x2: 200, y2: 80, x: 200, y: 100 });
  });
});

describe('shapeReachPx', () => {
  const stroke = (changes: Partial<ShapeStroke> = {}): ShapeStroke => ({ color: '#ffffff', widthPx: 10, dashesPx: [], cap: 'butt', join: 'miter', ...changes });
  const line: ShapeGeometry = { kind: 'points', points: [[0, 0], [1, 1]], isClosed: false };
  it.each<[string, ShapeGeometry, ShapeStroke | null, number]>([
    ['nothing without a stroke', rectangle(0), null, 0],
    ['half the stroke', ellipse, stroke(), 5],
    ['its tips as long as they get', line, stroke(), 20],
    ['half the stroke where there are no tips', line, stroke({ join: 'round' }), 5],
    ['the corners of its square ends', line, stroke({ join: 'round', cap: 'square' }), 5 * Math.SQRT2],
  ])('is %s', (_name, geometry, itsStroke, reachPx) => {
    expect(shapeReachPx({ geometry, stroke: itsStroke })).toBe(reachPx);
  });
});

describe('isOpaqueShape', () => {
  const solid = (color: string): ShapeFill => ({ type: 'solid', color });
  const gradient = (...colors: string[]): ShapeFill => ({ type: 'linear', angleDegrees: 0, stops: colors.map((color, index) => ({ offset: index, color })) });
  it.each<[string, ShapeGeometry, ShapeFill | null, boolean]>([
    ['a filled rectangle', rectangle(0), solid('#112233'), true],
    ['a gradient of opaque colours', rectangle(0), gradient('#112233', '#445566'), true],
    ['a translucent one', rectangle(0), solid('#11223380'), false],
    ['a gradient that fades', rectangle(0), gradient('#112233', '#11223300'), false],
    ['an empty one', rectangle(0), null, false],
    ['a rounded one', rectangle(1), solid('#112233'), false],
    ['an ellipse', ellipse, solid('#112233'), false],
  ])('of %s', (_name, geometry, fill, isOpaque) => {
    expect(isOpaqueShape({ geometry, fill })).toBe(isOpaque);
  });
});
