/** Errors are answered by the table and by the contract, and say nothing of the inside. */
import { describe, expect, test } from 'vitest';
import { invalidRequest, toErrorAnswer, toJobFailureAnswer } from '#lib/api/error-response';
import { ERROR_CODES, type ErrorCode } from '#lib/error-codes';
import { AppError } from '#lib/errors';

const ALL_CODES = Object.keys(ERROR_CODES) as ErrorCode[];
const SECRET = 'postgres://user:hunter2@10.0.0.5/db at /srv/app/lib/x.ts:3';

describe('toErrorAnswer', () => {
  test.each(ALL_CODES)('%s is answered with the status of the table, and its cause stays inside', (code) => {
    const { status, body } = toErrorAnswer(new AppError(code, { cause: new Error(SECRET) }), 'request-1');
    expect(status).toBe(ERROR_CODES[code].status);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  test('a refused composition has exactly the body of the contract', () => {
    const problems = [{ path: 'elements.0.width', message: 'expected a length', code: 'invalid_value' }];
    expect(toErrorAnswer(invalidRequest(problems), 'request-1')).toEqual({ status: 400, body: { error: 'Invalid request data', details: problems } });
  });

  test('a body that is no JSON has the same shape, the problem being the body as a whole', () => {
    expect(toErrorAnswer(new AppError('REQUEST_NOT_JSON'), 'request-1').body).toEqual({
      error: 'Invalid request data',
      details: [{ path: '', message: 'The request body is not valid JSON', code: 'REQUEST_NOT_JSON' }],
    });
  });

  test('an unknown job has exactly the body of the contract', () => {
    expect(toErrorAnswer(new AppError('JOB_NOT_FOUND'), 'request-1')).toEqual({ status: 404, body: { error: 'Job not found' } });
  });

  test('a fault of ours names the request, and nothing of the inside', () => {
    const { body } = toErrorAnswer(new AppError('INTERNAL_ERROR', { message: SECRET, cause: new Error(SECRET) }), 'request-1');
    expect(body).toEqual({ error: 'Internal server error', message: 'The request failed on our side. Its id is request-1.' });
  });

  test('the job of a refused cancel is named beside the error, not among its details', () => {
    const error = new AppError('JOB_ALREADY_FINISHED', { details: { job_id: 'job-1', status: 'completed' } });
    expect(toErrorAnswer(error, 'request-1').body).toEqual({
      error: 'JOB_ALREADY_FINISHED',
      message: ERROR_CODES.JOB_ALREADY_FINISHED.publicMessage,
      job_id: 'job-1',
      details: { status: 'completed' },
    });
  });
});

describe('toJobFailureAnswer', () => {
  const failure = (code: ErrorCode) => toJobFailureAnswer({ jobId: 'job-1', code, message: 'words', details: { element_id: 'logo' } });

  test.each(ALL_CODES.filter((code) => ERROR_CODES[code].fault === 'source'))('%s is 422 with the code and the element', (code) => {
    expect(failure(code)).toEqual({ status: 422, body: { error: code, message: 'words', job_id: 'job-1', details: { element_id: 'logo' } } });
  });

  test.each(['JOB_CANCELLED', 'JOB_TIMED_OUT'] as const)('%s while the client waited is 422', (code) => {
    expect(failure(code)).toMatchObject({ status: 422, body: { error: code } });
  });

  test.each(['RENDER_FAILED', 'WORKER_LOST', 'DISK_FULL', 'STORAGE_UPLOAD_FAILED', 'SERVICE_UNAVAILABLE', 'INTERNAL_ERROR'] as const)('%s is our fault: 500', (code) => {
    expect(failure(code)).toEqual({ status: 500, body: { error: 'Internal server error', message: 'words', code, job_id: 'job-1' } });
  });
});
