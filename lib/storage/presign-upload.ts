/**
 * A URL with which a browser can put one file into the bucket, without credentials: what it will send in, the URL out.
 */
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

import type { StorageConfig } from '#lib/config';
import { createS3Client } from '#lib/storage/client';
import { UPLOAD_PREFIX } from '#lib/storage/object-key';

export interface PresignOptions {
  /** Under `uploads/`. */
  readonly key: string;
  /** The PUT must send exactly this Content-Type ... */
  readonly contentType: string;
  /** ... and exactly so many bytes. */
  readonly sizeBytes: number;
  readonly expiresSeconds: number;
}

/** Throws RangeError for a key outside `uploads/`: nothing else is for the public to write. */
export async function presignUpload(config: StorageConfig, { key, contentType, sizeBytes, expiresSeconds }: PresignOptions): Promise<string> {
  if (!key.startsWith(UPLOAD_PREFIX)) throw new RangeError(`An upload's key must begin with "${UPLOAD_PREFIX}".`);
  // By default the client would put the checksum of an empty body under the signature.
  const client = createS3Client(config, { requestChecksumCalculation: 'WHEN_REQUIRED' });
  const command = new PutObjectCommand({ Bucket: config.bucket, Key: key, ContentType: contentType, ContentLength: sizeBytes });
  return getSignedUrl(client, command, { expiresIn: expiresSeconds, signableHeaders: new Set(['content-type', 'content-length', 'host']) });
}
