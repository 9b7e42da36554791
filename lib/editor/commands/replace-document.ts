/** Puts another composition in the place of the document: its JSON edited by hand, a file, an example. What is selected and still there stays selected. */
import { refuse, type Command } from '#lib/editor/edit-outcome';
import { carryOver, parseDocument } from '#lib/editor/editor-state';

export interface ReplaceDocumentArgs {
  /** Any value: the schema decides. */
  value: unknown;
  label?: string;
}

export const replaceDocument: Command<ReplaceDocumentArgs> = (state, { value, label = 'Edit JSON' }) => {
  const result = parseDocument(value);
  if (!result.ok) return refuse(`${result.problems[0]?.path ?? ''} ${result.problems[0]?.message ?? ''}`.trim());
  // Typed back to what it was: nothing has changed.
  if (JSON.stringify(value) === JSON.stringify(state.composition)) return { ok: true, state, label };
  return { ok: true, state: carryOver(state, result.state.composition), label };
};
