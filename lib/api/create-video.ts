/**
 * POST /api/v1/videocreate without HTTP: an accepted composition in, the answer for its client out.
 * Creates the job, waits for it as long as estimate or client say, and answers with what there is by then; the job itself never
 * depends on anybody waiting.
 */
import type { ClientFacts } from '#lib/api/client-facts';
import { type CreateAnswer, toCreateAnswer } from '#lib/api/create-answer';
import { findWarnings } from '#lib/api/find-warnings';
import { parsePreferWait } from '#lib/api/prefer';
import type { Composition } from '#lib/composition/schema/composition';
import { getConfig } from '#lib/config';
import { estimateJob } from '#lib/estimate/estimate';
import { createJob } from '#lib/jobs/create-job';
import type { Job } from '#lib/jobs/job';
import { waitForJob } from '#lib/jobs/wait-for-job';
import { log } from '#lib/log';

export interface CreateVideoInput {
  composition: Composition;
  /** The body that it was read from. */
  compositionText: string;
  /** The `Prefer` header as it came. */
  prefer: string | null;
  client: ClientFacts;
  requestId: string;
  /** Ends the wait, not the job. */
  signal: AbortSignal;
}

export async function createVideo({ composition, compositionText, prefer, client, requestId, signal }: CreateVideoInput): Promise<CreateAnswer> {
  const thresholdSeconds = getConfig().jobs.quickThresholdSeconds;
  const preferredSeconds = parsePreferWait(prefer, thresholdSeconds);
  const { isQuick, workSeconds, estimatedSeconds, features } = await estimateJob(composition);
  const warnings = await findWarnings(composition);
  const waitSeconds = preferredSeconds ?? (isQuick ? thresholdSeconds : 0);
  const job = await createJob({
    composition,
    compositionText,
    lane: isQuick ? 'quick' : 'long',
    responseType: waitSeconds > 0 ? 'immediate' : 'async',
    estimatedSeconds,
    estimatedWorkSeconds: workSeconds,
    estimateFeatures: { ...features },
    ...client,
    requestId,
  });
  const settled = waitSeconds > 0 ? await orAsAccepted(job, waitForJob(job.id, { timeoutMs: waitSeconds * 1000, signal })) : job;
  return toCreateAnswer(settled, { now: new Date(), preferredSeconds, warnings });
}

/** What stands must not be refused: a job that can be watched no longer is answered as it was accepted. */
async function orAsAccepted(job: Job, waiting: Promise<Job>): Promise<Job> {
  return waiting.catch((error: unknown) => {
    log.warn({ err: error, jobId: job.id }, 'could not wait for an accepted job');
    return job;
  });
}
