/**
 * Accepts a job: a parsed composition and its estimate in, the stored and enqueued job out.
 * The row comes first: a job that could not be enqueued is found by the workers' sweep and runs a little later.
 */
import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { listElements } from '#lib/composition/list-elements';
import type { Composition } from '#lib/composition/schema/composition';
import { toTitle } from '#lib/composition/title';
import { createJobRow } from '#lib/db/create-job-row';
import type { Json } from '#lib/db/database-types';
import { findJob } from '#lib/db/find-job';
import { toAppError } from '#lib/errors';
import type { Job, Lane, ResponseType } from '#lib/jobs/job';
import { log } from '#lib/log';
import { sendJob } from '#lib/queue/send-job';
import { within } from '#lib/within';

/** Milliseconds are usual; somebody waits for the answer, and a sweep sends what was not sent. One that arrives late is the same job. */
const SEND_MS = 2_000;
/** A database that answers at all does so in milliseconds. */
const LOOK_MS = 1_000;

export interface NewJob {
  composition: Composition;
  /** The request body that it was read from; the composition's own JSON when absent. */
  compositionText?: string;
  lane: Lane;
  responseType: ResponseType;
  /** What people are told, the queue's wait included. */
  estimatedSeconds: number;
  /** The part of it that is work; all of it when absent. */
  estimatedWorkSeconds?: number;
  estimateFeatures: Record<string, unknown>;
  clientIp: string | null;
  userAgent: string | null;
  requestId: string | null;
}

/** Throws SERVICE_UNAVAILABLE when the database is down: nothing was created then, unless it stores late what it was asked for, and could not say so. */
export async function createJob(newJob: NewJob): Promise<Job> {
  const { composition } = newJob;
  const id = randomUUID();
  const creating = createJobRow({
    id,
    response_type: newJob.responseType,
    lane: newJob.lane,
    output_format: composition.output_format ?? 'mp4',
    width: composition.width,
    height: composition.height,
    composition: composition as Json,
    composition_text: newJob.compositionText ?? JSON.stringify(composition),
    title: toTitle(composition),
    estimated_duration: newJob.estimatedSeconds,
    estimated_work_seconds: newJob.estimatedWorkSeconds ?? newJob.estimatedSeconds,
    estimate_features: newJob.estimateFeatures as Json,
    client_ip: toInet(newJob.clientIp),
    user_agent: newJob.userAgent,
    request_id: newJob.requestId,
    elements: listElements(composition).map(({ element, elementId }) => ({
      element_id: elementId,
      type: element.type,
      source: 'source' in element ? element.source : null,
      track: element.track ?? null,
    })),
  });
  const job = await orAsStored(id, creating);
  try {
    await within(SEND_MS, sendJob(job));
  } catch (error) {
    log.warn({ err: error, jobId: job.id }, 'the job is stored but could not be enqueued; a sweep will');
  }
  return job;
}

/** A row whose answer was lost stands: who was refused would send it again, and have two. */
async function orAsStored(id: string, creating: Promise<Job>): Promise<Job> {
  return creating.catch(async (error: unknown) => {
    if (toAppError(error).code !== 'SERVICE_UNAVAILABLE') throw error;
    const stored = await within(LOOK_MS, findJob(id)).catch(() => null);
    if (stored === null) throw error;
    log.warn({ err: error, jobId: id }, 'the job is stored, though the answer to it was lost');
    return stored;
  });
}

/** What the column takes: an address without an IPv6 zone, or null. */
function toInet(clientIp: string | null): string | null {
  const address = clientIp?.split('%')[0] ?? '';
  return isIP(address) === 0 ? null : address;
}
