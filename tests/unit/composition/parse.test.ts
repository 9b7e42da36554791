/** The door for compositions: what it accepts, and the exact words with which it refuses the rest. */
import { describe, expect, it } from 'vitest';
import { ELEMENTS_MAX, PROBLEMS_MAX } from '#lib/composition/limits';
import { parseComposition } from '#lib/composition/parse';
import { image, PHOTO, problemsOf, VALID_BODY, video, withElement } from '#tests/unit/composition/fixtures';

describe('parseComposition accepts', () => {
  it.each([
    ["the contract's simple job", VALID_BODY],
    [
      "the contract's complex job",
      {
        output_format: 'mp4',
        width: 1920,
        height: 1080,
        elements: [
          { id: 'main', type: 'video', track: 1, time: 0, source: 'https://example.com/a.mp4' },
          { id: 'one', type: 'image', track: 2, source: PHOTO, x: '10%', y: '10%', width: '25%' },
          { id: 'two', type: 'image', track: 3, source: PHOTO, x: '70%', y: '70%', width: '20%' },
        ],
      },
    ],
    ['the least there is', { width: 1, height: 1, elements: [{ type: 'image', source: PHOTO }] }],
    ['the largest canvas', { ...VALID_BODY, width: 7680, height: 4320, frame_rate: 60, duration: 600 }],
    ['odd sizes', { ...VALID_BODY, width: 333, height: 217 }],
  ])('%s', (_name, value) => {
    expect(problemsOf(value)).toEqual({});
  });

  it('and gives back the very value, with no default filled in', () => {
    const result = parseComposition(VALID_BODY);
    expect(result.ok && result.composition).toBe(VALID_BODY);
  });

  it.each([
    ['x', [-50, 0, 12.5, '10%', '-10%', '12.5px', '5 vmin', '.5vw', '100vh', '3vmax']],
    ['y_anchor', [0, '50%', '-100%', '10px']],
    ['width', [0.5, 1, '25%', '0.5%', '40vmin', '100 px']],
    ['opacity', [0, 0.5, 1, '0%', '50%', '100 %']],
    ['volume', [0, 1, 4, '400%', '33.3%']],
    ['rotation', [0, -90, 720, 12.5]],
    ['fit_mode', ['auto', 'cover', 'contain', 'fill', 'none']],
    ['time', [0, 0.1, 600]],
    ['duration', [0.001, 600]],
    ['trim_start', [0, 86_400]],
    ['muted', [true, false]],
    ['track', [0, 1, 1000]],
    ['id', ['a', 'ü'.repeat(100), '日本', '😀']],
    ['source', ['http://example.com/a%20b.mp4', 'https://example.com:8443/a.mp4?x=1#t']],
  ])('%s as every form of it', (property, values) => {
    for (const value of values) expect([value, problemsOf(withElement({ [property]: value }))]).toEqual([value, {}]);
  });
});

