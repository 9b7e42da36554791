/**
 * Clears up uploads in parts that nobody will finish: a job's id in; its unfinished uploads, whose parts no listing of objects shows, gone.
 * A worker that dies, or a storage that goes away, in the middle of an upload leaves one.
 */
import { AbortMultipartUploadCommand, ListMultipartUploadsCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';

import { jobKeyPrefixes } from '#lib/storage/object-key';

export interface AbortUnfinishedOptions {
  readonly bucket: string;
  readonly jobId: string;
  readonly abortSignal: AbortSignal;
}

/** Rejects when the storage does not answer. One that ends meanwhile counts as gone. */
export async function abortUnfinished(client: S3Client, { bucket, jobId, abortSignal }: AbortUnfinishedOptions): Promise<void> {
  for (const prefix of jobKeyPrefixes(jobId)) {
    for (const { Key, UploadId } of await listUnfinished(client, { bucket, prefix, abortSignal })) {
      await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }), { abortSignal }).catch(unlessStatus(404, undefined));
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
