/**
 * The headers of an object: those of a PUT in, those to keep out, and from a kept record those of an answer.
 */
import { S3Error } from '#lib/embedded/s3/s3-error';
import { headerOf, type S3Request } from '#lib/embedded/s3/s3-request';
import type { ObjectRecord } from '#lib/embedded/s3/object-store';

const KEPT = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'content-type', 'expires'];
const METADATA_PREFIX = 'x-amz-meta-';
const METADATA_BYTES_MAX = 2048;
const ACL_HEADER = /^x-amz-(acl|grant-.*)$/;
/** Headers whose neglect would change what the client believes to have stored. */
const REFUSED = ['if-match', 'if-none-match', 'x-amz-copy-source', 'x-amz-website-redirect-location'];

/** What is kept of a PUT's, or of CreateMultipartUpload's, headers. Throws AccessControlListNotSupported and NotImplemented. */
export function keptHeaders(request: S3Request): Record<string, string> {
  const names = Object.keys(request.headers);
  if (names.some((name) => ACL_HEADER.test(name))) throw new S3Error('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  const refused = names.find((name) => REFUSED.includes(name));
  if (refused !== undefined) throw new S3Error('NotImplemented', `A header you provided implies functionality that is not implemented: ${refused}`);

  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const name of names.filter((candidate) => KEPT.includes(candidate) || candidate.startsWith(METADATA_PREFIX))) {
    // `aws-chunked` describes the way here, not the object.
    const value = (headerOf(request, name) ?? '').split(',').filter((part) => part.trim() !== 'aws-chunked').join(',');
    if (value !== '') kept[name] = value;
  }
  const metadata = Object.entries(kept).filter(([name]) => name.startsWith(METADATA_PREFIX));
  const metadataBytes = metadata.reduce((sum, [name, value]) => sum + name.length - METADATA_PREFIX.length + value.length, 0);
  if (metadataBytes > METADATA_BYTES_MAX) throw new S3Error('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size');
  return kept;
}

/** The headers of an answer about `record`; those of the query's `response-*` replace the kept ones. */
export function answerHeaders(record: ObjectRecord, request: S3Request): Record<string, string> {
  const overrides = KEPT.flatMap((name) => {
    const value = request.query.get(`response-${name}`);
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...record.headers,
    ...Object.fromEntries(overrides),
    ...(headerOf(request, 'x-amz-checksum-mode') === 'ENABLED' && record.checksums),
    etag: record.etag,
    'last-modified': new Date(record.modifiedAtMs).toUTCString(),
    'accept-ranges': 'bytes',
    // What people bring may call itself anything: a browser must not guess it into a page.
    'x-content-type-options': 'nosniff',
  };
}
