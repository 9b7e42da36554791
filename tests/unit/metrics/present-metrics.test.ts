/** The figures as JSON and as Prometheus text. */
import { describe, expect, test } from 'vitest';
import { type ServiceMetrics, toMetricsBody, toPrometheusText } from '#lib/metrics/present-metrics';

const FACTS = { now: new Date('2026-01-02T03:04:05Z'), uptimeSeconds: 12.34, memory: { rss: 4, heapTotal: 3, heapUsed: 2, external: 1 } };
const SERVICE: ServiceMetrics = {
  requests: [
    { method: 'POST', route: '/api/v1/videocreate', status: 200, request_count: 3, total_ms: 3000, min_ms: 500, max_ms: 1500 },
    { method: 'POST', route: '/api/v1/videocreate', status: 400, request_count: 1, total_ms: 1, min_ms: 1, max_ms: 1 },
    { method: 'GET', route: '/health', status: 200, request_count: 2, total_ms: 5, min_ms: 2, max_ms: 3 },
  ],
  uploads_succeeded: 7,
  uploads_failed: 2,
  jobs_immediate: 2,
  jobs_async: 1,
  average_processing_seconds: 4.567,
};
const EMPTY: ServiceMetrics = { requests: [], uploads_succeeded: 0, uploads_failed: 0, jobs_immediate: 0, jobs_async: 0, average_processing_seconds: null };

describe('toMetricsBody', () => {
  test('has the fields of the contract, routes summed over their statuses', () => {
    expect(toMetricsBody(SERVICE, FACTS)).toEqual({
      timestamp: '2026-01-02T03:04:05.000Z',
      uptime: 12.3,
      memory: { rss: 4, heapTotal: 3, heapUsed: 2, external: 1 },
      requests: { 'POST /api/v1/videocreate': 4, 'GET /health': 2 },
      responseTime: {
        'POST /api/v1/videocreate': { average: 750.3, count: 4, min: 1, max: 1500 },
        'GET /health': { average: 2.5, count: 2, min: 2, max: 3 },
      },
      s3Uploads: { success: 7, failed: 2 },
      responseTypes: { quick: 2, async: 1, quickRatePercent: 66.7 },
      averageProcessingTime: 4.57,
    });
  });

  test('an installation that has done nothing yet has figures, not NaN', () => {
    const body = toMetricsBody(EMPTY, FACTS);
    expect(body.responseTypes).toEqual({ quick: 0, async: 0, quickRatePercent: 0 });
    expect(body.averageProcessingTime).toBeNull();
    expect(JSON.stringify(body)).not.toContain('NaN');
  });
});

describe('toPrometheusText', () => {
  test('every sample line is of the exposition format and of a declared family', () => {
    for (const service of [SERVICE, EMPTY]) {
      const lines = toPrometheusText(service, FACTS).split('\n');
      expect(lines.at(-1)).toBe('');
      const families = lines.flatMap((line) => /^# TYPE (\S+) (?:counter|gauge)$/.exec(line)?.[1] ?? []);
      for (const line of lines.slice(0, -1).filter((text) => !text.startsWith('#'))) {
        const match = /^([a-z_0-9]+)(?:\{[a-z_]+="[^"\n]*"(?:,[a-z_]+="[^"\n]*")*\})? -?\d+(?:\.\d+)?$/.exec(line);
        expect(match, line).not.toBeNull();
        expect(families).toContain(match?.[1]);
      }
    }
  });

  test('counters carry method, route and status', () => {
    expect(toPrometheusText(SERVICE, FACTS)).toContain('videogen_http_requests_total{method="POST",route="/api/v1/videocreate",status="400"} 1\n');
  });
});
