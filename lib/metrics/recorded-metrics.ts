/**
 * What the processes count while they work: each metric with its labels, its help and, of a histogram, its bounds. A table, read by those
 * who count and by those who show. What the rows of the database tell by themselves (jobs, storage operations) is not counted again.
 */

/** The labels of each metric. Their values are few and known: templates, steps, names; never ids, URLs or words of a user. */
export interface MetricLabels {
  http_request_duration_seconds: { method: string; route: string; status: string };
  job_step_duration_seconds: { step: string; lane: string };
  media_process_exits: { program: string; result: 'ok' | 'failed' | 'killed' };
  source_bytes: { origin: 'url' | 'upload' };
}

export type MetricName = keyof MetricLabels;

export interface RecordedMetric {
  help: string;
  /** Upper bounds of a histogram's buckets, ascending; null for a counter, of which the sum is shown. */
  bounds: readonly number[] | null;
}

export const RECORDED_METRICS: Readonly<Record<MetricName, RecordedMetric>> = {
  // From a cached health check to a POST that waits the whole threshold.
  http_request_duration_seconds: { help: 'Time until a request was answered.', bounds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] },
  // From a small image's download to the processing timeout.
  job_step_duration_seconds: { help: 'Time that attempts spent in a step, whatever came of it.', bounds: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600] },
  media_process_exits: { help: 'Ends of FFmpeg, ffprobe and other media processes.', bounds: null },
  source_bytes: { help: 'Bytes received of sources, those of failed tries with them.', bounds: null },
};

export function isRecordedMetric(name: string): name is MetricName {
  return name in RECORDED_METRICS;
}
