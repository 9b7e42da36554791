/**
 * Cross-origin rules of a bucket: its configuration and a request in, the headers a browser wants to see out.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
import { z } from 'zod';

import { headerOf, type S3Request } from '#lib/embedded/s3/s3-request';

const ruleSchema = z.object({
  ID: z.string().optional(),
  AllowedOrigin: z.array(z.string()).min(1),
  AllowedMethod: z.array(z.enum(['GET', 'HEAD', 'PUT', 'POST', 'DELETE'])).min(1),
  AllowedHeader: z.array(z.string()).default([]),
  ExposeHeader: z.array(z.string()).default([]),
  MaxAgeSeconds: z.string().regex(/^\d+$/).optional(),
});

/** The document of PutBucketCors; kept in its own words, so that GetBucketCors gives it back. */
export const corsConfigurationSchema = z.object({ CORSRule: z.array(ruleSchema).min(1).max(100) });

export type CorsRule = z.infer<typeof ruleSchema>;

/** Headers for the answer to a request with an Origin, preflight or not; null when no rule allows it, or nobody asked. */
export function corsHeaders(rules: readonly CorsRule[] | null, request: S3Request): Record<string, string> | null {
  const origin = headerOf(request, 'origin');
  if (origin === null || rules === null) return null;
  const requestedMethod = headerOf(request, 'access-control-request-method');
  const method = requestedMethod ?? request.method;
  const wantedHeaders = splitList(headerOf(request, 'access-control-request-headers'));
  const rule = rules.find((candidate) =>
    candidate.AllowedOrigin.some((pattern) => matches(pattern, origin)) &&
    candidate.AllowedMethod.some((allowed) => allowed === method) &&
    wantedHeaders.every((header) => candidate.AllowedHeader.some((pattern) => matches(pattern.toLowerCase(), header))));
  if (rule === undefined) return null;
  return {
    'access-control-allow-origin': rule.AllowedOrigin.includes('*') ? '*' : origin,
    'access-control-allow-methods': rule.AllowedMethod.join(', '),
    ...(wantedHeaders.length > 0 && { 'access-control-allow-headers': wantedHeaders.join(', ') }),
    ...(rule.ExposeHeader.length > 0 && { 'access-control-expose-headers': rule.ExposeHeader.join(', ') }),
    ...(requestedMethod !== null && rule.MaxAgeSeconds !== undefined && { 'access-control-max-age': rule.MaxAgeSeconds }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/** A pattern may have one `*` anywhere. */
function matches(pattern: string, value: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === value;
  const [start, end] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end);
}

function splitList(text: string | null): string[] {
  return (text ?? '').split(',').map((item) => item.trim().toLowerCase()).filter(Boolean);
}
