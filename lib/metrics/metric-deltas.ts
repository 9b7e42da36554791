/**
 * What was counted since the last flush, a line for each metric and set of labels: single values in, sums out.
 * Pure; the fields are named as the database function `add_metrics` reads them.
 */
import { type MetricName, RECORDED_METRICS } from '#lib/metrics/recorded-metrics';

export interface MetricDelta {
  name: MetricName;
  labels: Readonly<Record<string, string>>;
  value_count: number;
  total: number;
  min_value: number;
  max_value: number;
  /** Values by the upper bound of their bucket; those above the last bound are in none. */
  buckets: Readonly<Record<string, number>>;
}

export interface MetricValue {
  name: MetricName;
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** Adds one value to the line it belongs to. */
export function addValue(lines: Map<string, MetricDelta>, { name, labels, value }: MetricValue): void {
  const bound = RECORDED_METRICS[name].bounds?.find((candidate) => value <= candidate);
  const buckets = bound === undefined ? {} : { [bound]: 1 };
  mergeDeltas(lines, [{ name, labels, value_count: 1, total: value, min_value: value, max_value: value, buckets }]);
}

/** Adds lines counted elsewhere. */
export function mergeDeltas(lines: Map<string, MetricDelta>, added: Iterable<MetricDelta>): void {
  for (const delta of added) {
    const key = JSON.stringify([delta.name, ...Object.entries(delta.labels).toSorted()]);
    const known = lines.get(key);
    lines.set(key, known === undefined ? delta : sum(known, delta));
  }
}

function sum(one: MetricDelta, other: MetricDelta): MetricDelta {
  const buckets = { ...one.buckets };
  for (const [bound, count] of Object.entries(other.buckets)) buckets[bound] = (buckets[bound] ?? 0) + count;
  return {
    ...one,
    value_count: one.value_count + other.value_count,
    total: one.total + other.total,
    min_value: Math.min(one.min_value, other.min_value),
    max_value: Math.max(one.max_value, other.max_value),
    buckets,
  };
}
