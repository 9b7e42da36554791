/** What is wrong with JSON that was typed is found in its text. */
import { describe, expect, it } from 'vitest';
import { replaceElements } from '#lib/editor/commands/replace-element';
import { findJsonFault } from '#lib/editor/find-json-fault';
import { done, lengths, reasonOf, stateOf } from '#tests/unit/editor/editor-fixtures';

describe('a fault', () => {
  it('is at the position that the parser names', () => {
    expect(findJsonFault('{"a" 1}', 'Expected \':\' after property name in JSON at position 5 (line 1 column 6)')).toEqual({ start: 5, end: 6 });
  });

  it('is the property that a refusal begins with, also within another', () => {
    const text = '{\n  "crop": { "x": 4 }\n}';
    expect(text.slice(...Object.values(findJsonFault(text, 'crop.x of “a” must be smaller') ?? {}) as [number, number])).toBe('"x"');
    expect(findJsonFault(text, 'An element is a JSON object')).toBeNull();
  });
});

describe('several elements edited as JSON', () => {
  const state = stateOf([{ id: 'a', type: 'shape', shape: 'rectangle', track: 1, duration: 1 }, { id: 'b', type: 'shape', shape: 'ellipse', track: 2, duration: 1 }]);

  it('are put in their places by one step, or none of them is', () => {
    const next = done(replaceElements(state, { elements: [{ key: 'b', value: { ...state.composition.elements[1], opacity: 0.5 } }, { key: 'a', value: { ...state.composition.elements[0], x: 3 } }] }, lengths));
    expect(next.composition.elements).toEqual([{ ...state.composition.elements[0], x: 3 }, { ...state.composition.elements[1], opacity: 0.5 }]);
    expect(reasonOf(replaceElements(state, { elements: [{ key: 'a', value: { ...state.composition.elements[0], x: 3 } }, { key: 'b', value: 7 }] }, lengths))).toBe('An element is a JSON object');
  });
});
