/**
 * The figures of the installation in the Prometheus text format: what the database and this process counted in, the text out.
 * A registry of prom-client is filled for each scrape, as nothing is counted in the process that answers; prom-client writes the format.
 */
import { AggregatorRegistry, Registry } from 'prom-client';
import { LANES } from '#lib/jobs/lanes';
import { JOB_STATUSES } from '#lib/jobs/state';
import type { ProcessFacts } from '#lib/metrics/present-metrics';
import { isRecordedMetric, RECORDED_METRICS } from '#lib/metrics/recorded-metrics';
import type { MetricSeries, ServiceMetrics } from '#lib/metrics/service-metrics';

export const PROMETHEUS_CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** A metric as prom-client's registries exchange them (`getMetricsAsJSON`, `AggregatorRegistry.aggregate`). */
interface Family {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  aggregator: 'sum';
  values: Sample[];
}

interface Sample {
  labels: Record<string, string>;
  value: number;
  /** Of the parts of a histogram. */
  metricName?: string;
}

export async function toPrometheusText(service: ServiceMetrics, facts: ProcessFacts): Promise<string> {
  const families = [...toRecordedFamilies(service.series), ...toJobFamilies(service), ...toStorageFamilies(service), ...toProcessFamilies(facts)];
  return AggregatorRegistry.aggregate([families]).metrics();
}

function family(type: Family['type'], name: string, help: string, values: Sample[]): Family {
  return { name: `videogen_${name}`, help, type, aggregator: 'sum', values };
}

const sample = (labels: Record<string, string>, value: number): Sample => ({ labels, value });

/** What processes have counted. Lines of a metric that this version does not know are those of another, and left out. */
function toRecordedFamilies(series: readonly MetricSeries[]): Family[] {
  const lines = Map.groupBy(series, ({ name }) => name);
  const requests = lines.get('http_request_duration_seconds') ?? [];
  const families = Object.keys(RECORDED_METRICS).filter(isRecordedMetric).map((name): Family => {
    const { help, bounds } = RECORDED_METRICS[name];
    const own = lines.get(name) ?? [];
    if (bounds === null) return family('counter', `${name}_total`, help, own.map(({ labels, total }) => sample(labels, total)));
    return family('histogram', name, help, own.flatMap((line) => toHistogramSamples(line, bounds)));
  });
  const requestCounts = requests.map(({ labels, value_count }) => sample(labels, value_count));
  return [family('counter', 'http_requests_total', 'Requests answered.', requestCounts), ...families];
}

/** Cumulative, as the format wants them. Values that were counted with other bounds, by another version, keep their place. */
function toHistogramSamples({ name, labels, value_count, total, buckets }: MetricSeries, knownBounds: readonly number[]): Sample[] {
  const bounds = [...new Set([...knownBounds, ...Object.keys(buckets).map(Number)])].toSorted((a, b) => a - b);
  let below = 0;
  const cumulative = bounds.map((bound): Sample => {
    below += buckets[String(bound)] ?? 0;
    return { labels: { le: String(bound), ...labels }, value: below, metricName: `videogen_${name}_bucket` };
  });
  return [
    ...cumulative,
    { labels: { le: '+Inf', ...labels }, value: value_count, metricName: `videogen_${name}_bucket` },
    { labels, value: total, metricName: `videogen_${name}_sum` },
    { labels, value: value_count, metricName: `videogen_${name}_count` },
  ];
}

/** Every status and lane has its line, at 0 as well: an alert on a line that is absent never fires. */
function toJobFamilies({ jobs, queue, average_processing_seconds }: ServiceMetrics): Family[] {
  type Line = ServiceMetrics['jobs'][number];
  const add = (matches: (line: Line) => boolean, count: (line: Line) => number): number => jobs.filter(matches).reduce((total, line) => total + count(line), 0);
  const byLane = (count: (lane: string) => number): Sample[] => LANES.map((lane) => sample({ lane }, count(lane)));
  const waiting = (lane: string) => queue.find((line) => line.lane === lane);
  return [
    family('gauge', 'jobs', 'Jobs by status and lane.', JOB_STATUSES.flatMap((status) =>
      LANES.map((lane) => sample({ status, lane }, add((line) => line.status === status && line.lane === lane, (line) => line.job_count))))),
    family('counter', 'jobs_accepted_total', 'Jobs accepted, by how they were answered.', (['immediate', 'async'] as const).map((type) =>
      sample({ response_type: type }, add((line) => line.response_type === type, (line) => line.job_count)))),
    family('counter', 'job_attempts_total', 'Attempts at jobs.', byLane((lane) => add((line) => line.lane === lane, (line) => line.attempt_count))),
    family('counter', 'job_retries_total', 'Attempts that failed and were followed by another.', byLane((lane) => add((line) => line.lane === lane, (line) => line.retry_count))),
    family('gauge', 'queue_jobs', 'Jobs that wait for a worker.', byLane((lane) => waiting(lane)?.job_count ?? 0)),
    family('gauge', 'queue_oldest_seconds', 'Age of the oldest job that waits for a worker; 0 when none does.', byLane((lane) => waiting(lane)?.oldest_seconds ?? 0)),
    family('gauge', 'job_processing_seconds_average', 'Average processing time of completed jobs.', average_processing_seconds === null ? [] : [sample({}, average_processing_seconds)]),
  ];
}

function toStorageFamilies({ storage, temp_folders }: ServiceMetrics): Family[] {
  type Line = ServiceMetrics['storage'][number];
  const byResult = (count: (line: Line) => number): Sample[] => storage.map((line) => sample({ operation: line.operation, result: line.success ? 'success' : 'failed' }, count(line)));
  return [
    family('counter', 's3_operations_total', 'Attempts at storage operations.', byResult((line) => line.operation_count)),
    family('counter', 's3_operation_seconds_total', 'Time that storage operations took.', byResult((line) => line.total_seconds)),
    family('gauge', 'temp_used_bytes', 'Space taken in the folders for temporary files; hosts that share one volume each report all of it.', temp_folders.map(({ host, path, used_bytes }) => sample({ host, path }, used_bytes))),
    family('gauge', 'temp_free_bytes', 'Space free for temporary files.', temp_folders.map(({ host, path, free_bytes }) => sample({ host, path }, free_bytes))),
  ];
}

function toProcessFamilies({ uptimeSeconds, memory }: ProcessFacts): Family[] {
  return [
    family('gauge', 'process_uptime_seconds', 'Time this web process has run.', [sample({}, uptimeSeconds)]),
    family('gauge', 'process_resident_memory_bytes', 'Memory of this web process.', [sample({}, memory.rss)]),
  ];
}
