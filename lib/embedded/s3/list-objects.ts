/**
 * ListObjectsV2: prefix, delimiter and continuation in, one page of keys and common prefixes out.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
import { sendXml, type Exchange } from '#lib/embedded/s3/exchange';
import type { ObjectRecord } from '#lib/embedded/s3/object-store';
import { S3Error } from '#lib/embedded/s3/s3-error';
import type { S3Request } from '#lib/embedded/s3/s3-request';

const KEYS_PER_PAGE_MAX = 1000;

/** An object, or all objects that share their key up to the delimiter. `name` places it in the order. */
type Entry = { name: string; record: ObjectRecord } | { name: string; record: null };

export async function listObjects({ request, response, buckets }: Exchange): Promise<void> {
  const bucket = buckets.get(request.bucket);
  const { query } = request;
  const prefix = query.get('prefix') ?? '';
  const keysMax = readMaxKeys(request);
  const token = query.get('continuation-token');
  const startAfter = token === undefined ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const entries = foldByDelimiter(bucket.objects.list(prefix), prefix, query.get('delimiter') ?? '')
    .filter(({ name }) => Buffer.compare(Buffer.from(name), Buffer.from(startAfter)) > 0);
  const page = entries.slice(0, keysMax);
  const isTruncated = entries.length > page.length && page.length > 0;
  // XML cannot carry every character a key may have; a client that knows asks for this encoding.
  const encode = query.get('encoding-type') === 'url' ? encodeURIComponent : (text: string) => text;
  sendXml(response, 'ListBucketResult', {
    Name: bucket.name, Prefix: encode(prefix), MaxKeys: keysMax, KeyCount: page.length, IsTruncated: isTruncated,
    ...(query.get('encoding-type') === 'url' && { EncodingType: 'url' }),
    ...(isTruncated && { NextContinuationToken: Buffer.from(page.at(-1)?.name ?? '').toString('base64url') }),
    Contents: page.flatMap(({ record }) => (record === null ? [] : [{
      Key: encode(record.key), LastModified: new Date(record.modifiedAtMs).toISOString(), ETag: record.etag, Size: record.sizeBytes, StorageClass: 'STANDARD',
    }])),
    CommonPrefixes: page.flatMap(({ name, record }) => (record === null ? [{ Prefix: encode(name) }] : [])),
  });
}

function readMaxKeys(request: S3Request): number {
  const text = request.query.get('max-keys') ?? String(KEYS_PER_PAGE_MAX);
  if (!/^\d{1,9}$/.test(text)) throw new S3Error('InvalidArgument', 'max-keys must be a whole number');
  return Math.min(Number(text), KEYS_PER_PAGE_MAX);
}

/** `records` are sorted, so that keys with a common prefix lie side by side. */
function foldByDelimiter(records: readonly ObjectRecord[], prefix: string, delimiter: string): Entry[] {
  const entries: Entry[] = [];
  for (const record of records) {
    const end = delimiter === '' ? -1 : record.key.indexOf(delimiter, prefix.length);
    const name = end < 0 ? record.key : record.key.slice(0, end + delimiter.length);
    if (end < 0) entries.push({ name, record });
    else if (entries.at(-1)?.name !== name) entries.push({ name, record: null });
  }
  return entries;
}
