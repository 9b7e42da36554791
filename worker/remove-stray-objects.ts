/**
 * Leaves of a job's objects in the bucket the recorded video and poster alone, of a deleted job nothing. Attempts that died or lost may have
 * uploaded as well; whoever sees the job final removes what they left. While it is not final nothing is touched, as any object may become the result.
 */
import { findJob } from '#lib/db/find-job';
import { isFinal } from '#lib/jobs/state';
import type { JobContext } from '#worker/job-context';

/** Never throws: the video is there or the job has failed already, and the bucket's expiry takes what stays. */
export async function removeStrayObjects({ job: { id: jobId }, storage, log }: JobContext): Promise<void> {
  try {
    const job = await findJob(jobId);
    // Null: somebody has deleted the job, perhaps while this attempt was uploading.
    if (job !== null && !isFinal(job.status)) return;
    const keys = await storage.listJobKeys(jobId);
    await Promise.all(keys.filter((key) => key !== job?.s3Key && key !== job?.posterKey).map((key) => storage.deleteObject({ jobId, key })));
  } catch (error) {
    log.warn({ err: error }, 'could not remove stray objects');
  }
}
