/** A limit of time for what may never answer: a promise in, its value out, or an Error when it is not there in time. What comes of it later is let go. */
import { setTimeout as sleep } from 'node:timers/promises';

export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  const over = new AbortController();
  const tooLate = sleep(ms, undefined, { signal: over.signal }).then(() => {
    throw new Error(`No answer within ${ms} ms`);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    over.abort();
  }
}
