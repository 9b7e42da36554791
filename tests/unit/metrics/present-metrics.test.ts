/** The figures as JSON. */
import { expect, test } from 'vitest';
import { toMetricsBody } from '#lib/metrics/present-metrics';
import { EMPTY, FACTS, SERVICE } from '#tests/unit/metrics/fixtures';

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