describe('parseComposition refuses, saying what is wrong and what is allowed', () => {
  it.each([
    ['width', 0, 'must be a whole number from 1 to 7680 (pixels), not 0'],
    ['width', 7681, 'must be a whole number from 1 to 7680 (pixels), not 7681'],
    ['width', 10.5, 'must be a whole number from 1 to 7680 (pixels), not 10.5'],
    ['width', '480', 'must be a whole number from 1 to 7680 (pixels), not "480"'],
    ['width', Infinity, 'must be a whole number from 1 to 7680 (pixels), not Infinity'],
    ['width', undefined, 'is required: a whole number from 1 to 7680 (pixels)'],
    ['height', null, 'must be a whole number from 1 to 4320 (pixels), not null'],
    ['frame_rate', 61, 'must be a number from 1 to 60 (frames a second), not 61'],
    ['frame_rate', 0.5, 'must be a number from 1 to 60 (frames a second), not 0.5'],
    ['duration', 0, 'must be a number greater than 0 and at most 600 (seconds), not 0'],
    ['duration', -1, 'must be a number greater than 0 and at most 600 (seconds), not -1'],
    ['duration', 600.5, 'must be a number greater than 0 and at most 600 (seconds), not 600.5'],
    ['output_format', 'avi', 'must be one of "mp4", not "avi"'],
    ['fill_color', 'red', 'must be a colour as "#rgb" or "#rrggbb", not "red"'],
    ['fill_color', '#12345', 'must be a colour as "#rgb" or "#rrggbb", not "#12345"'],
    ['elements', [], 'must be a list of 1 to 500 elements, not an array of 0'],
    ['elements', 'x', 'must be a list of 1 to 500 elements, not "x"'],
    ['elements', undefined, 'is required: a list of 1 to 500 elements'],
  ])('composition: %s = %j', (property, value, message) => {
    expect(problemsOf({ ...VALID_BODY, [property]: value })).toEqual({ [property]: message });
  });

  const position =
    'must be a number of pixels or a string with a unit: "25%", "40px", "10vw", "10vh", "10vmin", "10vmax" (from -99999 to 99999)';
  const size =
    'must be a number of pixels or a string with a unit: "25%", "40px", "10vw", "10vh", "10vmin", "10vmax" (greater than 0, at most 99999)';
  const url = 'an http or https URL of at most 2048 characters, without user name and password, or the source of an upload ("upload:...")';
  it.each([
    ['x', '50', `${position}, not "50"`],
    ['x', '10em', `${position}, not "10em"`],
    ['x', '1e3%', `${position}, not "1e3%"`],
    ['x', '100000px', `${position}, not "100000px"`],
    ['x', 100_000, `${position}, not 100000`],
    ['x', null, `${position}, not null`],
    ['x_anchor', true, `${position}, not true`],
    ['width', 0, `${size}, not 0`],
    ['width', -5, `${size}, not -5`],
    ['width', '0%', `${size}, not "0%"`],
    ['width', '0.000px', `${size}, not "0.000px"`],
    ['height', '-5%', `${size}, not "-5%"`],
    ['opacity', 1.5, 'must be a number from 0 to 1, or a percentage from "0%" to "100%", not 1.5'],
    ['opacity', '101%', 'must be a number from 0 to 1, or a percentage from "0%" to "100%", not "101%"'],
    ['volume', -1, 'must be a number from 0 to 4, or a percentage from "0%" to "400%", not -1'],
    ['volume', '401%', 'must be a number from 0 to 4, or a percentage from "0%" to "400%", not "401%"'],
    ['rotation', '90', 'must be a number from -36000 to 36000 (degrees), not "90"'],
    ['fit_mode', 'stretch', 'must be one of "auto", "cover", "contain", "fill", "none", not "stretch"'],
    ['time', -0.1, 'must be a number from 0 to 600 (seconds), not -0.1'],
    ['time', '2 s', 'must be a number from 0 to 600 (seconds), not "2 s"'],
    ['duration', 0, 'must be a number greater than 0 and at most 600 (seconds), not 0'],
    ['trim_start', -1, 'must be a number from 0 to 86400 (seconds), not -1'],
    ['trim_duration', 0, 'must be a number greater than 0 and at most 86400 (seconds), not 0'],
    ['muted', 'yes', 'must be true or false, not "yes"'],
    ['track', 1.5, 'must be a whole number from 0 to 1000, not 1.5'],
    ['track', -1, 'must be a whole number from 0 to 1000, not -1'],
    ['id', '', 'must be a text of 1 to 100 characters, not ""'],
    ['id', 7, 'must be a text of 1 to 100 characters, not 7'],
    ['id', 'x'.repeat(101), `must be a text of 1 to 100 characters, not "${'x'.repeat(59)}...`],
    ['source', undefined, `is required: ${url}`],
    ['source', 'ftp://example.com/a', `must be ${url}, not "ftp://example.com/a"`],
    ['source', 'file:///etc/passwd', `must be ${url}, not "file:///etc/passwd"`],
    ['source', '/etc/passwd', `must be ${url}, not "/etc/passwd"`],
    ['source', 'data:image/png;base64,AA', `must be ${url}, not "data:image/png;base64,AA"`],
    ['source', 'http://', `must be ${url}, not "http://"`],
    ['source', ' https://example.com/a', `must be ${url}, not " https://example.com/a"`],
    ['source', 'https://u:p@example.com/a', `must be ${url}, not "https://u:p@example.com/a"`],
    ['source', `https://e.com/${'x'.repeat(2048)}`, `must be ${url}, not "https://e.com/${'x'.repeat(45)}...`],
  ])('element: %s = %j', (property, value, message) => {
    expect(problemsOf(withElement({ [property]: value }))).toEqual({ [`elements.0.${property}`]: message });
  });

  it.each([null, undefined, 3, 'text', true, []])('a body that is %j', (value) => {
    expect(problemsOf(value)['']).toMatch(/^(must be|is required:) an object with width, height and elements/);
  });

  it('an element that is no object', () => {
    expect(problemsOf({ ...VALID_BODY, elements: [3] })).toEqual({ 'elements.0': 'must be an object with a type, not 3' });
  });

  it('more elements than allowed', () => {
    const elements = Array.from({ length: ELEMENTS_MAX + 1 }, () => image());
    expect(problemsOf({ ...VALID_BODY, elements })).toEqual({ elements: 'must be a list of 1 to 500 elements, not an array of 501' });
  });

  it('a box that is larger than can be drawn', () => {
    expect(problemsOf(withElement({ width: '9000%', height: 16_385 }))).toEqual({
      'elements.0.width': 'must come to at most 16384 pixels, not "9000%"',
      'elements.0.height': 'must come to at most 16384 pixels, not 16385',
    });
  });
});

