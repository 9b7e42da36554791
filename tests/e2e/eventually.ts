/** For what comes by itself, in its own time: a reading in, vitest's assertions on it out, which are tried on one reading after the other until they hold. */
import { expect } from 'vitest';

/** A slow machine has time; by itself `expect.poll` waits for one second. */
export const PATIENCE_MS = 60_000;

export const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: PATIENCE_MS });
