/** zod's issues in the words of the API: unknown names become one problem each, with the nearest known name; the rest have their words from the schema. */
import { z } from 'zod';
import { toPath, type CompositionProblem } from '#lib/composition/composition-problem';
import { findNearestName } from '#lib/composition/nearest-name';
import { listTagsAt, schemasAt, valueAt } from '#lib/composition/schema-at';
import { compositionSchema } from '#lib/composition/schema/composition';
import { quoteValue } from '#lib/composition/schema/expected';

type Issue = z.core.$ZodIssue;

/** One issue as problems; `root` is the value that was parsed. */
export function explainIssue(issue: Issue, root: unknown): CompositionProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = listKnownKeys(root, issue.path);
    return issue.keys.map((key) => ({ path: toPath([...issue.path, key]), message: explainUnknownKey(key, known), code: issue.code }));
  }
  if (issue.code === 'invalid_union') {
    if (issue.path.at(-1) === 'type') return [{ path: toPath(issue.path), message: explainUnknownType(root, issue.path), code: issue.code }];
    const meant = issue.errors.find((issues) => issues.length > 0 && issues.every(({ path }) => path.length > 0));
    // Of the forms a value may have, the one it has, with what is wrong inside it.
    if (meant !== undefined) return meant.flatMap((inner) => explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, root));
  }
  return [{ path: toPath(issue.path), message: issue.message, code: issue.code }];
}

function explainUnknownKey(key: string, known: readonly string[]): string {
  const nearest = findNearestName(key, known);
  return nearest === null ? `is not a known property; known are ${known.join(', ')}` : `is not a known property; did you mean "${nearest}"?`;
}

function explainUnknownType(root: unknown, path: readonly PropertyKey[]): string {
  const type = valueAt(root, path);
  const known = listTagsAt(compositionSchema, root, path.slice(0, -1));
  const names = listInWords(known.map((name) => `"${name}"`));
  if (type === undefined) return `is required: ${names}`;
  const nearest = typeof type === 'string' ? findNearestName(type, known) : null;
  return `must be ${names}, not ${quoteValue(type)}${nearest === null ? '' : `; did you mean "${nearest}"?`}`;
}

/** "a", "a or b", "a, b or c". */
function listInWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

/** The keys of the object the value was meant to be. */
function listKnownKeys(root: unknown, path: readonly PropertyKey[]): string[] {
  return schemasAt(compositionSchema, root, path).flatMap((schema) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []));
}
