/** Work on many things, a few at a time: the things and what is to be done with each in; what came of each, in their order, out. */

/** Enough to hide the latency of small files, few enough not to divide the line of large ones. */
const LINES = 4;

/**
 * The first failure aborts the signal of the others. All of them have ended before this returns or throws, so nothing writes anywhere any more.
 * Throws that first failure, or the signal's reason.
 */
export async function inLines<Item, Result>(items: readonly Item[], signal: AbortSignal, work: (item: Item, signal: AbortSignal) => Promise<Result>): Promise<Result[]> {
  const failing = new AbortController();
  const either = AbortSignal.any([signal, failing.signal]);
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const workOn = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, item] = next;
      either.throwIfAborted();
      results[index] = await work(item, either);
    }
  };
  const lines = Array.from({ length: LINES }, () => workOn().catch((error: unknown) => failing.abort(error)));
  await Promise.all(lines);
  either.throwIfAborted();
  return results;
}
