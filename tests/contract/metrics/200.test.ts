/** GET /metrics answers 200 with the figures of the whole installation, as JSON or as Prometheus text. */
import { expect, inject, test } from 'vitest';
import type { MetricsBody } from '#lib/api/contract';
import { flushMetrics, recordMetric } from '#lib/metrics/record-metric';
import { call, createVideo, isFinal, simpleComposition, startJob, untilNoJobRuns, url, waitForResult } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';
import { parsePrometheus } from '#tests/support/parse-prometheus';

const media = useMedia();
const getMetrics = async () => (await call<MetricsBody>('GET', '/metrics')).body;

test('has the fields of the contract', async () => {
  const body = await getMetrics();
  expect(Number.isNaN(Date.parse(body.timestamp))).toBe(false);
  expect(body.uptime).toBeGreaterThan(0);
  expect(body.memory.rss).toBeGreaterThan(0);
  expect(Object.keys(body)).toEqual(['timestamp', 'uptime', 'memory', 'requests', 'responseTime', 's3Uploads', 'responseTypes', 'averageProcessingTime']);
});

test('an answered request is counted under its route, never under its URL', async () => {
  const route = 'GET /api/v1/videoresult/{job_id}';
  const before = (await getMetrics()).requests[route] ?? 0;
  await call('GET', '/api/v1/videoresult/00000000-0000-4000-8000-000000000000');
  const after = await getMetrics();
  expect(after.requests[route]).toBe(before + 1);
  expect(after.responseTime[route]).toMatchObject({ count: before + 1 });
  expect(Object.keys(after.requests).join()).not.toContain('00000000');
});

test('requests of another web process are in the same sums', async () => {
  Object.assign(process.env, inject('env'));
  const route = '/another-process';
  const before = (await getMetrics()).requests[`GET ${route}`] ?? 0;
  for (const seconds of [0.001, 0.003]) recordMetric('http_request_duration_seconds', { method: 'GET', route, status: '200' }, seconds);
  await flushMetrics();
  expect((await getMetrics()).requests[`GET ${route}`]).toBe(before + 2);
});

test('jobs and uploads are counted, though the worker is another process', async () => {
  await untilNoJobRuns();
  const before = await getMetrics();
  expect((await createVideo(simpleComposition(media.image))).status).toBe(200);
  await waitForResult(await startJob(simpleComposition(media.image)), isFinal);
  const after = await getMetrics();
  expect(after.responseTypes.quick).toBe(before.responseTypes.quick + 1);
  expect(after.responseTypes.async).toBe(before.responseTypes.async + 1);
  // Each a video and a poster.
  expect(after.s3Uploads.success).toBe(before.s3Uploads.success + 4);
  expect(after.averageProcessingTime).toBeGreaterThan(0);
});

test('the Prometheus text is valid to the letter, and has what web and worker have counted', async () => {
  const read = async () => parsePrometheus(await (await fetch(url('/metrics'), { headers: { Accept: 'text/plain' } })).text());
  const sum = async (family: string, labels: Record<string, string>, part = '') => {
    const samples = (await read()).get(`videogen_${family}`)?.samples ?? [];
    const matches = samples.filter(({ name, labels: own }) => name === `videogen_${family}${part}` && Object.entries(labels).every(([label, value]) => own[label] === value));
    return matches.reduce((total, { value }) => total + value, 0);
  };
  const figures = async () => ({
    renders: await sum('job_step_duration_seconds', { step: 'processing', lane: 'quick' }, '_count'),
    exits: await sum('media_process_exits_total', { program: 'ffmpeg', result: 'ok' }),
    bytes: await sum('source_bytes_total', { origin: 'url' }),
    attempts: await sum('job_attempts_total', { lane: 'quick' }),
    uploads: await sum('s3_operations_total', { operation: 'upload', result: 'success' }),
    created: await sum('http_request_duration_seconds', { method: 'POST', route: '/api/v1/videocreate', status: '200' }, '_count'),
  });
  const before = await figures();
  expect((await createVideo(simpleComposition(media.image))).status).toBe(200);
  // A worker sends what it has counted within 3 s: by then it may also send what it counted for the jobs before.
  await expect.poll(async () => (await figures()).renders, { timeout: 20_000 }).toBeGreaterThan(before.renders);
  const after = await figures();
  for (const [name, value] of Object.entries(after)) expect(value, name).toBeGreaterThan(before[name as keyof typeof before]);
  expect(await sum('temp_free_bytes', {})).toBeGreaterThan(0);
});

test.each(['text/plain', 'application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1'])('Accept: %s gets the Prometheus text format', async (accept) => {
  const response = await fetch(url('/metrics'), { headers: { Accept: accept } });
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await response.text()).toContain('# TYPE videogen_http_requests_total counter');
});

test.each(['*/*', 'application/json, text/plain, */*', 'text/html,application/xhtml+xml,*/*;q=0.8'])('Accept: %s gets JSON', async (accept) => {
  const response = await fetch(url('/metrics'), { headers: { Accept: accept } });
  expect(response.headers.get('content-type')).toContain('application/json');
});
