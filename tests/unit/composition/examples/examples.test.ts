/** The examples are valid, named, look as asked, and together show the whole language. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EXAMPLE_CATEGORIES } from '#lib/composition/examples/example';
import { EXAMPLES } from '#lib/composition/examples/examples';
import { findKnownWarnings } from '#lib/composition/known-warnings';
import { listElements } from '#lib/composition/list-elements';
import { parseComposition } from '#lib/composition/parse';
import { EASING_NAMES } from '#lib/composition/parse-easing';
import { compositionSchema } from '#lib/composition/schema/composition';
import { getFontFamilies } from '#lib/fonts/get-font-families';
import { findUnshown } from '#tests/unit/composition/examples/schema-coverage';

const ORIGIN = 'https://videogen.example';
const compositions = EXAMPLES.map((example) => example.build(ORIGIN));

describe.each(EXAMPLES.map((example) => [example.id, example] as const))('example %s', (_, example) => {
  it('is valid', () => {
    expect(parseComposition(example.build(ORIGIN))).toMatchObject({ ok: true });
  });

  it('names each element, once, and only files of public/samples', () => {
    const composition = example.build(ORIGIN);
    const elements = listElements(composition).map(({ element }) => element);
    const ids = elements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
    for (const { source } of [...elements.filter((element) => 'source' in element), ...(composition.fonts ?? [])]) {
      expect(source.startsWith(`${ORIGIN}/samples/`)).toBe(true);
      expect(existsSync(`public${new URL(source).pathname}`)).toBe(true);
    }
  });

  it('gives no warning: its families and characters are there', async () => {
    expect(findKnownWarnings(example.build(ORIGIN), await getFontFamilies())).toEqual([]);
  });
});

describe('the examples together', () => {
  it('have ids of their own in kebab-case, and titles and descriptions for menus', () => {
    expect(new Set(EXAMPLES.map(({ id }) => id)).size).toBe(EXAMPLES.length);
    expect(new Set(EXAMPLES.map(({ title }) => title)).size).toBe(EXAMPLES.length);
    for (const { id, title, description } of EXAMPLES) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(title).toMatch(/^\S.*\S$/);
      expect(description).toMatch(/^[A-Z0-9].*[^.]$/);
    }
  });

  it('stand in the order of their categories, and each category has some', () => {
    const places = EXAMPLES.map(({ category }) => EXAMPLE_CATEGORIES.indexOf(category));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(EXAMPLE_CATEGORIES.length);
  });

  it('are at least 60, and show every property, form and enum value of the language', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(60);
    expect(findUnshown(compositionSchema, compositions)).toEqual([]);
  });

  it('show every easing by its name, and every unit of length', () => {
    const text = JSON.stringify(compositions);
    expect(EASING_NAMES.filter((name) => !text.includes(`"easing":"${name}"`))).toEqual([]);
    expect(['px', '%', 'vw', 'vh', 'vmin', 'vmax'].filter((unit) => !new RegExp(`"\\d+(\\.\\d+)?${unit}"`).test(text))).toEqual([]);
  });
});

describe('what tells what is not shown', () => {
  const schema = z.object({ size: z.union([z.number(), z.array(z.number())]).optional(), mode: z.enum(['one', 'two']).optional() });

  it('names properties, forms and values that no value has', () => {
    expect(findUnshown(schema, [{}])).toEqual(['.size', '.size (number, form 1)', '.size (array, form 2)', '.size (array, form 2)[]', '.mode']);
    expect(findUnshown(schema, [{ size: 1 }, { mode: 'two' }])).toEqual(['.size (array, form 2)', '.size (array, form 2)[]', '.mode = "one"']);
    expect(findUnshown(schema, [{ size: 1 }, { size: [2], mode: 'two' }, { mode: 'one' }])).toEqual([]);
  });
});
