/**
 * One look at a medium from the queue to its end: a look's id in; its facts, or why there are none, written down, and its pictures stored.
 * No job is involved: somebody in the composer waits for it.
 */
import { finishProbe } from '#lib/db/finish-probe';
import { findProbe } from '#lib/db/find-probe';
import { isUpload } from '#lib/composition/upload-source';
import { ERROR_CODES } from '#lib/error-codes';
import { AppError, toAppError } from '#lib/errors';
import { log } from '#lib/log';
import type { MediaFindings } from '#lib/media/media-findings';
import type { MediaProbe } from '#lib/media/media-probe';
import { FRESH_FAILURE_SECONDS, FRESH_UPLOAD_SECONDS, FRESH_URL_SECONDS, LOOK_SECONDS } from '#lib/media/probe-queue';
import type { WorkerContext } from '#worker/job-context';
import { loadMedium } from '#worker/probe/load-medium';
import { makePreviews } from '#worker/probe/make-previews';
import { createProbeFolder, removeProbeFolder } from '#worker/probe/probe-folders';

/** Rejects when the worker stops or the database does not answer: then the queue delivers the look once more. */
export async function runProbe(worker: WorkerContext, probeId: string): Promise<void> {
  const probe = await findProbe(probeId);
  if (probe?.state !== 'pending') return;
  const outcome = await look(worker, probe).catch((error: unknown) => {
    worker.stopping.throwIfAborted();
    return toProbeError(error, probeId);
  });
  await finishProbe(probeId, outcome, toFreshSeconds(probe.source, outcome));
}

async function look(worker: WorkerContext, probe: MediaProbe): Promise<MediaFindings> {
  const directory = await createProbeFolder(worker.config.temp.path);
  try {
    const medium = await loadMedium(probe, { sources: worker.config.sources, directory, signal: AbortSignal.any([worker.stopping, AbortSignal.timeout(LOOK_SECONDS * 1000)]) });
    if (medium.kind === 'font') return { size_bytes: medium.sizeBytes, facts: medium.findings };
    const previews = await makePreviews(medium.media, { probeId: probe.id, storage: worker.storage, directory, stopping: worker.stopping });
    return { size_bytes: medium.media.sizeBytes, facts: medium.media.facts, ...previews };
  } finally {
    await removeProbeFolder(directory);
  }
}

function toProbeError(thrown: unknown, probeId: string): AppError {
  // The reason of AbortSignal.timeout.
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') return new AppError('SOURCE_TOO_SLOW', { cause: thrown });
  const error = toAppError(thrown);
  if (ERROR_CODES[error.code].fault === 'us') log.error({ err: error, code: error.code, probeId }, 'a look at a medium failed');
  return error;
}

function toFreshSeconds(source: string, outcome: MediaFindings | AppError): number {
  if (outcome instanceof AppError) return FRESH_FAILURE_SECONDS;
  return isUpload(source) ? FRESH_UPLOAD_SECONDS : FRESH_URL_SECONDS;
}
