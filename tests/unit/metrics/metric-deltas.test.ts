/** Sums of values lose nothing and count nothing twice. */
import { expect, test } from 'vitest';
import { addValue, mergeDeltas, type MetricDelta } from '#lib/metrics/metric-deltas';

const REQUEST = { name: 'http_request_duration_seconds', labels: { method: 'GET', route: '/health', status: '200' } } as const;

test('values of one metric and set of labels are one line with count, sum, bounds and buckets', () => {
  const lines = new Map<string, MetricDelta>();
  for (const value of [5, 1, 3]) addValue(lines, { ...REQUEST, value });
  expect([...lines.values()]).toEqual([{ ...REQUEST, value_count: 3, total: 9, min_value: 1, max_value: 5, buckets: { 1: 1, 5: 2 } }]);
});

test('a value on a bound is in its bucket, one above the last in none', () => {
  const lines = new Map<string, MetricDelta>();
  for (const value of [0.005, 61]) addValue(lines, { ...REQUEST, value });
  expect([...lines.values()]).toMatchObject([{ value_count: 2, buckets: { 0.005: 1 } }]);
});

test('the order of labels makes no other line, another value of one does', () => {
  const lines = new Map<string, MetricDelta>();
  addValue(lines, { ...REQUEST, value: 1 });
  addValue(lines, { ...REQUEST, labels: { status: '200', route: '/health', method: 'GET' }, value: 1 });
  expect(lines.size).toBe(1);
  addValue(lines, { ...REQUEST, labels: { ...REQUEST.labels, status: '503' }, value: 1 });
  expect(lines.size).toBe(2);
});

test('lines of a failed flush are added to what was counted since, nothing twice', () => {
  const unsent = new Map<string, MetricDelta>();
  addValue(unsent, { ...REQUEST, value: 10 });
  const since = new Map<string, MetricDelta>();
  addValue(since, { ...REQUEST, value: 2 });
  mergeDeltas(since, unsent.values());
  expect([...since.values()]).toEqual([{ ...REQUEST, value_count: 2, total: 12, min_value: 2, max_value: 10, buckets: { 2.5: 1, 10: 1 } }]);
});
