/** Combinations of visual properties that are refused before anything is fetched, and those that are not. */
import { describe, expect, it } from 'vitest';
import { image, problemsOf, video } from '#tests/unit/composition/fixtures';

const bodyOf = (...elements: unknown[]) => ({ width: 640, height: 480, elements });

describe('what says nothing by itself', () => {
  it.each<[string, unknown, string]>([
    ['stroke_width', 4, 'stroke_color'],
    ['shadow_blur', 4, 'shadow_color'],
    ['shadow_x', 4, 'shadow_color'],
    ['shadow_y', 4, 'shadow_color'],
    ['color_filter_value', 0.5, 'color_filter'],
  ])('%s is refused without %s', (property, value, companion) => {
    expect(problemsOf(bodyOf(image({ [property]: value })))).toEqual({ [`elements.0.${property}`]: `says nothing without a ${companion}` });
  });

  it('is accepted beside what it is about', () => {
    expect(problemsOf(bodyOf(image({ stroke_width: 4, stroke_color: '#fff', shadow_blur: 4, shadow_x: 1, shadow_y: 1, shadow_color: '#0008', color_filter: 'sepia', color_filter_value: '50%' })))).toEqual({
      'elements.0.shadow_color': 'must be a colour as "#rgb", "#rrggbb" or, with its alpha, "#rrggbbaa", not "#0008"',
    });
    expect(problemsOf(bodyOf(image({ stroke_width: 4, stroke_color: '#fff', shadow_blur: 4, shadow_x: 1, shadow_y: 1, shadow_color: '#00000080', color_filter: 'sepia', color_filter_value: '50%' })))).toEqual({});
  });
});

describe('contradictions', () => {
  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['a ratio of a box with both sides', { width: 10, height: 10, aspect_ratio: 1 }, { 'elements.0.aspect_ratio': 'must not be given together with both width and height' }],
    ['more than all of a share', { color_filter: 'invert', color_filter_value: 2 }, { 'elements.0.color_filter_value': 'must be at most 1 (or "100%") for invert, not 2' }],
    ['a crop of more than the source', { crop: { x: '60%', width: '50%' } }, { 'elements.0.crop.width': 'must end within the source, but "60%" and "50%" are more than 100%' }],
    ['a crop of nothing', { crop: { y: '100%' } }, { 'elements.0.crop.y': 'must be less than 100%, not "100%"' }],
  ])('%s', (_name, properties, problems) => {
    expect(problemsOf(bodyOf(image(properties)))).toEqual(problems);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a ratio beside one side', { width: 10, aspect_ratio: '4:3' }],
    ['a factor beyond 1', { color_filter: 'brighten', color_filter_value: 4 }],
    ['thirds of a source', { crop: { x: '33.333334%', width: '66.666667%' } }],
    ['pixels of a source nobody knows yet', { crop: { x: 9000, width: 9000 } }],
  ])('%s is accepted', (_name, properties) => {
    expect(problemsOf(bodyOf(image(properties)))).toEqual({});
  });
});

describe('values', () => {
  it.each<[string, unknown, string]>([
    ['aspect_ratio', '16/9', 'must be width to height as "16:9" or as a number greater than 0 and at most 1000, not "16/9"'],
    ['aspect_ratio', '0:9', 'must be width to height as "16:9" or as a number greater than 0 and at most 1000, not "0:9"'],
    ['x_alignment', '120%', 'must be a number from 0 to 1, or a percentage from "0%" to "100%", not "120%"'],
    ['flip', 'x', 'must be one of "horizontal", "vertical", "both", not "x"'],
    ['border_radius', -1, 'must be a number of pixels or a string with a unit: "25%", "40px", "10vw", "10vh", "10vmin", "10vmax" (from 0 to 99999), not -1'],
    ['blend_mode', 'add', 'must be one of "normal", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn", "hard-light", "soft-light", "difference", "exclusion", not "add"'],
    ['x_scale', -1, 'must be a number from 0 to 100, or a percentage from "0%" to "10000%", not -1'],
    ['visible', 'no', 'must be true or false, not "no"'],
    ['name', '', 'must be a text of 1 to 100 characters, not ""'],
  ])('%s %j', (property, value, message) => {
    expect(problemsOf(bodyOf(image({ [property]: value })))).toEqual({ [`elements.0.${property}`]: message });
  });

  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['an unknown key of a crop', { crop: { left: 1 } }, { 'elements.0.crop.left': 'is not a known property; known are x, y, width, height' }],
    ['a crop in units of the canvas', { crop: { x: '5vw' } }, { 'elements.0.crop.x': 'must be a number of pixels or a string with a unit: "40px", "25%" (from 0 to 99999 pixels, to 100%), not "5vw"' }],
    ['a chroma key without a colour', { chroma_key: {} }, { 'elements.0.chroma_key.color': 'is required: a colour as "#rgb" or "#rrggbb"' }],
  ])('%s', (_name, properties, problems) => {
    expect(problemsOf(bodyOf(image(properties)))).toEqual(problems);
  });
});

describe('a mask with nothing below', () => {
  const mask = (changes: Record<string, unknown>) => image({ mask_mode: 'alpha', ...changes });

  it.each<[string, unknown[], string]>([
    ['at the bottom', [mask({ track: 1, duration: 5 }), image({ track: 2, duration: 5 })], 'elements.0: masks nothing: there is no track below with anything to be seen'],
    ['alone', [mask({})], 'elements.0: masks nothing: there is no track below with anything to be seen'],
    ['at another time', [image({ track: 1, duration: 2 }), mask({ track: 2, time: 2, duration: 2 })], 'elements.1: masks nothing: track 1, the one below, shows nothing while the element lasts'],
    ['above a gap, though something lies further down', [image({ track: 0, duration: 9 }), image({ track: 1, duration: 2 }), mask({ track: 2, time: 2, duration: 2 })], 'elements.2: masks nothing: track 1, the one below, shows nothing while the element lasts'],
  ])('%s is refused', (_name, elements, expected) => {
    expect(Object.entries(problemsOf(bodyOf(...elements))).map(([path, message]) => `${path.replace('.mask_mode', '')}: ${message}`)).toEqual([expected]);
  });

  it.each<[string, unknown[]]>([
    ['as long as it lasts for a frame', [image({ track: 1, duration: 2 }), mask({ track: 2, time: 1, duration: 5 })]],
    ['as far as is known', [video({ track: 1 }), mask({ track: 2, time: 8, duration: 5 })]],
  ])('is accepted where something is below %s', (_name, elements) => {
    expect(problemsOf(bodyOf(...elements))).toEqual({});
  });
});
