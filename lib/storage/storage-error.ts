/**
 * What went wrong with the storage: any error of the SDK, the network or the file system in; whether to try again, a line for
 * the operator and a line for everybody out.
 */
import { S3ServiceException } from '@aws-sdk/client-s3';

const PASSING_CODES = new Set(['BadDigest', 'IncompleteBody', 'OperationAborted', 'RequestTimeout', 'SlowDown', 'XAmzContentSHA256Mismatch']);
const LOCAL_CODES = new Set(['EACCES', 'EISDIR', 'ENOENT', 'ENOTDIR', 'EPERM']);

/** True when the same operation may succeed if it is tried again. */
export function isPassing(error: unknown): boolean {
  if (error instanceof S3ServiceException) {
    const status = error.$metadata.httpStatusCode ?? 500;
    return PASSING_CODES.has(error.name) || status === 408 || status === 429 || (status >= 500 && status !== 501);
  }
  return !isLocal(error);
}

/** For the `storage_operations` row and the log: name, code, status and message. Neither the SDK nor S3 puts a secret there. */
export function describeForOperator(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // The answer to a HEAD has no document: there the status is all that is known.
  const status = error instanceof S3ServiceException ? `HTTP ${error.$metadata.httpStatusCode}` : null;
  // A refused connection to several addresses has no message of its own, only a code.
  return [error.name, codeOf(error), status, error.message].filter((part) => part !== null && part !== '').join(': ');
}

/** For everybody: no address, no path, no bucket. */
export function describeForPublic(error: unknown): string {
  if (error instanceof S3ServiceException) {
    const status = error.$metadata.httpStatusCode ?? 500;
    if (status >= 500 || status === 429) return 'the storage is not available';
    return status === 403 ? 'the storage refused access' : 'the storage refused the request';
  }
  if (isLocal(error)) return 'the finished file cannot be read';
  if (error instanceof Error && error.name === 'TimeoutError') return 'the storage took too long';
  return 'the connection to the storage failed';
}

function isLocal(error: unknown): boolean {
  return LOCAL_CODES.has(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
