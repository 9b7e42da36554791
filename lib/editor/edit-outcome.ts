/** What a command gives: the next state and what to call the step, or a sentence that says why it cannot be. Types alone. */
import type { SourceSecondsOf } from '#lib/composition/known-timing';
import type { EditorState } from '#lib/editor/editor-state';

export type EditOutcome =
  /** `state` is the very state that came in when there was nothing to do. */
  | { ok: true; state: EditorState; label: string }
  | { ok: false; reason: string };

/**
 * Every command: pure, the composition in its state valid before and after. `sourceSecondsOf` gives the lengths of media that are known
 * (`sourceSecondsFrom` makes it of facts); what is not known is taken to last five seconds, as the timeline shows it.
 */
export type Command<Args> = (state: EditorState, args: Args, sourceSecondsOf: SourceSecondsOf) => EditOutcome;

export const refuse = (reason: string): EditOutcome => ({ ok: false, reason });
