/**
 * What a medium is, looked at by a worker: a source and as what it is meant in, the finished look out. The same medium again is answered
 * from the last look while that holds; several who ask at the same time share one.
 */
import { subscribeToProbe } from '#lib/db/job-changes';
import { findProbe } from '#lib/db/find-probe';
import { finishProbe } from '#lib/db/finish-probe';
import { requestProbe } from '#lib/db/request-probe';
import { AppError, toAppError } from '#lib/errors';
import { Hint } from '#lib/jobs/hint';
import type { ProbeKind } from '#lib/media/media-findings';
import type { MediaProbe } from '#lib/media/media-probe';
import { PATIENCE_SECONDS } from '#lib/media/probe-queue';
import { sendProbe } from '#lib/queue/send-probe';

const POLL_INTERVAL_MS = 500;

export type ReadyProbe = Extract<MediaProbe, { state: 'ready' }>;

/** Throws the look's own error (SOURCE_*), or SERVICE_UNAVAILABLE when no worker has looked in time or `signal` fired. */
export async function probeMedia(source: string, kind: ProbeKind, signal: AbortSignal): Promise<ReadyProbe> {
  const { id, isNew } = await requestProbe(source, kind, PATIENCE_SECONDS);
  if (isNew) await send(id);
  const probe = await waitForProbe(id, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_SECONDS * 1000)]));
  if (probe === null) throw new AppError('SERVICE_UNAVAILABLE', { message: 'The medium could not be looked at in time; try again' });
  if (probe.state === 'failed') throw new AppError(probe.code, { message: probe.message });
  return probe;
}

/** One that no worker will ever hear of is ended at once, so that the next asker starts another. */
async function send(id: string): Promise<void> {
  try {
    await sendProbe(id);
  } catch (error) {
    await finishProbe(id, toAppError(error), 0).catch(() => undefined);
    throw error;
  }
}

/** Null when it did not end in time, or when another look has taken its place. */
async function waitForProbe(id: string, signal: AbortSignal): Promise<Exclude<MediaProbe, { state: 'pending' }> | null> {
  const hint = new Hint();
  const unsubscribe = subscribeToProbe(id, () => hint.give());
  try {
    while (!signal.aborted) {
      const probe = await findProbe(id);
      if (probe?.state !== 'pending') return probe;
      await hint.wait(POLL_INTERVAL_MS, signal);
    }
    return null;
  } finally {
    unsubscribe();
  }
}
