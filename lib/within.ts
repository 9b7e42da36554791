/** A limit of time for what nothing depends on: a promise in, its value out, or an Error when it is not there in time. What comes of it later is let go. */
import { setTimeout as sleep } from 'node:timers/promises';

export function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  return Promise.race([
    work,
    sleep(ms, undefined, { ref: false }).then(() => {
      throw new Error(`No answer within ${ms} ms`);
    }),
  ]);
}
