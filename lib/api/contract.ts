/**
 * The bodies of the API as types, shared by the routes that answer and the pages that ask.
 * Field names are the wire's (snake_case); the contract's own fields come first, additions after them.
 */
import type { FontFindings, Waveform, Filmstrip } from '#lib/media/media-findings';
import type { MediaFacts } from '#lib/composition/media-facts';
import type { ErrorCode } from '#lib/error-codes';
import type { ErrorDetails } from '#lib/errors';
import type { ProcessingStep } from '#lib/jobs/state';

/** 200 of POST /api/v1/videocreate. */
export interface VideoCreatedBody {
  status: 'completed';
  processing_time: string;
  result_url: string;
  job_id: string;
  file_size: string;
  message: string;
  file_size_bytes: number;
  processing_seconds: number;
  duration_seconds: number;
  duration: string;
  poster_url: string | null;
  warnings: RequestWarning[];
}

/** 202 of POST /api/v1/videocreate. */
export interface VideoAcceptedBody {
  status: 'processing';
  job_id: string;
  message: string;
  estimated_completion: string;
  status_check_endpoint: string;
  estimated_seconds: number;
  warnings: RequestWarning[];
}

export interface RequestProblem {
  /** Dotted path into the body: `elements.0.width`; empty for the body as a whole. */
  path: string;
  message: string;
  code: string;
}

/** Nothing is wrong, but something will not look as asked: a font family that is not there, a character that no font draws. */
export type RequestWarning = RequestProblem;

/** 400. */
export interface InvalidRequestBody {
  error: string;
  details: RequestProblem[];
}

/** 404, 409, 413, 422, 500, 503: `error` is a code except where the contract gives words ("Job not found"). */
export interface ErrorBody {
  error: string;
  message?: string;
  code?: ErrorCode;
  job_id?: string;
  details?: ErrorDetails;
}

export interface JobCompletedBody {
  status: 'completed';
  job_id: string;
  result_url: string;
  file_size: string;
  duration: string;
  processing_time: string;
  message: string;
  file_size_bytes: number;
  duration_seconds: number;
  processing_seconds: number;
  /** A JPEG of one frame, at most 1280 px long; null for a video that was made before there were posters. */
  poster_url: string | null;
  width: number;
  height: number;
}

export interface JobStoppedBody {
  status: 'failed' | 'timeout' | 'cancelled';
  job_id: string;
  error: string;
  message: string;
  details: ErrorDetails;
}

export interface JobRunningBody {
  status: 'processing';
  job_id: string;
  progress: string;
  current_step: string;
  message: string;
  progress_percentage: number;
  step: ProcessingStep;
  estimated_seconds: number;
  /** Seconds since the job was accepted. */
  elapsed_seconds: number;
}

/** 200 of GET /api/v1/videoresult/{job_id}, and each event of its stream. */
export type VideoResultBody = JobCompletedBody | JobStoppedBody | JobRunningBody;

/** A job in the library, in whatever state it is. */
export type LibraryVideo = VideoResultBody & {
  /** The first words in it, or the name of its first file; null when it has neither. */
  title: string | null;
  /** ISO 8601. */
  created_at: string;
  width: number;
  height: number;
};

/** 200 of GET /api/v1/videos, newest first. */
export interface LibraryBody {
  videos: LibraryVideo[];
  /** The `before` of the next page; null on the last. */
  next_before: string | null;
}

export type UploadKind = 'video' | 'image' | 'audio' | 'font';

/** 201 of POST /api/v1/uploads: the file itself goes to `upload_url` by one PUT with `headers` and exactly the bytes announced. */
export interface UploadBody {
  upload_id: string;
  /** What a composition names it by, once it is uploaded. */
  source: string;
  kind: UploadKind;
  upload_url: string;
  headers: Record<string, string>;
  /** When `upload_url` stops working; ISO 8601. */
  expires_at: string;
}

/** 200 of POST /api/v1/media. Addresses are our own and lead to the files for as long as the previews are kept. */
export type MediaBody = MediaOfKindBody | FontBody;

interface MediaOfKindBody {
  source: string;
  kind: 'image' | 'video' | 'audio';
  size_bytes: number;
  /** As the core takes them, so that a page resolves what the renderer will. */
  facts: MediaFacts;
  /** A picture of it, at most 320 px long; null for sounds, and where none could be made. */
  poster_url: string | null;
  /** Of a video: pictures side by side in one file. */
  filmstrip: ({ url: string } & Filmstrip) | null;
  /** Of what is heard: peaks in a JSON file, `{"peaks": [0 to 255, ...]}`. */
  waveform: ({ url: string } & Waveform) | null;
}

interface FontBody {
  source: string;
  kind: 'font';
  size_bytes: number;
  facts: FontFindings;
}

/** 200 of POST /api/v1/estimate. */
export interface EstimateBody {
  /** What a POST of this composition would do. */
  response_type: 'immediate' | 'async';
  estimated_seconds: number;
  estimated_completion: string;
  queue_wait_seconds: number;
  warnings: RequestWarning[];
}

/** One part of GET /health. */
export interface HealthPart {
  status: 'ok' | 'down';
  /** How long the part took to answer, or to fail. */
  ms: number;
}

/** 200 of GET /health when every part answers, else 503. */
export interface HealthBody {
  status: 'ok' | 'degraded';
  parts: { database: HealthPart; queue: HealthPart; storage: HealthPart };
}

/** Response times of one route in milliseconds. */
export interface ResponseTime {
  average: number;
  count: number;
  min: number;
  max: number;
}

/** 200 of GET /metrics; `requests` and `responseTime` are keyed by "METHOD /route". */
export interface MetricsBody {
  timestamp: string;
  /** Seconds this web process has run. */
  uptime: number;
  /** Bytes this web process uses. */
  memory: { rss: number; heapTotal: number; heapUsed: number; external: number };
  requests: Record<string, number>;
  responseTime: Record<string, ResponseTime>;
  /** Attempts, not jobs. */
  s3Uploads: { success: number; failed: number };
  /** Jobs by how their POST was meant to be answered. */
  responseTypes: { quick: number; async: number; quickRatePercent: number };
  /** Seconds from a job's start to its end, over all completed jobs; null before the first. */
  averageProcessingTime: number | null;
}
