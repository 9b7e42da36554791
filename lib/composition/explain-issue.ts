/** zod's issues in the words of the API: unknown names become one problem each, with the nearest known name; the rest have their words from the schema. */
import type { z } from 'zod';
import { toPath, type CompositionProblem } from '#lib/composition/composition-problem';
import { findNearestName } from '#lib/composition/nearest-name';
import { compositionSchema, ELEMENT_SCHEMAS } from '#lib/composition/schema/composition';
import { quoteValue } from '#lib/composition/schema/expected';

type Issue = z.core.$ZodIssue;

/** One issue as problems; `root` is the value that was parsed. */
export function explainIssue(issue: Issue, root: unknown): CompositionProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = listKnownKeys(valueAt(root, issue.path));
    return issue.keys.map((key) => ({ path: toPath([...issue.path, key]), message: explainUnknownKey(key, known), code: issue.code }));
  }
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'type') {
    return [{ path: toPath(issue.path), message: explainUnknownType(valueAt(root, issue.path)), code: issue.code }];
  }
  return [{ path: toPath(issue.path), message: issue.message, code: issue.code }];
}

function explainUnknownKey(key: string, known: readonly string[]): string {
  const nearest = findNearestName(key, known);
  return nearest === null ? `is not a known property; known are ${known.join(', ')}` : `is not a known property; did you mean "${nearest}"?`;
}

function explainUnknownType(type: unknown): string {
  const known = Object.keys(ELEMENT_SCHEMAS);
  const names = known.map((name) => `"${name}"`).join(' or ');
  if (type === undefined) return `is required: ${names}`;
  const nearest = typeof type === 'string' ? findNearestName(type, known) : null;
  return `must be ${names}, not ${quoteValue(type)}${nearest === null ? '' : `; did you mean "${nearest}"?`}`;
}

/** The keys of the object's own schema: an element's by its type, else the composition's. */
function listKnownKeys(value: unknown): string[] {
  const type = valueAt(value, ['type']);
  const element = Object.entries(ELEMENT_SCHEMAS).find(([name]) => name === type);
  return Object.keys(element === undefined ? compositionSchema.shape : element[1].shape);
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
    root,
  );
}
