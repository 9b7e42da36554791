/**
 * From a request to its operation: method, level (service, bucket, object) and sub-resource in, one function out.
 */
import { createBucket, deleteObjects, headBucket, listBuckets } from '#lib/embedded/s3/bucket-operations';
import type { Operation } from '#lib/embedded/s3/exchange';
import { listObjects } from '#lib/embedded/s3/list-objects';
import {
  abortMultipartUpload, completeMultipartUpload, createMultipartUpload, listMultipartUploads, listParts, uploadPart,
} from '#lib/embedded/s3/multipart-operations';
import { deleteObject, getObject, headObject, putObject } from '#lib/embedded/s3/object-operations';
import { S3Error } from '#lib/embedded/s3/s3-error';
import type { S3Request } from '#lib/embedded/s3/s3-request';
import {
  deleteCors, deleteLifecycle, deletePolicy, getCors, getLifecycle, getPolicy, getPublicAccessBlock, putCors, putLifecycle, putPolicy,
  putPublicAccessBlock,
} from '#lib/embedded/s3/settings-operations';

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET service': listBuckets,
  'PUT bucket': createBucket,
  'HEAD bucket': headBucket,
  'GET bucket?list-type': listObjects,
  'GET bucket?uploads': listMultipartUploads,
  'POST bucket?delete': deleteObjects,
  'GET bucket?policy': getPolicy,
  'PUT bucket?policy': putPolicy,
  'DELETE bucket?policy': deletePolicy,
  'GET bucket?publicAccessBlock': getPublicAccessBlock,
  'PUT bucket?publicAccessBlock': putPublicAccessBlock,
  'GET bucket?cors': getCors,
  'PUT bucket?cors': putCors,
  'DELETE bucket?cors': deleteCors,
  'GET bucket?lifecycle': getLifecycle,
  'PUT bucket?lifecycle': putLifecycle,
  'DELETE bucket?lifecycle': deleteLifecycle,
  'GET object': getObject,
  'HEAD object': headObject,
  'PUT object': putObject,
  'DELETE object': deleteObject,
  'POST object?uploads': createMultipartUpload,
  'PUT object?uploadId': uploadPart,
  'POST object?uploadId': completeMultipartUpload,
  'DELETE object?uploadId': abortMultipartUpload,
  'GET object?uploadId': listParts,
};

/** Parameters that only refine an operation, or sign it; any other names an operation of its own. */
const REFINEMENTS = new Set([
  'continuation-token', 'delimiter', 'encoding-type', 'fetch-owner', 'max-keys', 'max-parts', 'max-uploads', 'partNumber', 'prefix', 'start-after', 'x-id',
]);

/** Throws NotImplemented for what S3 has and this server has not, and MethodNotAllowed for what S3 has not. */
export function findOperation(request: S3Request): Operation {
  const level = request.bucket === null ? 'service' : request.key === null ? 'bucket' : 'object';
  const subresource = [...request.query.keys()].find((name) => !REFINEMENTS.has(name) && !/^(response-|x-amz-)/i.test(name));
  const operation = OPERATIONS[`${request.method} ${level}${subresource === undefined ? '' : `?${subresource}`}`];
  if (operation !== undefined) return operation;
  if (!['GET', 'HEAD', 'PUT', 'POST', 'DELETE'].includes(request.method)) throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.');
  throw new S3Error('NotImplemented', 'A parameter you provided implies functionality that is not implemented');
}

/** True for the two operations a bucket policy can open to everyone. */
export function isObjectRead(operation: Operation): boolean {
  return operation === getObject || operation === headObject;
}
