/**
 * The figures of the installation as `/metrics` shows them: what the database and this process counted in, JSON body or
 * Prometheus text out. Pure.
 */
import type { MetricsBody } from '#lib/api/contract';

/** A line of `request_metrics`. */
export interface RequestMetric {
  method: string;
  route: string;
  status: number;
  request_count: number;
  total_ms: number;
  min_ms: number;
  max_ms: number;
}

/** What the database function `service_metrics` returns. */
export interface ServiceMetrics {
  requests: RequestMetric[];
  uploads_succeeded: number;
  uploads_failed: number;
  jobs_immediate: number;
  jobs_async: number;
  average_processing_seconds: number | null;
}

export interface ProcessFacts {
  now: Date;
  uptimeSeconds: number;
  memory: MetricsBody['memory'];
}

export function toMetricsBody(service: ServiceMetrics, facts: ProcessFacts): MetricsBody {
  const { rss, heapTotal, heapUsed, external } = facts.memory;
  const jobCount = service.jobs_immediate + service.jobs_async;
  const body: MetricsBody = {
    timestamp: facts.now.toISOString(),
    uptime: round(facts.uptimeSeconds, 1),
    memory: { rss, heapTotal, heapUsed, external },
    requests: {},
    responseTime: {},
    s3Uploads: { success: service.uploads_succeeded, failed: service.uploads_failed },
    responseTypes: {
      quick: service.jobs_immediate,
      async: service.jobs_async,
      quickRatePercent: jobCount === 0 ? 0 : round((service.jobs_immediate / jobCount) * 100, 1),
    },
    averageProcessingTime: service.average_processing_seconds === null ? null : round(service.average_processing_seconds, 2),
  };
  for (const [route, lines] of groupByRoute(service.requests)) {
    const count = sum(lines.map((line) => line.request_count));
    body.requests[route] = count;
    body.responseTime[route] = {
      average: round(sum(lines.map((line) => line.total_ms)) / count, 1),
      count,
      min: round(Math.min(...lines.map((line) => line.min_ms)), 1),
      max: round(Math.max(...lines.map((line) => line.max_ms)), 1),
    };
  }
  return body;
}

/** The text exposition format 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function toPrometheusText(service: ServiceMetrics, facts: ProcessFacts): string {
  const requestLabels = ({ method, route, status }: RequestMetric) => `method="${method}",route="${route}",status="${status}"`;
  return [
    ...family('videogen_http_requests_total', 'counter', 'Requests answered.',
      service.requests.map((line) => [requestLabels(line), line.request_count])),
    ...family('videogen_http_request_duration_seconds_total', 'counter', 'Time spent answering requests.',
      service.requests.map((line) => [requestLabels(line), line.total_ms / 1000])),
    ...family('videogen_s3_uploads_total', 'counter', 'Upload attempts.',
      [['result="success"', service.uploads_succeeded], ['result="failed"', service.uploads_failed]]),
    ...family('videogen_jobs_total', 'counter', 'Jobs accepted.',
      [['response_type="immediate"', service.jobs_immediate], ['response_type="async"', service.jobs_async]]),
    ...family('videogen_job_processing_seconds_average', 'gauge', 'Average processing time of completed jobs.',
      service.average_processing_seconds === null ? [] : [['', service.average_processing_seconds]]),
    ...family('videogen_process_uptime_seconds', 'gauge', 'Time this web process has run.', [['', facts.uptimeSeconds]]),
    ...family('videogen_process_resident_memory_bytes', 'gauge', 'Memory of this web process.', [['', facts.memory.rss]]),
    '',
  ].join('\n');
}

type Sample = readonly [labels: string, value: number];

function family(name: string, type: 'counter' | 'gauge', help: string, samples: readonly Sample[]): string[] {
  const lines = samples.map(([labels, value]) => `${name}${labels === '' ? '' : `{${labels}}`} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}

function groupByRoute(lines: readonly RequestMetric[]): Map<string, RequestMetric[]> {
  return Map.groupBy(lines, ({ method, route }) => `${method} ${route}`);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const round = (value: number, digits: number): number => Number(value.toFixed(digits));
