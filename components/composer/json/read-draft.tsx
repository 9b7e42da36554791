/**
 * The text of the editor in, the composition it means or every problem with its place in the text out. The same check as the
 * server's, but that a document may have no elements yet.
 */
import { findRange, findSyntaxError, toLineNumber, type TextRange } from '#components/composer/json/json-position';
import type { Composition } from '#lib/composition/schema/composition';
import { parseDocument } from '#lib/editor/editor-state';

export interface DraftProblem {
  path: string;
  message: string;
  range: TextRange;
  line: number;
}

export interface DraftReading {
  /** Null when there is any problem. */
  composition: Composition | null;
  problems: DraftProblem[];
}

export function readDraft(text: string): DraftReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const range = findSyntaxError(text) ?? { from: 0, to: 0 };
    return { composition: null, problems: [{ path: '', message: 'This is not valid JSON from here on.', range, line: toLineNumber(text, range.from) }] };
  }
  const result = parseDocument(value);
  return result.ok ? { composition: result.state.composition, problems: [] } : { composition: null, problems: locateProblems(text, result.problems) };
}

/** Problems with a path (ours or the server's) at their places, in the order of the text. */
export function locateProblems(text: string, problems: ReadonlyArray<{ path: string; message: string }>): DraftProblem[] {
  return problems
    .map(({ path, message }) => {
      const range = findRange(text, path);
      return { path, message: path === '' ? `The composition ${message}` : message, range, line: toLineNumber(text, range.from) };
    })
    .toSorted((a, b) => a.range.from - b.range.from);
}
