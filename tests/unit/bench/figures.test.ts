/** How the figures of the benchmarks are made and judged. */
import { expect, test } from 'vitest';
import { percentile } from '#scripts/bench/percentile';
import { figure, isReached } from '#scripts/bench/service/service-benchmark';

test('a percentile is the value of its rank, whatever the order', () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([1, 3, 5, 5]);
  expect(percentile([], 0.5)).toBeNaN();
  expect(values).toEqual([5, 1, 4, 2, 3]);
});

test('a time reaches its goal from below, everything else from above', () => {
  expect(isReached(figure('median', 39, 'ms', 40))).toBe(true);
  expect(isReached(figure('median', 41, 'ms', 40))).toBe(false);
  expect(isReached(figure('two to one', 1.95, 'x', 1.9))).toBe(true);
  expect(isReached(figure('two to one', 1.8, 'x', 1.9))).toBe(false);
  expect(isReached(figure('POST', 1, 'a second'))).toBe(true);
});
