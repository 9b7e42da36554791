/** zod's issues with a small body or a query as the 400 of the API: every problem at once, unknown names one each. Pure. */
import type { z } from 'zod';
import { invalidRequest } from '#lib/api/error-response';
import type { RequestProblem } from '#lib/api/contract';
import type { AppError } from '#lib/errors';

export function refuseValues({ issues }: z.core.$ZodError): AppError {
  return invalidRequest(issues.flatMap(toProblems));
}

function toProblems(issue: z.core.$ZodIssue): RequestProblem[] {
  const toProblem = (path: readonly PropertyKey[], message: string): RequestProblem => ({ path: path.map(String).join('.'), message, code: issue.code });
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => toProblem([...issue.path, key], 'is not a known property'));
  return [toProblem(issue.path, issue.message)];
}
