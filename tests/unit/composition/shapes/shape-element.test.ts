/** What a shape may be told, and the words for each thing it may not. */
import { describe, expect, it } from 'vitest';
import { parseComposition } from '#lib/composition/parse';
import { problemsOf } from '#tests/unit/composition/fixtures';

const withShape = (properties: Record<string, unknown>) => ({ width: 640, height: 480, elements: [{ type: 'shape', ...properties }] });
const rectangle = (properties: Record<string, unknown>) => withShape({ shape: 'rectangle', ...properties });
const STOPS = [{ offset: 0, color: '#000000' }, { offset: 1, color: '#ffffff' }];

describe('a shape accepts', () => {
  it.each<[string, Record<string, unknown>]>([
    ['nothing but its name', { shape: 'rectangle' }],
    ['an ellipse with a stroke', { shape: 'ellipse', stroke_color: '#0f0', stroke_width: '1vmin' }],
    ['a line by itself', { shape: 'line' }],
    ['a line between two places', { shape: 'line', points: [[0, 0], [100, 100]], stroke_dash: [4, '1%'], stroke_cap: 'round' }],
    ['a polygon', { shape: 'polygon', points: [[50, 0], [100, 100], [0, 100]], stroke_join: 'bevel', stroke_color: '#000' }],
    ['a path', { shape: 'path', path: 'M0 0H24V24Z', view_box: [0, 0, 24, 24], path_fit: 'fill' }],
    ['colours with alpha', { shape: 'rectangle', fill_color: '#11223344', stroke_color: '#11223344' }],
    ['a linear gradient', { shape: 'rectangle', fill: { type: 'linear', angle: 45, stops: STOPS } }],
    ['a radial gradient', { shape: 'rectangle', fill: { type: 'radial', center: [30, 30], stops: [{ offset: '10%', color: '#fff' }, { offset: '10%', color: '#00000000' }] } }],
    ['what every visual element has', { shape: 'ellipse', x: '10%', width: 40, rotation: 30, opacity: 0.5, track: 2, time: 1, duration: 2 }],
  ])('%s', (_name, properties) => {
    expect(problemsOf(withShape(properties))).toEqual({});
  });
});

