/** Sums of requests lose nothing and count nothing twice. */
import { expect, test } from 'vitest';
import { addRequest, mergeDeltas, type RequestDelta } from '#lib/metrics/request-deltas';

const REQUEST = { method: 'GET', route: '/health', status: 200 };

test('requests of one method, route and status are one line with count, sum and bounds', () => {
  const lines = new Map<string, RequestDelta>();
  for (const durationMs of [5, 1, 3]) addRequest(lines, { ...REQUEST, durationMs });
  expect([...lines.values()]).toEqual([{ ...REQUEST, count: 3, total_ms: 9, min_ms: 1, max_ms: 5 }]);
});

test('another status of the same route is another line', () => {
  const lines = new Map<string, RequestDelta>();
  addRequest(lines, { ...REQUEST, durationMs: 1 });
  addRequest(lines, { ...REQUEST, status: 503, durationMs: 1 });
  expect(lines.size).toBe(2);
});

test('lines of a failed flush are added to what was counted since, nothing twice', () => {
  const unsent = new Map<string, RequestDelta>();
  addRequest(unsent, { ...REQUEST, durationMs: 10 });
  const since = new Map<string, RequestDelta>();
  addRequest(since, { ...REQUEST, durationMs: 2 });
  mergeDeltas(since, unsent.values());
  expect([...since.values()]).toEqual([{ ...REQUEST, count: 2, total_ms: 12, min_ms: 2, max_ms: 10 }]);
});
