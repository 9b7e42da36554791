/**
 * The SDK's client for this installation's bucket: the storage configuration in, a client out.
 * A configured endpoint means an S3-compatible server, which is addressed by path.
 */
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

import type { StorageConfig } from '#lib/config';

const CONNECT_TIMEOUT_MS = 5_000;
/** A socket on which nothing has moved for so long is dead; the attempt's own limit is far longer. */
const IDLE_TIMEOUT_MS = 30_000;

/** `options` goes over the defaults; its `maxAttempts` counts the first attempt. */
export function createS3Client(config: StorageConfig, options: Partial<S3ClientConfig>): S3Client {
  return new S3Client({
    region: config.region,
    credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    ...(config.endpoint !== null && { endpoint: config.endpoint, forcePathStyle: true }),
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: IDLE_TIMEOUT_MS },
    ...options,
  });
}
