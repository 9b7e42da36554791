/** What reaches the log: a line of JSON for each event, and no secret, wherever it stands. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLog } from '#lib/log';

const SIGNED = 'https://bucket.s3.us-west-2.amazonaws.com/uploads/a.mp4?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA1%2F20261122&X-Amz-Signature=5f1c0ffee';
const SERVICE_KEY = 'sb_secret_Zt9xQ0';
const SECRET_KEY = 'wJalr/XUtn"FEMI';

function logged(...call: [object, string] | [string]): { text: string; event: Record<string, unknown> } {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  if (call.length === 1) log.error(call[0]);
  else log.error(call[0], call[1]);
  expect(lines).toHaveLength(1);
  const text = lines[0] ?? '';
  expect(text.endsWith('\n')).toBe(true);
  return { text, event: JSON.parse(text) as Record<string, unknown> };
}

describe('the log', () => {
  beforeEach(() => {
    vi.stubEnv('SUPABASE_SERVICE_ROLE_KEY', SERVICE_KEY);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRET_KEY);
    vi.stubEnv('DATABASE_URL', 'postgres://postgres:hunter2@db.example.com:5432/postgres');
  });
  afterEach(() => vi.unstubAllEnvs());

  test.each<[string, [object, string] | [string]]>([
    ['a field', [{ url: SIGNED }, 'uploaded']],
    ['the message', [`could not PUT ${SIGNED}: timed out`]],
    ['the message and the stack of an error', [{ err: new Error(`fetch failed for ${SIGNED}`) }, 'failed']],
    ['the cause of an error', [{ err: new Error('failed', { cause: new Error(SIGNED) }) }, 'failed']],
    ['a list deep inside', [{ job: { sources: [{ source: SIGNED }] } }, 'failed']],
    ['a path without its host', [{ path: SIGNED.slice(SIGNED.indexOf('/uploads')) }, 'requested']],
    ['JSON as text', [{ body: JSON.stringify({ source: SIGNED }) }, 'posted']],
  ])('a presigned address in %s loses its query and keeps its path', (_, call) => {
    const { text } = logged(...call);
    expect(text).not.toMatch(/5f1c0ffee|AKIA1/);
    expect(text).toContain('/uploads/a.mp4?');
  });

  test.each<[string, [object, string] | [string]]>([
    ['the service key', [`apikey ${SERVICE_KEY} was refused`]],
    ['the secret key, quotes and all', [{ err: new Error(`signed with ${SECRET_KEY}`) }, 'failed']],
    ['the secret key in JSON as text', [{ headers: { authorization: `Bearer ${SERVICE_KEY}` }, options: JSON.stringify({ secretAccessKey: 'another-secret-one' }) }, 'failed']],
    ['a password in an address', [{ err: new Error('connect postgres://postgres:hunter2@127.0.0.1:5432/postgres') }, 'failed']],
    ['a web token', ['eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoic2VydmljZV9yb2xlIn0.s1gnatur3']],
    ['fields named like secrets, at any depth', [{ config: { storage: { secretAccessKey: 'another-secret-one' }, database: { password: 'another-secret-one' } } }, 'started']],
  ])('%s is taken out', (_, call) => {
    const { text } = logged(...call);
    expect(text).not.toMatch(/sb_secret_Z|wJalr|FEMI|hunter2|s1gnatur3|another-secret/);
    expect(text).toContain('[redacted]');
  });

  test('what is no secret stays as it is', () => {
    const event = { requestId: 'order-4711.a', jobId: '6b1f', attempt: 2, step: 'processing', ms: 17, code: 'SOURCE_NOT_FOUND', key: 'processed/video_1.mp4', url: 'https://example.com/a.mp4#t=1' };
    expect(logged(event, 'is that it? key=value').event).toMatchObject({ ...event, level: 'error', pid: process.pid, msg: 'is that it? key=value' });
  });
});
