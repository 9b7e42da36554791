/**
 * A job as the code sees it: camelCase, real dates, numbers with units. `lib/db/rows.ts` makes it from a row.
 */
import type { Composition } from '#lib/composition/schema/composition';
import type { ErrorDetails } from '#lib/errors';
import type { JobStatus, ProcessingStep } from '#lib/jobs/state';

export type Lane = 'quick' | 'long';
export type ResponseType = 'immediate' | 'async';

export interface Job {
  id: string;
  status: JobStatus;
  responseType: ResponseType;
  lane: Lane;
  /** Of the POST that made it; null when it came another way. */
  requestId: string | null;
  /** By `toTitle` of its composition; null when that has neither words nor a file with a name. */
  title: string | null;
  outputFormat: 'mp4';
  widthPx: number;
  heightPx: number;
  /** What people were told, queue's wait included. */
  estimatedSeconds: number;
  /** From the start of the first attempt to the end; null until finished. */
  processingSeconds: number | null;
  /** Length of the finished video. */
  durationSeconds: number | null;
  step: ProcessingStep;
  progressPercent: number;
  /** Fence of the running attempt; 0 before the first. */
  attempt: number;
  retryCount: number;
  s3Bucket: string | null;
  s3Key: string | null;
  s3Region: string | null;
  resultUrl: string | null;
  sizeBytes: number | null;
  /** In the video's bucket; null for a video that was made before there were posters, as is its address. */
  posterKey: string | null;
  posterUrl: string | null;
  errorCode: string | null;
  errorMessage: string | null;
  errorDetails: ErrorDetails | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  updatedAt: Date;
}

/** A job that is to be rendered. */
export interface StartedJob extends Job {
  composition: Composition;
}

/** One attempt at a job: the fence that every write of a worker carries. */
export interface AttemptId {
  jobId: string;
  attempt: number;
}
