/**
 * Leaves of a job's objects in the bucket the recorded video and poster alone, of a deleted job nothing. Attempts that died or lost may have
 * uploaded as well, or begun to; whoever sees the job final removes what they left. While it is not final nothing is touched, as any object may become the result.
 */
import { findJob } from '#lib/db/find-job';
import { isFinal } from '#lib/jobs/state';
import type { Logger } from '#lib/log';
import type { Storage } from '#lib/storage/storage';
import { isPassing } from '#lib/storage/storage-error';

export interface StrayObjectsOptions {
  jobId: string;
  storage: Storage;
  log: Logger;
}

/** False when database or storage did not answer, so that something may be left: then somebody has to come again. Never throws. */
export async function removeStrayObjects({ jobId, storage, log }: StrayObjectsOptions): Promise<boolean> {
  try {
    const job = await findJob(jobId);
    // Null: somebody has deleted the job, perhaps while an attempt was uploading.
    if (job !== null && (job.attempt === 0 || !isFinal(job.status))) return true;
    const keys = await storage.listJobKeys(jobId);
    await Promise.all(keys.filter((key) => key !== job?.s3Key && key !== job?.posterKey).map((key) => storage.deleteObject({ jobId, key })));
    await storage.abortUnfinished(jobId);
    return true;
  } catch (error) {
    const mayPass = isPassing(error);
    log.warn({ err: error, mayPass }, 'could not remove stray objects');
    // What is refused now will be refused later: the bucket's expiry takes what stays.
    return !mayPass;
  }
}
