/** Names nobody knows, in the composition and in its elements, and the ones that were meant. */
import { describe, expect, it } from 'vitest';
import { ELEMENT_SCHEMAS } from '#lib/composition/schema/composition';
import { image, PHOTO, problemsOf, VALID_BODY, withElement } from '#tests/unit/composition/fixtures';

const names = Object.keys(ELEMENT_SCHEMAS).map((name) => `"${name}"`);
/** "image", "video" or ... */
const TYPES = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

describe('unknown names', () => {
  it.each([
    ['widht', 'width'],
    ['fitMode', 'fit_mode'],
    ['fit-mode', 'fit_mode'],
    ['X', 'x'],
    ['durations', 'duration'],
    ['sorce', 'source'],
    ['xanchor', 'x_anchor'],
  ])('of an element, %s, bring the nearest one', (name, nearest) => {
    expect(problemsOf(withElement({ [name]: 1 }))).toEqual({ [`elements.0.${name}`]: `is not a known property; did you mean "${nearest}"?` });
  });

  it('of the composition bring the nearest one, each on its own', () => {
    expect(problemsOf({ ...VALID_BODY, framerate: 30, fillcolor: '#fff' })).toEqual({
      framerate: 'is not a known property; did you mean "frame_rate"?',
      fillcolor: 'is not a known property; did you mean "fill_color"?',
    });
  });

  it('bring the list of known ones when none is near', () => {
    expect(problemsOf({ ...VALID_BODY, q: 1 })).toEqual({
      q: 'is not a known property; known are output_format, width, height, frame_rate, duration, fill_color, fonts, elements',
    });
  });

  it('that an object inherits are unknown too', () => {
    const body: unknown = JSON.parse(`{"width":1,"height":1,"constructor":1,"elements":[{"type":"image","source":"${PHOTO}","__proto__":{"x":1}}]}`);
    expect(Object.keys(problemsOf(body))).toEqual(['elements.0.__proto__', 'constructor']);
  });

  it('a property of another type of element is unknown', () => {
    expect(problemsOf({ ...VALID_BODY, elements: [image({ trim_start: 1 })] })['elements.0.trim_start']).toMatch(/^is not a known property/);
  });

  it.each([
    ['imag', `must be ${TYPES}, not "imag"; did you mean "image"?`],
    ['Video', `must be ${TYPES}, not "Video"; did you mean "video"?`],
    ['model', `must be ${TYPES}, not "model"`],
    ['constructor', `must be ${TYPES}, not "constructor"`],
    [3, `must be ${TYPES}, not 3`],
    [undefined, `is required: ${TYPES}`],
  ])('type %j', (type, message) => {
    expect(problemsOf({ ...VALID_BODY, elements: [{ type, source: PHOTO }] })).toEqual({ 'elements.0.type': message });
  });
});
