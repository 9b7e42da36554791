/** Walks the schema beside a value: which object, or which choice of objects, the value at a path was held to. */
import { z } from 'zod';

/** The value at a path, undefined where there is none; what is inherited is not there. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
    root,
  );
}

/** The schemas that the value at `path` of `root` may have been meant for: of a union, those of the value's kind and, by its tag, its type. */
export function schemasAt(schema: z.ZodType, root: unknown, path: readonly PropertyKey[]): z.ZodType[] {
  const candidates = unwrap(schema, root);
  const [key, ...rest] = path;
  if (key === undefined) return candidates;
  return candidates.flatMap((candidate) => {
    const child = childOf(candidate, key);
    return child === null ? [] : schemasAt(child, valueAt(root, [key]), rest);
  });
}

/** The names that the tag of the value at `path` may have: "image", "video". None where no tagged union is expected. */
export function listTagsAt(schema: z.ZodType, root: unknown, path: readonly PropertyKey[]): string[] {
  const key = path.at(-1);
  if (key === undefined) return [];
  return schemasAt(schema, root, path.slice(0, -1)).flatMap((parent) => listTags(childOf(parent, key)));
}

function listTags(schema: z.core.$ZodType | null): string[] {
  if (schema instanceof z.ZodOptional) return listTags(schema.unwrap());
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return [];
  return schema.options.flatMap((option) => (option instanceof z.ZodObject ? tagOf(option, schema.def.discriminator) : []));
}

function unwrap(schema: z.core.$ZodType, value: unknown): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap(), value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const tag = valueAt(value, [schema.def.discriminator]);
    const tagged = schema.options.filter((option) => option instanceof z.ZodObject && tagOf(option, schema.def.discriminator).some((name) => name === tag));
    return tagged.flatMap((option) => unwrap(option, value));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => unwrap(option, value));
  if (schema instanceof z.ZodArray) return Array.isArray(value) ? [schema] : [];
  if (schema instanceof z.ZodObject) return typeof value === 'object' && !Array.isArray(value) ? [schema] : [];
  return schema instanceof z.ZodType ? [schema] : [];
}

function childOf(schema: z.ZodType, key: PropertyKey): z.ZodType | null {
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodType) return schema.element;
  if (!(schema instanceof z.ZodObject)) return null;
  const child: unknown = valueAt(schema.shape, [key]);
  return child instanceof z.ZodType ? child : null;
}

function tagOf(option: z.ZodObject, discriminator: string): string[] {
  const tag: unknown = option.shape[discriminator];
  return tag instanceof z.ZodLiteral ? [...tag.values].map(String) : [];
}
