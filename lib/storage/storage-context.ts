/** What all operations on the storage share. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { StorageConfig } from '#lib/config';
import type { StorageOperationRecord } from '#lib/db/record-storage-operation';

/** Keeps a `storage_operations` row; called once for every attempt. */
export type RecordStorageOperation = (record: StorageOperationRecord) => Promise<void>;

export interface StorageContext {
  readonly config: StorageConfig;
  /** Tries each request once, so that what is recorded as one attempt is one. */
  readonly client: S3Client;
  readonly recordOperation: RecordStorageOperation;
}
