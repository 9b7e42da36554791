/**
 * The wording of a refused value: what is allowed goes in, zod's error function comes out.
 * Every message reads "must be WHAT, not VALUE", so that a person sees the fault and the cure in one line.
 */

const QUOTE_LENGTH_MAX = 60;

/** A value as JSON, cut to a readable length. */
export function quoteValue(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length <= QUOTE_LENGTH_MAX ? text : `${text.slice(0, QUOTE_LENGTH_MAX)}...`;
}

/** For zod's `error` option. `what` follows "must be": 'a whole number from 1 to 60'. */
export function expected(what: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => {
    if (input === undefined) return `is required: ${what}`;
    return `must be ${what}, not ${quoteValue(input)}`;
  };
}
