/**
 * The address at which everybody can read an object: the storage configuration and a key in, a URL out.
 * It is the configured prefix, else the S3-compatible endpoint by path, else the bucket's own host on AWS.
 */
import type { StorageConfig } from '#lib/config';

export function publicUrl(config: StorageConfig, key: string): string {
  const path = key.split('/').map(encodeURIComponent).join('/');
  return `${publicBase(config)}/${path}`;
}

function publicBase({ bucket, region, endpoint, publicUrlPrefix }: StorageConfig): string {
  if (publicUrlPrefix !== null) return publicUrlPrefix.replace(/\/+$/, '');
  if (endpoint !== null) return `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  return `https://${bucket}.s3.${region}.amazonaws.com`;
}
