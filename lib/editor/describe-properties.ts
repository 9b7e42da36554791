/**
 * What the inspector's forms are made from: an element type, or the canvas, in; each property with label, description, unit, bounds, default and what it
 * is entered by, in groups, out. Everything is read from the composition's schema; only the grouping is the editor's own.
 */
import { z } from 'zod';
import { compositionSchema, ELEMENT_SCHEMAS, type ElementType } from '#lib/composition/schema/composition';
import { GROUPED_PROPERTIES, PROPERTY_GROUPS, STRUCTURAL_PROPERTIES, type PropertyGroup } from '#lib/editor/property-groups';

/** How a value is entered. Bounds are included unless `isMinExcluded`; null where there is none. */
export type PropertyControl =
  | { kind: 'number'; min: number | null; max: number | null; isMinExcluded: boolean; isWhole: boolean }
  /** Pixels as a number, or a string with a unit: "10%", "5vmin". */
  | { kind: 'length'; min: number | null; max: number | null; isMinExcluded: boolean }
  /** A number from 0 to max, or a percentage up to 100 times that. */
  | { kind: 'ratio'; max: number }
  | { kind: 'switch' }
  | { kind: 'choice'; options: readonly (string | number)[] }
  | { kind: 'color'; hasAlpha: boolean }
  | { kind: 'text'; lengthMax: number | null }
  | { kind: 'object'; properties: readonly PropertyDescription[] }
  /** One of several forms, told apart by `tag`. */
  | { kind: 'variants'; tag: string; variants: readonly PropertyVariant[] }
  | { kind: 'list'; item: PropertyControl; countMax: number | null }
  /** Anything else: as JSON. */
  | { kind: 'json' };

export interface PropertyVariant {
  /** The tag's value. */
  name: string;
  title: string;
  properties: readonly PropertyDescription[];
}

export interface PropertyDescription {
  /** As in the JSON: `border_radius`. */
  name: string;
  label: string;
  description: string;
  /** "px", "s", "deg", "fps", "%"; null without one. */
  unit: string | null;
  /** What it is when it is absent; undefined where there is no fixed one. */
  default: unknown;
  examples: readonly unknown[];
  isRequired: boolean;
  /** It may be keyframes; `control` is for one value. */
  canKeyframe: boolean;
  control: PropertyControl;
}

export interface PropertySection {
  group: PropertyGroup;
  properties: readonly PropertyDescription[];
}

const sections = new Map<string, readonly PropertySection[]>();

/** The sections of an element type, without empty ones. The same list every time. */
export function describeProperties(type: ElementType): readonly PropertySection[] {
  return once(type, () => {
    const properties = describeObject(toJson(ELEMENT_SCHEMAS[type])).filter(({ name }) => !STRUCTURAL_PROPERTIES.includes(name));
    return PROPERTY_GROUPS.flatMap((group): PropertySection[] => {
      if (group === 'Canvas') return [];
      const names = GROUPED_PROPERTIES[group];
      const listed = properties.filter(({ name }) => names.includes(name)).toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
      return listed.length === 0 ? [] : [{ group, properties: listed }];
    });
  });
}

/** The properties of the composition itself. */
export function describeCanvas(): readonly PropertySection[] {
  return once('canvas', () => [{ group: 'Canvas', properties: describeObject(toJson(compositionSchema)).filter(({ name }) => name !== 'elements') }]);
}

/** One property of an element type; null when the type has none of that name. */
export function describeProperty(type: ElementType, name: string): PropertyDescription | null {
  return describeProperties(type).flatMap(({ properties }) => properties).find((property) => property.name === name) ?? null;
}

/** The schema does not change: it is read once. */
function once(key: string, describe: () => readonly PropertySection[]): readonly PropertySection[] {
  const known = sections.get(key);
  if (known !== undefined) return known;
  const described = describe();
  sections.set(key, described);
  return described;
}

/** What of JSON Schema is read here. */
interface JsonSchema {
  type?: string;
  title?: string;
  description?: string;
  unit?: string;
  default?: unknown;
  examples?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: Array<string | number>;
  const?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  maxLength?: number;
  maxItems?: number;
}

const toJson = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonSchema;

function describeObject({ properties = {}, required = [] }: JsonSchema): PropertyDescription[] {
  return Object.entries(properties).map(([name, schema]) => {
    const single = withoutKeyframes(schema);
    return {
      name,
      label: schema.title ?? name,
      description: schema.description ?? '',
      unit: schema.unit ?? null,
      default: schema.default,
      examples: schema.examples ?? [],
      isRequired: required.includes(name),
      canKeyframe: single !== schema,
      control: toControl(single),
    };
  });
}

/** Of what may be keyframes, the form of one value. */
function withoutKeyframes(schema: JsonSchema): JsonSchema {
  const isKeyframes = ({ items }: JsonSchema): boolean => items?.properties?.time !== undefined && items.properties.value !== undefined;
  const [value] = schema.anyOf ?? [];
  return value !== undefined && schema.anyOf?.some(isKeyframes) === true ? value : schema;
}

function toControl(schema: JsonSchema): PropertyControl {
  const forms = schema.anyOf ?? schema.oneOf ?? [];
  if (schema.enum !== undefined) return { kind: 'choice', options: schema.enum };
  if (schema.type === 'boolean') return { kind: 'switch' };
  if (schema.type === 'number' || schema.type === 'integer') return { kind: 'number', ...boundsOf(schema), isWhole: schema.type === 'integer' };
  if (schema.type === 'string') return schema.pattern?.startsWith('^#') === true ? { kind: 'color', hasAlpha: schema.pattern.includes('{8}') } : { kind: 'text', lengthMax: schema.maxLength ?? null };
  if (forms.length > 1 && forms.every(({ properties }) => properties !== undefined)) return toVariants(forms);
  const number = forms.find(({ type }) => type === 'number');
  const text = forms.find(({ type }) => type === 'string');
  if (forms.length === 2 && number !== undefined && text?.pattern !== undefined) {
    return text.pattern.includes('vmin') || text.pattern.includes('px') ? { kind: 'length', ...boundsOf(number) } : text.pattern.includes('%') ? { kind: 'ratio', max: number.maximum ?? 1 } : { kind: 'json' };
  }
  if (schema.type === 'array' && schema.items !== undefined) return { kind: 'list', item: toControl(schema.items), countMax: schema.maxItems ?? null };
  return schema.properties === undefined ? { kind: 'json' } : { kind: 'object', properties: describeObject(schema) };
}

function boundsOf({ minimum, maximum, exclusiveMinimum }: JsonSchema): { min: number | null; max: number | null; isMinExcluded: boolean } {
  return { min: minimum ?? exclusiveMinimum ?? null, max: maximum ?? null, isMinExcluded: exclusiveMinimum !== undefined };
}

/** Forms that share a tag with one or several values each (`type`). */
function toVariants(forms: readonly JsonSchema[]): PropertyControl {
  const variants = forms.flatMap((form) => {
    const tag = form.properties?.type;
    const names = tag?.const === undefined ? (tag?.enum ?? []).map(String) : [tag.const];
    return names.map((name): PropertyVariant => ({ name, title: names.length === 1 ? (form.title ?? name) : name, properties: describeObject(form).filter((property) => property.name !== 'type') }));
  });
  return variants.length === 0 ? { kind: 'json' } : { kind: 'variants', tag: 'type', variants };
}
