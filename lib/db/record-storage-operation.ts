/** Keeps one row of every attempt at a storage operation, failed ones too. */
import type { Json } from '#lib/db/database-types';
import { getSupabase, takeData } from '#lib/db/supabase';

export interface StorageOperationRecord {
  jobId: string | null;
  operation: 'upload' | 'verify' | 'delete';
  bucket: string;
  key: string;
  region: string;
  success: boolean;
  fileSizeBytes: number | null;
  durationMs: number;
  errorMessage: string | null;
  metadata: Record<string, unknown>;
}

export async function recordStorageOperation(record: StorageOperationRecord): Promise<void> {
  const answer = await getSupabase().from('storage_operations').insert({
    job_id: record.jobId,
    operation: record.operation,
    bucket: record.bucket,
    key: record.key,
    region: record.region,
    success: record.success,
    file_size: record.fileSizeBytes,
    duration_ms: Math.round(record.durationMs),
    error_message: record.errorMessage,
    metadata: record.metadata as Json,
  });
  takeData(answer, 'record the storage operation');
}