describe('a shape refuses, saying what is wrong', () => {
  const point = 'must be a point [x, y], both from 0 to 100 (percent of the box)';
  const viewBox = 'must be four numbers [x, y, width, height] up to 1000000, width and height at least 0.001';
  const color = 'must be a colour as "#rgb", "#rrggbb" or, with its alpha, "#rrggbbaa"';
  it.each<[string, Record<string, unknown>, string, string]>([
    ['no shape', {}, 'shape', 'is required: one of "rectangle", "ellipse", "line", "polygon", "path"'],
    ['an unknown shape', { shape: 'star' }, 'shape', 'must be one of "rectangle", "ellipse", "line", "polygon", "path", not "star"'],
    ['a picture’s property', { shape: 'ellipse', fit_mode: 'cover' }, 'fit_mode', 'is not a known property; known are'],
    ['a source', { shape: 'ellipse', source: 'https://example.com/a.svg' }, 'source', 'is not a known property; known are'],
    ['a polygon without points', { shape: 'polygon' }, 'points', 'is required: the corners of the polygon'],
    ['a polygon of two points', { shape: 'polygon', points: [[0, 0], [1, 1]] }, 'points', 'must be at least 3 points for a polygon, not 2'],
    ['a line of three points', { shape: 'line', points: [[0, 0], [1, 1], [2, 2]] }, 'points', 'must be 2 points for a line, not 3'],
    ['one point', { shape: 'polygon', points: [[0, 0]] }, 'points', 'must be a list of 2 to 200 points, not an array of 1'],
    ['201 points', { shape: 'polygon', points: Array.from({ length: 201 }, () => [1, 1]) }, 'points', 'must be a list of 2 to 200 points, not an array of 201'],
    ['a point outside the box', { shape: 'polygon', points: [[0, 0], [101, 0], [0, 9]] }, 'points.1.0', `${point}, not 101`],
    ['a point of one number', { shape: 'polygon', points: [[0, 0], [1], [0, 9]] }, 'points.1', `${point}, not an array of 1`],
    ['a point that is text', { shape: 'polygon', points: [[0, 0], '1,1', [0, 9]] }, 'points.1', `${point}, not "1,1"`],
    ['points of a rectangle', { shape: 'rectangle', points: [[0, 0], [1, 1]] }, 'points', 'is of the shape "line" or "polygon" alone, not of "rectangle"'],
    ['a path of an ellipse', { shape: 'ellipse', path: 'M0 0L1 1' }, 'path', 'is of the shape "path" alone, not of "ellipse"'],
    ['a view box of a polygon', { shape: 'polygon', points: [[0, 0], [9, 0], [0, 9]], view_box: [0, 0, 9, 9] }, 'view_box', 'is of the shape "path" alone, not of "polygon"'],
    ['a path without path data', { shape: 'path' }, 'path', 'is required: the outline as SVG path data'],
    ['path data that end too early', { shape: 'path', path: 'M0 0L1' }, 'path', 'must be SVG path data; at character 7: a number is expected, not the end'],
    ['path data that are too long', { shape: 'path', path: `M0 0${'L1 1'.repeat(5000)}` }, 'path', 'must be SVG path data of at most 20000 characters, not "M0 0'],
    ['a view box of no width', { shape: 'path', path: 'M0 0L1 1', view_box: [0, 0, 0, 5] }, 'view_box.2', `${viewBox}, not 0`],
    ['a view box of three numbers', { shape: 'path', path: 'M0 0L1 1', view_box: [0, 0, 5] }, 'view_box', `${viewBox}, not an array of 3`],
    ['two fills', { shape: 'rectangle', fill_color: '#fff', fill: { type: 'linear', stops: STOPS } }, 'fill', 'must not be given together with fill_color'],
    ['a filled line', { shape: 'line', fill_color: '#fff' }, 'fill_color', 'is not of a line, which has no inside; use stroke_color'],
    ['a colour by name', { shape: 'rectangle', fill_color: 'red' }, 'fill_color', `${color}, not "red"`],
    ['a colour of four digits', { shape: 'rectangle', stroke_color: '#1234' }, 'stroke_color', `${color}, not "#1234"`],
    ['a stroke of no width', { shape: 'rectangle', stroke_color: '#fff', stroke_width: 0 }, 'stroke_width', 'must be a number of pixels or a string with a unit'],
    ['a dash of no length', { shape: 'line', stroke_dash: [0] }, 'stroke_dash.0', 'must be a number of pixels or a string with a unit'],
    ['no dashes', { shape: 'line', stroke_dash: [] }, 'stroke_dash', 'must be a list of 1 to 16 lengths, not an array of 0'],
    ['dashes without a stroke', { shape: 'ellipse', stroke_dash: [4] }, 'stroke_dash', 'says nothing without a stroke_color'],
    ['a width without a stroke', { shape: 'ellipse', stroke_width: 4 }, 'stroke_width', 'says nothing without a stroke_color'],
    ['round corners of an ellipse', { shape: 'ellipse', border_radius: 4 }, 'border_radius', 'is of the shape "rectangle" alone, not of "ellipse"'],
    ['an unknown end', { shape: 'line', stroke_cap: 'flat' }, 'stroke_cap', 'must be one of "butt", "round", "square", not "flat"'],
    ['an unknown corner', { shape: 'line', stroke_join: 'sharp' }, 'stroke_join', 'must be one of "miter", "round", "bevel", not "sharp"'],
  ])('%s', (_name, properties, property, message) => {
    const problems = problemsOf(withShape(properties));
    expect(Object.keys(problems)).toEqual([`elements.0.${property}`]);
    expect(problems[`elements.0.${property}`]).toContain(message);
  });

  it.each<[string, unknown, string, string]>([
    ['no object', 'linear', 'fill', 'must be an object with type and stops, not "linear"'],
    ['an unknown type', { type: 'conic', stops: STOPS }, 'fill.type', '"linear" or "radial"'],
    ['one stop', { type: 'linear', stops: STOPS.slice(1) }, 'fill.stops', 'must be a list of 2 to 20 stops, not an array of 1'],
    ['an offset beyond the end', { type: 'linear', stops: [{ offset: 0, color: '#fff' }, { offset: 1.5, color: '#fff' }] }, 'fill.stops.1.offset', 'must be a number from 0 to 1, or a percentage from "0%" to "100%", not 1.5'],
    ['offsets that fall', { type: 'linear', stops: [{ offset: '60%', color: '#fff' }, { offset: 0.5, color: '#fff' }] }, 'fill.stops.1.offset', 'must not be less than the offset before it'],
    ['a stop without a colour', { type: 'linear', stops: [{ offset: 0 }, { offset: 1, color: '#fff' }] }, 'fill.stops.0.color', `is required: a colour`],
    ['a centre of a linear one', { type: 'linear', center: [0, 0], stops: STOPS }, 'fill.center', 'is not a known property'],
    ['a centre outside the box', { type: 'radial', center: [0, 200], stops: STOPS }, 'fill.center.1', `${point}, not 200`],
    ['an angle that is text', { type: 'linear', angle: '45deg', stops: STOPS }, 'fill.angle', 'must be a number from -36000 to 36000 (degrees), not "45deg"'],
  ])('a gradient with %s', (_name, fill, property, message) => {
    const problems = problemsOf(rectangle({ fill }));
    expect(Object.keys(problems)).toEqual([`elements.0.${property}`]);
    expect(problems[`elements.0.${property}`]).toContain(message);
  });

  it('tells of a contradiction in one element beside a fault in another', () => {
    const elements = [{ type: 'shape', shape: 'polygon' }, { type: 'shape', shape: 'ellipse', opacity: 2 }];
    expect(Object.keys(problemsOf({ width: 640, height: 480, elements }))).toEqual(['elements.0.points', 'elements.1.opacity']);
  });

  it('gives back the very value, with no default filled in', () => {
    const body = withShape({ shape: 'path', path: 'M0 0L1 1' });
    const result = parseComposition(body);
    expect(result.ok && result.composition).toBe(body);
  });
});
