/** One thing wrong with a request body: where, what, and a code for programs. */

export interface CompositionProblem {
  /** Dotted: `elements.0.width`; empty for the body as a whole. */
  path: string;
  /** What is wrong and what is allowed; reads on from the path: "must be ...". */
  message: string;
  /** zod's code of the issue, or one of our own for what is no matter of types: `duplicate_id`, `elements_overlap` and so on. */
  code: string;
}

/** A name that is a key of the request may be as long as the request. */
const KEY_LENGTH_MAX = 100;

export function toPath(keys: readonly PropertyKey[]): string {
  return keys.map((key) => String(key).slice(0, KEY_LENGTH_MAX)).join('.');
}
