/**
 * A URL with which anybody who has it can read one private object for a while: the object's key in, the URL out.
 */
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

import type { StorageConfig } from '#lib/config';
import { createS3Client } from '#lib/storage/client';
import { UPLOAD_PREFIX } from '#lib/storage/object-key';

export interface PresignReadOptions {
  /** Under `uploads/`. */
  readonly key: string;
  readonly expiresSeconds: number;
}

/** Does not ask whether the object exists. Throws RangeError for a key outside `uploads/`: everything else is public or not for pages. */
export async function presignRead(config: StorageConfig, { key, expiresSeconds }: PresignReadOptions): Promise<string> {
  if (!key.startsWith(UPLOAD_PREFIX)) throw new RangeError(`The key must begin with "${UPLOAD_PREFIX}".`);
  const client = createS3Client(config, {});
  // Opened as a page, a file that people brought is saved instead of shown; media elements and fetch do not look at this.
  const command = new GetObjectCommand({ Bucket: config.bucket, Key: key, ResponseContentDisposition: 'attachment' });
  return getSignedUrl(client, command, { expiresIn: expiresSeconds });
}
