/** The schema as the source of documentation and forms. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { compositionJsonSchema } from '#lib/composition/json-schema';
import { resolveFrameRate } from '#lib/composition/canvas-and-rate';
import { compositionSchema, ELEMENT_SCHEMAS } from '#lib/composition/schema/composition';

const objects: Array<[string, Record<string, z.ZodType>]> = [
  ['composition', compositionSchema.shape],
  ...Object.entries(ELEMENT_SCHEMAS).map(([type, schema]): [string, Record<string, z.ZodType>] => [type, schema.shape]),
];
const properties = objects.flatMap(([name, shape]) => Object.entries(shape).map(([key, schema]): [string, string, z.ZodType] => [name, key, schema]));

describe('the schema as documentation', () => {
  it.each(properties)('%s.%s has a title, a description, and examples and a default that it accepts itself', (_name, _key, schema) => {
    const { title, description, examples, default: preset } = schema.meta() ?? {};
    expect(title).toMatch(/^\S/);
    expect(description).toMatch(/^\S.*\.$/);
    expect(Array.isArray(examples) && examples.length).toBeGreaterThan(0);
    for (const example of Array.isArray(examples) ? examples : []) expect(schema.safeParse(example).error).toBeUndefined();
    if (preset !== undefined) expect(schema.safeParse(preset).error).toBeUndefined();
  });

  it('every element type is a member of the union by its own name', () => {
    for (const [type, schema] of Object.entries(ELEMENT_SCHEMAS)) expect(schema.shape.type.value).toBe(type);
    expect(Object.keys(ELEMENT_SCHEMAS)).toHaveLength(compositionSchema.shape.elements.element.options.length);
  });

  it('tells the default frame rate that the resolver applies', () => {
    expect(resolveFrameRate({ frame_rate: Number(compositionSchema.shape.frame_rate.meta()?.default) })).toEqual(resolveFrameRate({}));
  });

  it('becomes a JSON Schema with bounds, units, patterns and unknown keys refused', () => {
    expect(compositionJsonSchema()).toMatchObject({
      type: 'object',
      required: ['width', 'height', 'elements'],
      additionalProperties: false,
      properties: {
        width: { type: 'integer', minimum: 1, maximum: 7680, unit: 'px', title: 'Width' },
        fill_color: { default: '#000000', pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$' },
        elements: { minItems: 1, maxItems: 500 },
      },
      // What groups hold is what compositions hold.
      $defs: { __schema0: { oneOf: expect.arrayContaining([expect.objectContaining({ required: ['type', 'source'] })]) } },
    });
  });
});
