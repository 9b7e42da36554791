/**
 * The schema of supabase/migrations as types for supabase-js: rows in, typed queries out.
 * A test compares it with information_schema, so the two cannot drift apart.
 */
import type { JobStatus, ProcessingStep } from '#lib/jobs/state';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

type ResponseType = 'immediate' | 'async';
type StorageOperation = 'upload' | 'verify' | 'delete';

/** Times come as ISO text in more than one spelling: parse them, never compare the text. */
type Timestamp = string;

export type JobRow = {
  id: string;
  status: JobStatus;
  response_type: ResponseType;
  lane: string;
  output_format: string;
  width: number;
  height: number;
  composition: Json;
  composition_text: string | null;
  title: string | null;
  estimated_duration: number;
  estimated_work_seconds: number;
  actual_duration: number | null;
  estimate_features: Json;
  measured_features: Json | null;
  attempt: number;
  retry_count: number;
  worker_id: string | null;
  attempt_started_at: Timestamp | null;
  processing_started_at: Timestamp | null;
  processing_completed_at: Timestamp | null;
  current_step: ProcessingStep;
  progress_percentage: number;
  s3_bucket: string | null;
  s3_key: string | null;
  s3_region: string | null;
  result_url: string | null;
  /** bigint: a number from PostgREST, text from other drivers. */
  file_size: number | null;
  poster_key: string | null;
  poster_url: string | null;
  output_duration_seconds: number | null;
  download_ms: number | null;
  render_ms: number | null;
  upload_ms: number | null;
  error_code: string | null;
  error_message: string | null;
  error_details: Json | null;
  client_ip: string | null;
  user_agent: string | null;
  request_id: string | null;
  request_metadata: Json;
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: Timestamp | null;
};

export type JobElementRow = {
  job_id: string;
  position: number;
  element_id: string;
  type: string;
  source: string | null;
  track: number | null;
  source_size_bytes: number | null;
  download_ms: number | null;
  facts: Json | null;
  created_at: Timestamp;
};

export type StorageOperationRow = {
  id: string;
  job_id: string | null;
  operation: StorageOperation;
  bucket: string;
  key: string;
  region: string;
  success: boolean;
  file_size: number | null;
  duration_ms: number;
  error_message: string | null;
  metadata: Json;
  created_at: Timestamp;
};

export type MetricSeriesRow = {
  name: string;
  labels: Json;
  value_count: number;
  total: number;
  min_value: number;
  max_value: number;
  buckets: Json;
  updated_at: Timestamp;
};

export type TempFolderRow = {
  host: string;
  path: string;
  used_bytes: number;
  free_bytes: number;
  updated_at: Timestamp;
};

export type MediaProbeRow = {
  id: string;
  source: string;
  kind: string;
  state: string;
  findings: Json | null;
  error_code: string | null;
  error_message: string | null;
  expires_at: Timestamp;
  created_at: Timestamp;
};

/** Rows are inserted with the columns of `Required`; the database fills in the rest. */
type Table<Row, Required extends keyof Row> = {
  Row: Row;
  Insert: Pick<Row, Required> & Partial<Row>;
  Update: Partial<Row>;
  Relationships: [];
};

export type Database = {
  public: {
    Tables: {
      jobs: Table<JobRow, 'response_type' | 'lane' | 'width' | 'height' | 'composition' | 'estimated_duration' | 'estimated_work_seconds'>;
      job_elements: Table<JobElementRow, 'job_id' | 'position' | 'element_id' | 'type'>;
      storage_operations: Table<StorageOperationRow, 'operation' | 'bucket' | 'key' | 'region' | 'success' | 'duration_ms'>;
      metric_series: Table<MetricSeriesRow, 'name' | 'labels' | 'value_count' | 'total' | 'min_value' | 'max_value'>;
      temp_folders: Table<TempFolderRow, 'host' | 'path' | 'used_bytes' | 'free_bytes'>;
      media_probes: Table<MediaProbeRow, 'source' | 'kind' | 'expires_at'>;
    };
    Views: Record<never, never>;
    Functions: {
      create_job: { Args: { p_job: Json }; Returns: JobRow[] };
      start_attempt: { Args: { p_job_id: string; p_worker_id: string; p_attempts_max: number }; Returns: JobRow[] };
      record_progress: { Args: { p_job_id: string; p_attempt: number; p_step: ProcessingStep; p_percent: number }; Returns: boolean };
      record_element_sources: { Args: { p_job_id: string; p_attempt: number; p_sources: Json }; Returns: boolean };
      finish_job: { Args: { p_job_id: string; p_attempt: number; p_result: Json }; Returns: boolean };
      fail_job: {
        Args: { p_job_id: string; p_attempt: number; p_status: JobStatus; p_code: string; p_message: string | null; p_details: Json };
        Returns: boolean;
      };
      release_attempt: { Args: { p_job_id: string; p_attempt: number; p_is_counted: boolean }; Returns: boolean };
      cancel_job: { Args: { p_job_id: string }; Returns: boolean };
      list_jobs: { Args: { p_statuses: string | null; p_query: string | null; p_before: string | null; p_limit: number }; Returns: JobRow[] };
      delete_job: { Args: { p_job_id: string }; Returns: string };
      request_media_probe: { Args: { p_source: string; p_kind: string; p_patience_seconds: number }; Returns: { id: string; is_new: boolean }[] };
      finish_media_probe: {
        Args: { p_id: string; p_findings: Json | null; p_error_code: string | null; p_error_message: string | null; p_fresh_seconds: number };
        Returns: boolean;
      };
      queue_load: { Args: Record<never, never>; Returns: { lane: string; job_count: number; work_seconds: number }[] };
      add_metrics: { Args: { p_deltas: Json }; Returns: undefined };
      report_temp_folder: { Args: { p_host: string; p_path: string; p_used_bytes: number; p_free_bytes: number }; Returns: undefined };
      service_metrics: { Args: Record<never, never>; Returns: Json };
      known_media: {
        Args: { p_sources: Json };
        Returns: { kind: string; source: string; duration_seconds: number | null; pixels: number; size_bytes: number }[];
      };
      estimate_samples: { Args: { p_limit: number }; Returns: { features: Json; seconds: number }[] };
    };
    Enums: {
      job_status: JobStatus;
      response_type: ResponseType;
      processing_step: ProcessingStep;
      storage_operation: StorageOperation;
    };
    CompositeTypes: Record<never, never>;
  };
};
