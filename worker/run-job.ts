/**
 * One delivery of a job from claim to end: a job id in, the video stored and recorded, and what the queue shall do out.
 * Reads as the data flow; each stage takes values and returns a value, and everything ends with the attempt's signal.
 */
import { startAttempt } from '#lib/db/start-attempt';
import { ATTEMPTS_MAX } from '#lib/jobs/attempts';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { log } from '#lib/log';
import type { Delivery } from '#lib/queue/start-workers';
import { AttemptStopped } from '#worker/attempt-stopped';
import type { JobContext, WorkerContext } from '#worker/job-context';
import { Progress } from '#worker/progress';
import { removeStrayObjects, type StrayObjectsOptions } from '#worker/remove-stray-objects';
import { settleAttempt } from '#worker/settle-attempt';
import { downloadFonts } from '#worker/stages/download-fonts';
import { downloadSources } from '#worker/stages/download-sources';
import { finishVideo } from '#worker/stages/finish-video';
import { readComposition } from '#worker/stages/read-composition';
import { renderVideo } from '#worker/stages/render-video';
import { resolveTimeline } from '#worker/stages/resolve-timeline';
import { uploadVideo } from '#worker/stages/upload-video';
import { createTempFolder, removeTempFolder, toTempFolder } from '#worker/temp-folders';

/** Rejects only when the database does not answer; the queue then delivers the job again. */
export async function runJob(worker: WorkerContext, jobId: string): Promise<Delivery> {
  const job = await startAttempt(jobId, worker.id, ATTEMPTS_MAX);
  // Final, perhaps since its worker died: nobody else is left who could clear up behind it.
  if (job === null) return clearUp({ jobId, storage: worker.storage, log: log.child({ jobId }) });
  const startedAt = performance.now();
  const attemptLog = log.child({ requestId: job.requestId, jobId, attempt: job.attempt });
  attemptLog.info({ lane: job.lane, workerId: worker.id }, 'attempt started');
  const stop = new AbortController();
  const attempt = { jobId, attempt: job.attempt };
  const progress = new Progress({ attempt, lane: job.lane, log: attemptLog, onLost: () => stop.abort(new AttemptStopped('superseded')) });
  const timer = setTimeout(() => stop.abort(new AttemptStopped('timed_out')), worker.config.jobs.processingTimeoutSeconds * 1000);
  const context: JobContext = {
    job,
    attempt,
    config: worker.config,
    storage: worker.storage,
    directory: toTempFolder(worker, attempt),
    signal: AbortSignal.any([stop.signal, worker.stopping]),
    progress,
    log: attemptLog,
  };
  try {
    return await attemptJob(worker, context);
  } finally {
    clearTimeout(timer);
    await removeTempFolder(worker, attempt);
    attemptLog.info({ ms: Math.round(performance.now() - startedAt) }, 'attempt ended');
  }
}

async function attemptJob(worker: WorkerContext, context: JobContext): Promise<Delivery> {
  const { attempt, storage, progress, log: attemptLog } = context;
  // An attempt before this one may have left anything.
  const traces = { mayBeLeft: attempt.attempt > 1 };
  const delivery = await makeVideo(worker, context, traces)
    // What comes now is no part of the step it stopped in.
    .finally(() => progress.stop())
    .catch((error: unknown) => settleAttempt(context, error));
  return delivery === 'done' && traces.mayBeLeft ? clearUp({ jobId: attempt.jobId, storage, log: attemptLog }) : delivery;
}

/** A job is forgotten by the queue when nothing is left of its attempts: until then somebody comes again. */
async function clearUp(options: StrayObjectsOptions): Promise<Delivery> {
  return (await removeStrayObjects(options)) ? 'done' : 'retry';
}

async function makeVideo(worker: WorkerContext, context: JobContext, traces: { mayBeLeft: boolean }): Promise<Delivery> {
  const { attempt, job, progress, signal } = context;
  await createTempFolder(worker, attempt);
  const composition = readComposition(job);

  await progress.enter('downloading');
  const sources = await downloadSources(context, composition);
  const ownFonts = await downloadFonts(composition, { ...context, sources: context.config.sources, lane: job.lane });
  const fonts = await (await getFontLibrary()).load(composition, ownFonts);
  const timeline = resolveTimeline(composition, sources.facts, fonts);

  await progress.enter('processing');
  const video = await renderVideo(context, timeline, sources);

  await progress.enter('uploading');
  signal.throwIfAborted();
  traces.mayBeLeft = true;
  const uploaded = await uploadVideo(context, video);

  await progress.enter('storing');
  signal.throwIfAborted();
  await finishVideo(context, { sources, timeline, video, uploaded });
  context.log.info('job completed');
  traces.mayBeLeft = attempt.attempt > 1 || uploaded.video.tries > 1;
  return 'done';
}
