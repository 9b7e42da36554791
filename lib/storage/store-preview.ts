/**
 * Brings a preview of a medium into the bucket: a small file in, nothing out.
 */
import { readFile } from 'node:fs/promises';

import { PutObjectCommand } from '@aws-sdk/client-s3';

import { previewKey } from '#lib/storage/object-key';
import { recordAttempts } from '#lib/storage/record-attempts';
import type { StorageContext } from '#lib/storage/storage-context';

const PUT_TIMEOUT_MS = 10_000;

export interface PreviewOptions {
  readonly probeId: string;
  readonly name: string;
  readonly filePath: string;
  readonly contentType: string;
  readonly signal: AbortSignal;
}

/** Rejects when the storage does not take it. */
export async function storePreview(context: StorageContext, { probeId, name, filePath, contentType, signal }: PreviewOptions): Promise<void> {
  const { config, client } = context;
  const key = previewKey(probeId, name);
  const body = await readFile(filePath);
  await recordAttempts<void>(context, {
    jobId: null,
    operation: 'upload',
    key,
    signal,
    attempt: async () => {
      const command = new PutObjectCommand({ Bucket: config.bucket, Key: key, Body: body, ContentType: contentType });
      await client.send(command, { abortSignal: AbortSignal.any([signal, AbortSignal.timeout(PUT_TIMEOUT_MS)]) });
      return { value: undefined, success: true, fileSizeBytes: body.length, errorMessage: null, metadata: {} };
    },
  });
}