describe('what is wrong between elements', () => {
  it('an id used twice is told where it is used again, also beside other faults', () => {
    expect(problemsOf({ ...VALID_BODY, width: 0, elements: [image({ id: 'a' }), image({ id: 'b' }), video({ id: 'a' })] })).toEqual({
      width: 'must be a whole number from 1 to 7680 (pixels), not 0',
      'elements.2.id': 'must be unique, but elements.0 has the same id',
    });
  });

  it('an element without an id is called by its path, which no other may take', () => {
    expect(problemsOf({ ...VALID_BODY, elements: [image({ id: 'elements.1' }), image()] })).toEqual({
      'elements.1.id': 'must be unique, but elements.0 has the same id',
    });
  });

  it('an overlap that needs no medium to be seen names both elements', () => {
    const elements = [video({ id: 'a', track: 1, time: 0, duration: 5 }), video({ id: 'b', track: 1, time: 4.5, duration: 1 })];
    expect(parseComposition({ ...VALID_BODY, elements })).toEqual({
      ok: false,
      problems: [
        {
          path: 'elements.1',
          message: 'Elements "a" and "b" overlap on track 1: "b" starts at 4.5 s, "a" lasts until 5 s; give them different tracks or times',
          code: 'elements_overlap',
        },
      ],
    });
  });

  it('a video of unknown length is not judged, what is known beside it is', () => {
    const elements = [video({ track: 1 }), video({ track: 1, time: 1 }), image({ id: 'late', track: 2, time: 599, duration: 2 })];
    expect(problemsOf({ ...VALID_BODY, elements })).toEqual({ 'elements.2': 'Element "late" ends at 601 s; a composition lasts at most 600 s' });
  });

  it('600 s are not too long, and an own duration cuts what is', () => {
    expect(problemsOf({ ...VALID_BODY, elements: [image({ time: 590, duration: 10 })] })).toEqual({});
    expect(problemsOf({ ...VALID_BODY, duration: 10, elements: [image({ duration: 600 }), image({ time: 300, duration: 600 })] })).toEqual({});
  });
});

describe('many problems', () => {
  it('are told all at once, each with its path', () => {
    const value = { width: 0, height: 'x', elements: [image({ opacity: 2, x: 'a' }), { type: 'vid' }, video({ muted: 1, volum: 2 })] };
    expect(Object.keys(problemsOf(value)).toSorted()).toEqual(
      ['width', 'height', 'elements.0.opacity', 'elements.0.x', 'elements.1.type', 'elements.2.muted', 'elements.2.volum'].toSorted(),
    );
  });

  it('are cut where no one would read on', () => {
    const result = parseComposition({ ...VALID_BODY, elements: Array.from({ length: 300 }, () => 0) });
    const problems = result.ok ? [] : result.problems;
    expect(problems).toHaveLength(PROBLEMS_MAX + 1);
    expect(problems.at(-1)).toEqual({ path: '', message: 'has 100 more problems', code: 'too_many_problems' });
  });

  it('a name as long as the request does not make a path of that length', () => {
    const [path = ''] = Object.keys(problemsOf({ ...VALID_BODY, ['k'.repeat(500_000)]: 1 }));
    expect(path).toHaveLength(100);
  });
});
