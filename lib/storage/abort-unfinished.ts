/**
 * Clears up uploads in parts that nobody will finish: a job's id in; its unfinished uploads, whose parts no listing of objects shows, gone.
 * A worker that dies, or a storage that goes away, in the middle of an upload leaves one.
 */
import { AbortMultipartUploadCommand, ListMultipartUploadsCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';

import { jobKeyPrefixes } from '#lib/storage/object-key';
import { recordAttempts } from '#lib/storage/record-attempts';
import type { StorageContext } from '#lib/storage/storage-context';

export interface AbortUnfinishedOptions {
  /** Asks again by itself. */
  readonly lister: S3Client;
  readonly jobId: string;
  readonly abortSignal: AbortSignal;
}

/** Rejects when the storage does not answer. Each end is recorded as a delete; one that ends meanwhile counts as gone. */
export async function abortUnfinished(context: StorageContext, { lister, jobId, abortSignal }: AbortUnfinishedOptions): Promise<void> {
  const { client, config: { bucket } } = context;
  for (const prefix of jobKeyPrefixes(jobId)) {
    for (const { Key = '', UploadId } of await listUnfinished(lister, { bucket, prefix, abortSignal })) {
      await recordAttempts<void>(context, {
        jobId,
        operation: 'delete',
        key: Key,
        signal: abortSignal,
        attempt: async () => {
          await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }), { abortSignal }).catch(unlessStatus(404, undefined));
          return { value: undefined, success: true, fileSizeBytes: null, errorMessage: null, metadata: { upload_id: UploadId } };
        },
      });
    }
  }
}

/** One page: a job has as many as it had attempts, not a thousand. */
async function listUnfinished(client: S3Client, { bucket, prefix, abortSignal }: { bucket: string; prefix: string; abortSignal: AbortSignal }) {
  const command = new ListMultipartUploadsCommand({ Bucket: bucket, Prefix: prefix });
  // A server without this function keeps no unfinished uploads that could be asked for.
  const { Uploads } = await client.send(command, { abortSignal }).catch(unlessStatus(501, { Uploads: [] }));
  return Uploads ?? [];
}

function unlessStatus<Value>(status: number, value: Value): (error: unknown) => Value {
  return (error) => {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === status) return value;
    throw error;
  };
}
