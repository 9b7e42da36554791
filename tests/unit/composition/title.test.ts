/** What a video is called in the library. */
import { describe, expect, it } from 'vitest';
import type { Composition, Element } from '#lib/composition/schema/composition';
import { toTitle } from '#lib/composition/title';

const titleOf = (...elements: Element[]): string | null => toTitle({ width: 100, height: 100, elements } as Composition);
const image = (source: string): Element => ({ type: 'image', source });

describe('toTitle', () => {
  it('takes the first words, on one line, before any file', () => {
    expect(titleOf(image('https://example.com/a.png'), { type: 'text', text: '  Slow\n mornings ' })).toBe('Slow mornings');
  });

  it('takes the words of spans and of groups', () => {
    expect(titleOf({ type: 'composition', elements: [{ type: 'text', spans: [{ text: 'Two ' }, { text: 'halves' }] }] })).toBe('Two halves');
  });

  it('takes the name of the first file that has one; an upload has none', () => {
    expect(titleOf(image('upload:0b5d7c1e-8a61-4d3c-9f0e-2f6a1c9b7e55.png'), image('https://example.com/?id=1'), image('https://example.com/x/my%20photo.png?size=2'))).toBe('my photo.png');
    expect(titleOf(image('https://example.com/100%.png'))).toBe('100%.png');
  });

  it('has no control characters, which a database cannot hold', () => {
    expect(titleOf(image('https://example.com/a%00%07b.png'))).toBe('a b.png');
  });

  it('is null when there is neither', () => {
    expect(titleOf({ type: 'shape', shape: 'ellipse' })).toBeNull();
  });

  it('is cut between characters', () => {
    expect(titleOf({ type: 'text', text: '😀'.repeat(100) })).toBe('😀'.repeat(80));
  });
});
