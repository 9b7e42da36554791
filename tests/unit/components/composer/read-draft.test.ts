/** The text of the editor is a composition, or a list of problems with places; nothing in between. */
import { describe, expect, it } from 'vitest';
import { readDraft } from '#components/composer/json/read-draft';

describe('readDraft', () => {
  it('gives the composition of a valid text', () => {
    const reading = readDraft('{ "width": 640, "height": 360, "elements": [{ "type": "image", "source": "https://example.com/a.jpg" }] }');
    expect(reading.problems).toEqual([]);
    expect(reading.composition?.width).toBe(640);
  });

  it('lists the problems in the order of the text', () => {
    const reading = readDraft('{\n  "elements": [{ "type": "image",\n "source": 3 }],\n  "height": 360,\n  "width": -1\n}');
    expect(reading.composition).toBeNull();
    expect(reading.problems.map(({ path, line }) => [path, line])).toEqual([
      ['elements.0.source', 3],
      ['width', 5],
    ]);
  });

  it.each(['', '   ', '{', 'null', '[]', '"text"', '{ "width": 1, }', '\u0000'])('finds a problem within the text of %j', (text) => {
    const reading = readDraft(text);
    expect(reading.composition).toBeNull();
    expect(reading.problems.length).toBeGreaterThan(0);
    for (const { range, line } of reading.problems) {
      expect(range.from).toBeGreaterThanOrEqual(0);
      expect(range.to).toBeLessThanOrEqual(text.length);
      expect(line).toBe(1);
    }
  });
});
