/** For writes that decide a job: tries again while the database cannot be reached, as what was rendered is too dear to be lost. */
import pRetry from 'p-retry';
import { AppError } from '#lib/errors';

/** 1, 2, 4 and 8 s: a database that restarts is back by then. */
const RETRIES = 4;

export async function insist<Value>(write: () => Promise<Value>): Promise<Value> {
  return pRetry(write, {
    retries: RETRIES,
    minTimeout: 1000,
    factor: 2,
    shouldRetry: ({ error }) => error instanceof AppError && error.code === 'SERVICE_UNAVAILABLE',
  });
}
