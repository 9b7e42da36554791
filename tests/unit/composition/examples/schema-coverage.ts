/**
 * What of a zod schema a set of values shows. In: the schema and the values. Out: a path for every property, form of a union, and value of an enum
 * that none of them uses. A schema that is reached in several ways (x of an image, x of a text) is shown when one of them shows it.
 */
import { z } from 'zod';

interface Visit {
  /** The first way it was reached by. */
  path: string;
  values: unknown[];
}

export function findUnshown(root: z.ZodType, values: readonly unknown[]): string[] {
  const visits = new Map<z.ZodType, Visit>();
  const visit = (schema: z.ZodType, path: string, reached: readonly unknown[]): void => {
    const known = visits.get(schema);
    // A group in a group reaches its own schema again: values that are known already lead no further.
    const fresh = reached.filter((value) => known === undefined || !known.values.includes(value));
    if (known !== undefined && fresh.length === 0) return;
    if (known === undefined) visits.set(schema, { path, values: [...fresh] });
    else known.values.push(...fresh);
    for (const [child, step, childValues] of listChildren(schema, fresh)) visit(child, `${path}${step}`, childValues);
  };
  visit(root, '', values);
  const unshown = [...visits].flatMap(([schema, { path, values: shown }]) => {
    if (shown.length === 0) return [path];
    return listNamedValues(schema).filter((value) => !shown.includes(value)).map((value) => `${path} = ${JSON.stringify(value)}`);
  });
  // What is optional and what is in it have the same path.
  return [...new Set(unshown)];
}

type Child = readonly [schema: z.ZodType, step: string, values: unknown[]];

function listChildren(schema: z.ZodType, values: readonly unknown[]): Child[] {
  if (schema instanceof z.ZodOptional) return [[schema.unwrap() as z.ZodType, '', values.filter((value) => value !== undefined)]];
  if (schema instanceof z.ZodLazy) return [[schema.unwrap() as z.ZodType, '', [...values]]];
  if (schema instanceof z.ZodArray) return [[schema.element as z.ZodType, '[]', values.flatMap((value) => (Array.isArray(value) ? value : []))]];
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.ZodType>(schema.shape).map(([key, child]) => [child, `.${key}`, values.map((value) => (value as Record<string, unknown>)[key]).filter((value) => value !== undefined)]);
  }
  if (schema instanceof z.ZodUnion) {
    // The first form that takes a value is its form, as in zod itself.
    const forms = schema.options as z.ZodType[];
    const formOf = (value: unknown) => forms.findIndex((form) => form.safeParse(value).success);
    return forms.map((form, index) => [form, ` (${describeForm(form, index)})`, values.filter((value) => formOf(value) === index)]);
  }
  return [];
}

function describeForm(form: z.ZodType, index: number): string {
  return form instanceof z.ZodObject && form.shape['type'] instanceof z.ZodLiteral ? [...form.shape['type'].values].join(' or ') : `${form.def.type}, form ${index + 1}`;
}

function listNamedValues(schema: z.ZodType): unknown[] {
  if (schema instanceof z.ZodEnum) return schema.options;
  return schema instanceof z.ZodLiteral ? [...schema.values] : [];
}
