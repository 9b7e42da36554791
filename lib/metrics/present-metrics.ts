/**
 * The figures of the installation as the JSON body of `/metrics`: what the database and this process counted in, the contract's
 * fields out. Pure.
 */
import type { MetricsBody } from '#lib/api/contract';
import type { MetricSeries, ServiceMetrics } from '#lib/metrics/service-metrics';

/** What only the process that answers knows of itself. */
export interface ProcessFacts {
  now: Date;
  uptimeSeconds: number;
  memory: MetricsBody['memory'];
}

export function toMetricsBody(service: ServiceMetrics, facts: ProcessFacts): MetricsBody {
  const { rss, heapTotal, heapUsed, external } = facts.memory;
  const countJobs = (type: 'immediate' | 'async'): number => sum(service.jobs.filter((line) => line.response_type === type).map((line) => line.job_count));
  const countUploads = (success: boolean): number =>
    sum(service.storage.filter((line) => line.operation === 'upload' && line.success === success).map((line) => line.operation_count));
  const [quick, async] = [countJobs('immediate'), countJobs('async')];
  const body: MetricsBody = {
    timestamp: facts.now.toISOString(),
    uptime: round(facts.uptimeSeconds, 1),
    memory: { rss, heapTotal, heapUsed, external },
    requests: {},
    responseTime: {},
    s3Uploads: { success: countUploads(true), failed: countUploads(false) },
    responseTypes: { quick, async, quickRatePercent: quick + async === 0 ? 0 : round((quick / (quick + async)) * 100, 1) },
    averageProcessingTime: service.average_processing_seconds === null ? null : round(service.average_processing_seconds, 2),
  };
  for (const [route, lines] of groupByRoute(service.series)) {
    const count = sum(lines.map((line) => line.value_count));
    body.requests[route] = count;
    body.responseTime[route] = {
      average: toMs(sum(lines.map((line) => line.total)) / count),
      count,
      min: toMs(Math.min(...lines.map((line) => line.min_value))),
      max: toMs(Math.max(...lines.map((line) => line.max_value))),
    };
  }
  return body;
}

function groupByRoute(series: readonly MetricSeries[]): Map<string, MetricSeries[]> {
  const requests = series.filter(({ name }) => name === 'http_request_duration_seconds');
  return Map.groupBy(requests, ({ labels }) => `${labels['method']} ${labels['route']}`);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const round = (value: number, digits: number): number => Number(value.toFixed(digits));
const toMs = (seconds: number): number => round(seconds * 1000, 1);
