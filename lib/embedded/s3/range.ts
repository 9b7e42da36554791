/**
 * The Range header: its text and the object's size in, the first and last byte to send out.
 */
import { S3Error } from '#lib/embedded/s3/s3-error';

export interface ByteRange {
  readonly first: number;
  /** Inclusive. */
  readonly last: number;
}

/**
 * One range of bytes: "bytes=0-99", "bytes=100-", or the last ones, "bytes=-100". Null means the whole object: no header, or
 * one that is malformed or asks for several ranges, which RFC 9110 §14.2 lets a server ignore, as S3 does.
 * Throws InvalidRange when the range begins after the end.
 */
export function parseRange(header: string | null, sizeBytes: number): ByteRange | null {
  const [, firstText, lastText] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (firstText === undefined || lastText === undefined || (firstText === '' && lastText === '')) return null;
  const isSuffix = firstText === '';
  const first = isSuffix ? Math.max(0, sizeBytes - Number(lastText)) : Number(firstText);
  const last = isSuffix || lastText === '' ? sizeBytes - 1 : Math.min(Number(lastText), sizeBytes - 1);
  if (!isSuffix && lastText !== '' && Number(lastText) < first) return null;
  if (first >= sizeBytes) throw new S3Error('InvalidRange', 'The requested range is not satisfiable');
  return { first, last };
}
