/** The figures as Prometheus text, read by a strict parser. */
import { describe, expect, test } from 'vitest';
import { toPrometheusText } from '#lib/metrics/prometheus-text';
import type { ServiceMetrics } from '#lib/metrics/service-metrics';
import { parsePrometheus } from '#tests/support/parse-prometheus';
import { EMPTY, FACTS, SERVICE } from '#tests/unit/metrics/fixtures';

const scrape = async (service: ServiceMetrics) => parsePrometheus(await toPrometheusText(service, FACTS));

async function valueOf(family: string, labels: Record<string, string>, part = ''): Promise<number | undefined> {
  const samples = (await scrape(SERVICE)).get(`videogen_${family}`)?.samples ?? [];
  const wanted = JSON.stringify(Object.entries(labels).toSorted());
  return samples.find(({ name, labels: own }) => name === `videogen_${family}${part}` && JSON.stringify(Object.entries(own).toSorted()) === wanted)?.value;
}

describe('toPrometheusText', () => {
  test('is of the format to the letter, with figures and without', async () => {
    const families = await scrape(SERVICE);
    expect([...(await scrape(EMPTY)).keys()]).toEqual([...families.keys()]);
    expect(families.size).toBeGreaterThan(15);
  });

  test('requests are counted and timed by method, route and status', async () => {
    const labels = { method: 'POST', route: '/api/v1/videocreate', status: '200' };
    expect(await valueOf('http_requests_total', labels)).toBe(3);
    const bucket = (le: string) => valueOf('http_request_duration_seconds', { ...labels, le }, '_bucket');
    expect([await bucket('0.25'), await bucket('0.5'), await bucket('1'), await bucket('2.5'), await bucket('+Inf')]).toEqual([0, 1, 1, 3, 3]);
    expect(await valueOf('http_request_duration_seconds', labels, '_sum')).toBe(3);
  });

  test('a value above the last bound is in +Inf alone', async () => {
    const bucket = (le: string) => valueOf('job_step_duration_seconds', { step: 'processing', lane: 'quick', le }, '_bucket');
    expect([await bucket('600'), await bucket('+Inf')]).toEqual([1, 2]);
  });

  test('jobs, queue, attempts, storage, media processes, bytes and space have their lines', async () => {
    expect(await valueOf('jobs', { status: 'completed', lane: 'quick' })).toBe(2);
    expect(await valueOf('jobs', { status: 'failed', lane: 'long' })).toBe(0);
    expect(await valueOf('queue_jobs', { lane: 'long' })).toBe(1);
    expect(await valueOf('queue_oldest_seconds', { lane: 'long' })).toBe(17.5);
    expect(await valueOf('queue_oldest_seconds', { lane: 'quick' })).toBe(0);
    expect(await valueOf('job_attempts_total', { lane: 'quick' })).toBe(3);
    expect(await valueOf('job_retries_total', { lane: 'quick' })).toBe(1);
    expect(await valueOf('s3_operations_total', { operation: 'upload', result: 'failed' })).toBe(2);
    expect(await valueOf('media_process_exits_total', { program: 'ffmpeg', result: 'ok' })).toBe(9);
    expect(await valueOf('source_bytes_total', { origin: 'url' })).toBe(3000);
    expect(await valueOf('temp_free_bytes', { host: 'worker-1', path: '/tmp/"odd"\\path\n' })).toBe(4096);
  });

  test('values counted with the bounds of another version keep their place, metrics of another version are left out', async () => {
    const labels = { method: 'GET', route: '/health', status: '200' };
    const old = { name: 'http_request_duration_seconds', labels, value_count: 4, total: 4, min_value: 0.3, max_value: 2, buckets: { '0.3': 1, '2': 3 } };
    const families = await scrape({ ...EMPTY, series: [old, { ...old, name: 'of_another_version' }] });
    const buckets = families.get('videogen_http_request_duration_seconds')?.samples.filter(({ name }) => name.endsWith('_bucket')) ?? [];
    expect(Object.fromEntries(buckets.map(({ labels: { le = '' }, value }) => [le, value]))).toMatchObject({ '0.25': 0, '0.3': 1, '0.5': 1, '1': 1, '2': 4, '2.5': 4, '+Inf': 4 });
    expect([...families.keys()].join()).not.toContain('another_version');
  });
});
