/** How a POST that made a job is answered, by what became of the job during the wait. */
import { describe, expect, test } from 'vitest';
import { toCreateAnswer } from '#lib/api/create-answer';
import type { Job } from '#lib/jobs/job';

const CREATED_AT = new Date('2026-01-01T00:00:00Z');
const RUNNING: Job = {
  id: '7b0ee0f4-5f5c-4d8a-9a0e-2f6f4d2f6c11',
  status: 'processing',
  responseType: 'immediate',
  lane: 'quick',
  requestId: null,
  title: null,
  outputFormat: 'mp4',
  widthPx: 480,
  heightPx: 640,
  estimatedSeconds: 2,
  processingSeconds: null,
  durationSeconds: null,
  step: 'processing',
  progressPercent: 40,
  attempt: 1,
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
  startedAt: CREATED_AT,
  finishedAt: null,
  updatedAt: CREATED_AT,
};
const COMPLETED: Job = {
  ...RUNNING,
  status: 'completed',
  step: 'completed',
  processingSeconds: 4.2,
  durationSeconds: 5,
  resultUrl: 'https://videogen.s3.us-west-2.amazonaws.com/processed/video_x_1.mp4',
  sizeBytes: 1_258_291,
  posterUrl: 'https://videogen.s3.us-west-2.amazonaws.com/processed/poster_x_1.jpg',
};

const WARNINGS = [{ path: 'elements.0.font_family', message: 'is not a known family', code: 'unknown_font_family' }];

const answer = (job: Job, preferredSeconds: number | null = null) => toCreateAnswer(job, { now: CREATED_AT, preferredSeconds, warnings: WARNINGS });

describe('toCreateAnswer', () => {
  test('a completed job is 200 in the words of the contract', () => {
    const { status, headers, body } = answer(COMPLETED);
    expect({ status, headers }).toEqual({ status: 200, headers: {} });
    expect(body).toMatchObject({
      status: 'completed',
      processing_time: '4 seconds',
      result_url: COMPLETED.resultUrl,
      job_id: COMPLETED.id,
      file_size: '1.2 MB',
      message: 'Video processed successfully',
      poster_url: COMPLETED.posterUrl,
    });
  });

  test.each(['pending', 'processing'] as const)('a job that is %s is 202 with where to ask', (status) => {
    expect(answer({ ...RUNNING, status, estimatedSeconds: 130 })).toEqual({
      status: 202,
      headers: { Location: `/api/v1/videoresult/${RUNNING.id}` },
      body: {
        status: 'processing',
        job_id: RUNNING.id,
        message: 'Video processing started - use job ID to check status',
        estimated_completion: '3 minutes',
        status_check_endpoint: `/videoresult/${RUNNING.id}`,
        estimated_seconds: 130,
        warnings: WARNINGS,
      },
    });
  });

  test.each([
    ['failed', 'SOURCE_NOT_FOUND', 422],
    ['cancelled', 'JOB_CANCELLED', 422],
    ['timeout', 'JOB_TIMED_OUT', 422],
    ['failed', 'RENDER_FAILED', 500],
    ['failed', 'A_CODE_OF_ANOTHER_VERSION', 500],
    ['failed', null, 500],
  ] as const)('%s with %s is %i', (status, errorCode, expected) => {
    const { status: answered, body } = answer({ ...RUNNING, status, errorCode, errorMessage: 'words', errorDetails: { element_id: 'photo' } });
    expect(answered).toBe(expected);
    expect(body).toMatchObject({ job_id: RUNNING.id, message: 'words' });
  });

  test('a wait the client asked for is confirmed, whatever the answer is', () => {
    for (const job of [COMPLETED, RUNNING, { ...RUNNING, status: 'failed', errorCode: 'SOURCE_EMPTY' } as const]) {
      expect(answer(job, 7).headers).toMatchObject({ 'Preference-Applied': 'wait=7' });
    }
  });
});
