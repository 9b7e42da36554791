/** A document keeps the text it was read from; one that was edited is written in the same layout. Problems lead to their elements, and groups have a clock. */
import { describe, expect, it } from 'vitest';
import { DocumentTexts, writeLike } from '#lib/editor/document-text';
import { locateField } from '#lib/editor/locate-field';
import { readCompositionText } from '#lib/editor/project';
import { scopeStartSeconds } from '#lib/editor/scope-start';
import { lengths, stateOf } from '#tests/unit/editor/editor-fixtures';

const VALUE = { width: 64, height: 36, elements: [{ type: 'shape', shape: 'rectangle', duration: 1.5 }] };

describe('the text of a document', () => {
  it('is the one it was read from, also when another was read since', () => {
    const texts = new DocumentTexts();
    const odd = '{"width":64, "height":36.0,\n\n"elements":[]}';
    const reading = readCompositionText(odd);
    if (!reading.ok) throw new Error('It is a document');
    texts.remember(reading.composition, odd);
    const edited = { ...reading.composition, width: 128 };
    texts.remember(edited, '{}');
    expect(texts.textOf(reading.composition)).toBe(odd);
  });

  it.each(['  ', '    ', '\t'])('of an edited one is indented by %j as that before was, with its last line break', (indent) => {
    const model = JSON.stringify(VALUE, null, indent);
    const changed = { ...VALUE, width: 128 };
    expect(writeLike(changed, model)).toBe(JSON.stringify(changed, null, indent));
    expect(writeLike(changed, `${model}\n`)).toBe(`${JSON.stringify(changed, null, indent)}\n`);
  });

  it('stays on one line when it was', () => {
    expect(writeLike(VALUE, JSON.stringify({ width: 1 }))).toBe(JSON.stringify(VALUE));
  });

  it('of what was written by hand becomes the one the gallery shows', () => {
    expect(writeLike({ a: 1, elements: [{ b: 2 }] }, '{ "a" : 1 }')).toBe('{\n  "a": 1,\n  "elements": [\n    {\n      "b": 2\n    }\n  ]\n}');
  });
});

const NESTED = [
  { type: 'shape', shape: 'ellipse', duration: 2 },
  { id: 'outer', type: 'composition', time: 1.5, elements: [{ type: 'shape', shape: 'rectangle' }, { id: 'inner', type: 'composition', time: 2, elements: [{ id: 'deep', type: 'shape', shape: 'ellipse', duration: 1 }] }] },
];

describe('the path of a problem', () => {
  it.each([
    ['width', { key: null, scope: null, property: 'width' }],
    ['elements.0.x.1.value', { key: 'elements.0', scope: null, property: 'x.1.value' }],
    ['elements.1.elements.1.elements.0.shape', { key: 'deep', scope: 'inner', property: 'shape' }],
    ['elements.1.elements.0', { key: 'elements.1.elements.0', scope: 'outer', property: '' }],
    ['deep', { key: 'deep', scope: 'inner', property: '' }],
  ])('%s leads to its element, and the group it is in', (path, place) => {
    expect(locateField(stateOf(NESTED).composition, path)).toEqual(place);
  });
});

describe('the clock of a group', () => {
  it('begins where the group and those around it begin', () => {
    const { composition } = stateOf(NESTED);
    expect(scopeStartSeconds({ composition, scope: null }, lengths)).toBe(0);
    expect(scopeStartSeconds({ composition, scope: 'outer' }, lengths)).toBe(1.5);
    expect(scopeStartSeconds({ composition, scope: 'inner' }, lengths)).toBe(3.5);
  });
});
