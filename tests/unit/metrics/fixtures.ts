/** Figures of a small installation, for tests of how they are shown. */
import type { ProcessFacts } from '#lib/metrics/present-metrics';
import type { ServiceMetrics } from '#lib/metrics/service-metrics';

export const FACTS: ProcessFacts = { now: new Date('2026-01-02T03:04:05Z'), uptimeSeconds: 12.34, memory: { rss: 4, heapTotal: 3, heapUsed: 2, external: 1 } };

const request = (method: string, route: string, status: string) => ({ name: 'http_request_duration_seconds', labels: { method, route, status } });

export const SERVICE: ServiceMetrics = {
  series: [
    { ...request('POST', '/api/v1/videocreate', '200'), value_count: 3, total: 3, min_value: 0.5, max_value: 1.5, buckets: { '0.5': 1, '2.5': 2 } },
    { ...request('POST', '/api/v1/videocreate', '400'), value_count: 1, total: 0.001, min_value: 0.001, max_value: 0.001, buckets: { '0.005': 1 } },
    { ...request('GET', '/health', '200'), value_count: 2, total: 0.005, min_value: 0.002, max_value: 0.003, buckets: { '0.005': 2 } },
    { name: 'job_step_duration_seconds', labels: { step: 'processing', lane: 'quick' }, value_count: 2, total: 1000.5, min_value: 0.5, max_value: 1000, buckets: { '0.5': 1 } },
    { name: 'media_process_exits', labels: { program: 'ffmpeg', result: 'ok' }, value_count: 9, total: 9, min_value: 1, max_value: 1, buckets: {} },
    { name: 'source_bytes', labels: { origin: 'url' }, value_count: 2, total: 3000, min_value: 1000, max_value: 2000, buckets: {} },
  ],
  jobs: [
    { status: 'completed', lane: 'quick', response_type: 'immediate', job_count: 2, attempt_count: 3, retry_count: 1 },
    { status: 'pending', lane: 'long', response_type: 'async', job_count: 1, attempt_count: 0, retry_count: 0 },
  ],
  queue: [{ lane: 'long', job_count: 1, oldest_seconds: 17.5 }],
  storage: [
    { operation: 'upload', success: true, operation_count: 7, total_seconds: 2.5 },
    { operation: 'upload', success: false, operation_count: 2, total_seconds: 9 },
    { operation: 'verify', success: true, operation_count: 5, total_seconds: 0.1 },
  ],
  temp_folders: [{ host: 'worker-1', path: '/tmp/"odd"\\path\n', used_bytes: 1024, free_bytes: 4096 }],
  average_processing_seconds: 4.567,
};

export const EMPTY: ServiceMetrics = { series: [], jobs: [], queue: [], storage: [], temp_folders: [], average_processing_seconds: null };
