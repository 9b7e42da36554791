/**
 * Deletes a finished job for good: its objects in the bucket first, then what its row says of it. One that fails in between can be
 * deleted again, as an object that is gone counts as deleted.
 */
import { deleteJobRow } from '#lib/db/delete-job-row';
import { AppError } from '#lib/errors';
import { getJob } from '#lib/jobs/get-job';
import { isFinal } from '#lib/jobs/state';
import type { Storage } from '#lib/storage/storage';

/** Throws JOB_NOT_FOUND, JOB_STILL_RUNNING, or SERVICE_UNAVAILABLE when the storage does not answer. */
export async function deleteJob(id: string, storage: Pick<Storage, 'listJobKeys' | 'deleteObject'>): Promise<void> {
  const job = await getJob(id);
  if (job === null) throw new AppError('JOB_NOT_FOUND');
  if (!isFinal(job.status)) throw new AppError('JOB_STILL_RUNNING', { details: { job_id: job.id } });
  try {
    const keys = await storage.listJobKeys(job.id);
    await Promise.all(keys.map((key) => storage.deleteObject({ jobId: job.id, key })));
  } catch (error) {
    throw new AppError('SERVICE_UNAVAILABLE', { message: 'The files of the video could not be deleted', cause: error });
  }
  if ((await deleteJobRow(job.id)) === 'not_found') throw new AppError('JOB_NOT_FOUND');
}
