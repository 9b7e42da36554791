/** Each row of the contract's table of GET /videoresult, word by word. */
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#lib/error-codes';
import type { Job } from '#lib/jobs/job';
import { presentJob } from '#lib/jobs/present-job';
import type { ProcessingStep } from '#lib/jobs/state';

const CREATED_AT = new Date('2026-11-22T12:00:00Z');
const NOW = new Date('2026-11-22T12:00:07.500Z');

const JOB: Job = {
  id: '7f878bb1-88ab-44c5-9657-017fa38c3dc1',
  status: 'pending',
  responseType: 'async',
  lane: 'long',
  requestId: null,
  title: null,
  outputFormat: 'mp4',
  widthPx: 720,
  heightPx: 1280,
  estimatedSeconds: 45,
  processingSeconds: null,
  durationSeconds: null,
  step: 'pending',
  progressPercent: 0,
  attempt: 0,
  retryCount: 0,
  s3Bucket: null,
  s3Key: null,
  s3Region: null,
  resultUrl: null,
  sizeBytes: null,
  posterKey: null,
  posterUrl: null,
  errorCode: null,
  errorMessage: null,
  errorDetails: null,
  createdAt: CREATED_AT,
  startedAt: null,
  finishedAt: null,
  updatedAt: CREATED_AT,
};

describe('presentJob', () => {
  it('a completed job: its video, its size and its times, for people and for programs', () => {
    const job: Job = {
      ...JOB,
      status: 'completed',
      step: 'completed',
      progressPercent: 100,
      resultUrl: 'https://bucket.s3.us-west-2.amazonaws.com/processed/video.mp4',
      sizeBytes: 1_258_291,
      posterUrl: 'https://bucket.s3.us-west-2.amazonaws.com/processed/poster.jpg',
      durationSeconds: 12,
      processingSeconds: 65.2,
    };
    expect(presentJob(job, NOW)).toEqual({
      status: 'completed',
      job_id: JOB.id,
      result_url: job.resultUrl,
      file_size: '1.2 MB',
      duration: '12 seconds',
      processing_time: '1 minute 5 seconds',
      message: 'Video processing completed successfully',
      file_size_bytes: 1_258_291,
      duration_seconds: 12,
      processing_seconds: 65.2,
      poster_url: job.posterUrl,
      width: 720,
      height: 1280,
    });
  });

  it.each<[ProcessingStep, number, string, string]>([
    ['estimating', 5, '5%', 'Analyzing complexity'],
    ['downloading', 20, '20%', 'Downloading source media'],
    ['processing', 60, '60%', 'Processing video elements'],
    ['uploading', 85, '85%', 'Uploading to cloud storage'],
    ['storing', 95, '95%', 'Finalizing storage'],
  ])('a job in step %s', (step, progressPercent, progress, currentStep) => {
    expect(presentJob({ ...JOB, status: 'processing', step, progressPercent }, NOW)).toEqual({
      status: 'processing',
      job_id: JOB.id,
      progress,
      current_step: currentStep,
      message: 'Video is being processed',
      progress_percentage: progressPercent,
      step,
      estimated_seconds: 45,
      elapsed_seconds: 7.5,
    });
  });

  it('a queued job is processing as well, for its client', () => {
    expect(presentJob(JOB, NOW)).toMatchObject({ status: 'processing', progress: '0%', current_step: 'Queued for processing', step: 'pending' });
  });

  it('a failed job: its code, its own message and the element', () => {
    const job: Job = { ...JOB, status: 'failed', errorCode: 'SOURCE_NOT_FOUND', errorMessage: 'The source does not exist', errorDetails: { element_id: 'logo' } };
    expect(presentJob(job, NOW)).toEqual({ status: 'failed', job_id: JOB.id, error: 'SOURCE_NOT_FOUND', message: 'The source does not exist', details: { element_id: 'logo' } });
  });

  it.each([
    ['timeout', 'JOB_TIMED_OUT'],
    ['cancelled', 'JOB_CANCELLED'],
  ] as const)('a job that ended by %s', (status, code) => {
    const expected = { status, job_id: JOB.id, error: code, message: ERROR_CODES[code].publicMessage, details: {} };
    expect(presentJob({ ...JOB, status, errorCode: code }, NOW)).toEqual(expected);
    expect(presentJob({ ...JOB, status }, NOW)).toEqual(expected);
  });

  it('a code that the table no longer knows is our fault', () => {
    expect(presentJob({ ...JOB, status: 'failed', errorCode: 'GONE' }, NOW)).toMatchObject({ error: 'INTERNAL_ERROR', message: 'Internal server error' });
  });

  it('a clock that is behind the database\'s shows no negative time', () => {
    expect(presentJob(JOB, new Date(CREATED_AT.getTime() - 1000))).toMatchObject({ elapsed_seconds: 0 });
  });
});
