/** A job's composition as it was posted, by the job's id; null when there is no such job, as for an id that is no UUID. */
import { findCompositionText } from '#lib/db/find-composition-text';
import { isJobId } from '#lib/jobs/job-id';

export async function getCompositionText(id: string): Promise<string | null> {
  return isJobId(id) ? findCompositionText(id) : null;
}
