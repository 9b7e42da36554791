/** Every example is a valid composition of files that exist. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '#lib/composition/examples/examples';
import { parseComposition } from '#lib/composition/parse';

const ORIGIN = 'https://videogen.example';

describe.each(EXAMPLES.map((example) => [example.id, example] as const))('example %s', (_, example) => {
  it('is valid', () => {
    expect(parseComposition(example.build(ORIGIN))).toMatchObject({ ok: true });
  });

  it('names each element, once, and only files of public/samples', () => {
    const { elements } = example.build(ORIGIN);
    const ids = elements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
    for (const source of elements.flatMap((element) => ('source' in element ? [element.source] : []))) {
      expect(source.startsWith(`${ORIGIN}/samples/`)).toBe(true);
      expect(existsSync(`public${new URL(source).pathname}`)).toBe(true);
    }
  });
});
