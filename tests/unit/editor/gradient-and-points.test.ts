/** Colours of a gradient and corners of a shape, as they are edited by hand: whatever is done, the language allows it. */
import { describe, expect, it } from 'vitest';
import { setProperty } from '#lib/editor/commands/set-property';
import { addPoint, movePoint, removePoint, type SharePoint } from '#lib/editor/edit-points';
import { addStop, moveStop, removeStop, reverseStops, stopsToCss, type GradientStop } from '#lib/editor/gradient-stops';
import { done, lengths, stateOf } from '#tests/unit/editor/editor-fixtures';

const stops: GradientStop[] = [{ offset: 0, color: '#000' }, { offset: '50%', color: '#ff0000' }, { offset: 1, color: '#ff000000' }];

describe('stops', () => {
  it('a new one has the colour that is there, transparency as well', () => {
    expect(addStop(stops, 0.25)).toEqual({ stops: [stops[0], { offset: 0.25, color: '#800000' }, stops[1], stops[2]], index: 1 });
    expect(addStop(stops, 0.75).stops[2]).toEqual({ offset: 0.75, color: '#ff000080' });
  });

  it('do not pass each other, and two of them stay', () => {
    expect(moveStop(stops, 1, 7)[1]).toEqual({ offset: 1, color: '#ff0000' });
    expect(moveStop(stops, 2, 0.1)[2]).toEqual({ offset: 0.5, color: '#ff000000' });
    expect(removeStop(removeStop(stops, 0), 0)).toHaveLength(2);
    expect(reverseStops(stops).map(({ offset }) => offset)).toEqual([0, 0.5, 1]);
    expect(stopsToCss(stops)).toBe('linear-gradient(to right, #000000 0%, #ff0000 50%, #ff000000 100%)');
  });
});

describe('points', () => {
  const triangle: readonly SharePoint[] = [[50, 0], [100, 100], [0, 100]];

  it('a new one is put into the edge that is nearest', () => {
    expect(addPoint(triangle, [50, 98])).toEqual({ points: [[50, 0], [100, 100], [50, 98], [0, 100]], index: 2 });
    expect(addPoint(triangle, [20, 40]).index).toBe(3);
  });

  it('stay within the box and as many as the shape needs', () => {
    expect(movePoint(triangle, 0, [-20, 33.4])[0]).toEqual([0, 33]);
    expect(removePoint(triangle, 0, 3)).toHaveLength(3);
  });
});

describe('a gradient and a colour', () => {
  it('take the place of each other', () => {
    const state = stateOf([{ id: 'box', type: 'shape', shape: 'rectangle', fill_color: '#ff0000', duration: 1 }]);
    const gradient = done(setProperty(state, { keys: ['box'], path: ['fill'], value: { type: 'linear', stops } }, lengths));
    expect(gradient.composition.elements[0]).not.toHaveProperty('fill_color');
    const plain = done(setProperty(gradient, { keys: ['box'], path: ['fill_color'], value: '#00ff00' }, lengths));
    expect(plain.composition.elements[0]).toEqual({ ...state.composition.elements[0], fill_color: '#00ff00' });
  });
});

describe('another shape', () => {
  it('is allowed from every shape, with what it needs and without what it cannot have', () => {
    const shapes = ['rectangle', 'ellipse', 'line', 'polygon', 'path'];
    for (const [from, more] of [['rectangle', { border_radius: 8, fill_color: '#ff0000' }], ['line', { points: [[0, 0], [50, 50]], stroke_color: '#00ff00' }], ['polygon', { points: [[0, 0], [50, 50], [9, 99]] }], ['path', { path: 'M 0 0 H 9', view_box: [0, 0, 9, 9] }]] as const) {
      const state = stateOf([{ id: 'box', type: 'shape', shape: from, duration: 1, ...more }]);
      for (const shape of shapes) expect(done(setProperty(state, { keys: ['box'], path: ['shape'], value: shape }, lengths)).composition.elements[0]).toMatchObject({ id: 'box', shape });
    }
    const state = stateOf([{ id: 'box', type: 'shape', shape: 'rectangle', duration: 1, fill_color: '#ff0000' }]);
    expect(done(setProperty(state, { keys: ['box'], path: ['shape'], value: 'line' }, lengths)).composition.elements[0]).toEqual({ id: 'box', type: 'shape', shape: 'line', duration: 1, stroke_color: '#ff0000' });
  });

  it('is allowed from a line whose stroke has dashes and no colour of its own, which go with it', () => {
    const line = { id: 'box', type: 'shape', shape: 'line', duration: 1, stroke_dash: [4, 2], stroke_cap: 'round', stroke_join: 'round' };
    const toEllipse = (element: object) => done(setProperty(stateOf([element]), { keys: ['box'], path: ['shape'], value: 'ellipse' }, lengths)).composition.elements[0];
    expect(toEllipse(line)).toEqual({ id: 'box', type: 'shape', shape: 'ellipse', duration: 1 });
    expect(toEllipse({ ...line, stroke_color: '#ff0000' })).toEqual({ ...line, shape: 'ellipse', stroke_color: '#ff0000' });
  });
});
