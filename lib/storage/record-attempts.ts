/**
 * Runs a storage operation with retries: the operation in, its result out, and one record of every attempt, failed ones too.
 */
import pRetry from 'p-retry';

import { log } from '#lib/log';
import type { StorageContext } from '#lib/storage/storage-context';
import { describeForOperator, isPassing } from '#lib/storage/storage-error';

/** First pause; all are stretched at random by up to two. */
const PAUSE_MS = 300;
/** Somebody may wait for the answer: 0.3, 0.6, 1.2 s. */
const PAUSE_GROWTH = 2;
/** For what is too dear to be lost: 0.3, 2.4, 19 s, so that the third retry outlasts a restart of the storage. */
export const PATIENT_PAUSE_GROWTH = 8;
/** However many retries an operator wants. */
const PAUSE_MS_MAX = 40_000;

export interface RecordedOperation {
  readonly jobId: string | null;
  readonly operation: 'upload' | 'verify' | 'delete';
  readonly key: string;
}

/** What one attempt found: whether the record says success, and the size and facts it keeps. */
export interface AttemptOutcome<T> {
  readonly value: T;
  readonly success: boolean;
  readonly fileSizeBytes: number | null;
  readonly errorMessage: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface AttemptsOptions<T> extends RecordedOperation {
  readonly signal: AbortSignal;
  /** By how much each pause is longer than the one before; default 2. */
  readonly pauseGrowth?: number;
  readonly attempt: () => Promise<AttemptOutcome<T>>;
}

/** Rejects with the last attempt's error, at once with one that will not pass, and with the signal's reason when it is aborted. */
export async function recordAttempts<T>(context: StorageContext, { signal, attempt, pauseGrowth = PAUSE_GROWTH, ...operation }: AttemptsOptions<T>): Promise<T> {
  return pRetry(
    async (attemptNumber) => {
      const startedAt = performance.now();
      const record = (outcome: Omit<AttemptOutcome<T>, 'value'>): Promise<void> =>
        recordSafely(context, operation, {
          success: outcome.success,
          fileSizeBytes: outcome.fileSizeBytes,
          durationMs: Math.round(performance.now() - startedAt),
          errorMessage: outcome.errorMessage,
          metadata: { attempt: attemptNumber, ...outcome.metadata },
        });
      try {
        const outcome = await attempt();
        await record(outcome);
        return outcome.value;
      } catch (error) {
        await record({ success: false, fileSizeBytes: null, errorMessage: describeForOperator(signal.aborted ? signal.reason : error), metadata: {} });
        throw error;
      }
    },
    { retries: context.config.uploadRetriesMax, minTimeout: PAUSE_MS, maxTimeout: PAUSE_MS_MAX, factor: pauseGrowth, randomize: true, signal, shouldRetry: ({ error }) => isPassing(error) },
  );
}

type Figures = Pick<Parameters<StorageContext['recordOperation']>[0], 'success' | 'fileSizeBytes' | 'durationMs' | 'errorMessage' | 'metadata'>;

/** A record that cannot be kept must not undo an upload that was: it goes to the log instead. */
async function recordSafely({ config, recordOperation }: StorageContext, operation: RecordedOperation, figures: Figures): Promise<void> {
  const row = { ...operation, bucket: config.bucket, region: config.region, ...figures };
  try {
    await recordOperation(row);
  } catch (error) {
    log.error({ err: error, ...row }, 'storage operation not recorded');
  }
}
