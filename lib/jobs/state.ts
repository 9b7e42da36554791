/**
 * The one state machine of a job: its statuses, its steps, what each step is called and where its progress starts and ends.
 * Pure; the database enums, the worker, the API and the pages all follow it.
 */

export const JOB_STATUSES = ['pending', 'processing', 'completed', 'failed', 'cancelled', 'timeout'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export const PROCESSING_STEPS = ['pending', 'estimating', 'downloading', 'processing', 'uploading', 'storing', 'completed'] as const;
export type ProcessingStep = (typeof PROCESSING_STEPS)[number];

export type FinalStatus = 'completed' | 'failed' | 'cancelled' | 'timeout';

interface StepEntry {
  readonly label: string;
  /** Progress while the step runs goes from `startPercent` to `endPercent`. */
  readonly startPercent: number;
  readonly endPercent: number;
}

/** Contract §2. Rendering is most of the time, so it has most of the bar: 25 to 85. */
export const STEPS: Readonly<Record<ProcessingStep, StepEntry>> = {
  pending: { label: 'Queued for processing', startPercent: 0, endPercent: 5 },
  estimating: { label: 'Analyzing complexity', startPercent: 5, endPercent: 20 },
  downloading: { label: 'Downloading source media', startPercent: 20, endPercent: 25 },
  processing: { label: 'Processing video elements', startPercent: 25, endPercent: 85 },
  uploading: { label: 'Uploading to cloud storage', startPercent: 85, endPercent: 95 },
  storing: { label: 'Finalizing storage', startPercent: 95, endPercent: 99 },
  completed: { label: 'Completed', startPercent: 100, endPercent: 100 },
};

const TRANSITIONS: Readonly<Record<JobStatus, readonly JobStatus[]>> = {
  pending: ['processing', 'cancelled', 'failed', 'timeout'],
  // Back to pending: an attempt that is handed back (a stopping worker, a retry).
  processing: ['pending', 'processing', 'completed', 'failed', 'cancelled', 'timeout'],
  completed: [],
  failed: [],
  cancelled: [],
  timeout: [],
};

export function isFinal(status: JobStatus): status is FinalStatus {
  return TRANSITIONS[status].length === 0;
}

export function canTransition(from: JobStatus, to: JobStatus): boolean {
  return TRANSITIONS[from].includes(to);
}

/**
 * Progress of the whole job, 0 to 100 and whole, from the step and the part of it that is done (0 to 1).
 */
export function toProgressPercent(step: ProcessingStep, fraction: number): number {
  const { startPercent, endPercent } = STEPS[step];
  const within = Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0));
  return Math.floor(startPercent + (endPercent - startPercent) * within);
}

/** What people read under the bar; final states have words of their own. */
export function toCurrentStep(status: JobStatus, step: ProcessingStep): string {
  if (status === 'cancelled') return 'Cancelled';
  if (status === 'timeout') return 'Timed out';
  if (status === 'failed') return 'Failed';
  return STEPS[step].label;
}
