/** The query of GET /api/v1/videos: search parameters in, what is to be listed out, or every problem at once. Pure. */
import { z } from 'zod';
import { refuseValues } from '#lib/api/refuse-values';
import { expected } from '#lib/composition/schema/expected';
import type { JobListQuery } from '#lib/db/list-job-rows';
import type { JobStatus } from '#lib/jobs/state';

/** The statuses that the API shows, and those of the database that each stands for. */
const STATUSES: Readonly<Record<string, readonly JobStatus[]>> = {
  processing: ['pending', 'processing'],
  completed: ['completed'],
  failed: ['failed'],
  timeout: ['timeout'],
  cancelled: ['cancelled'],
};

const LIMIT_DEFAULT = 24;
const LIMIT_MAX = 100;
const TEXT_LENGTH_MAX = 200;

const statusError = expected(`some of ${Object.keys(STATUSES).join(', ')}, with commas between them`);
const textError = expected(`at most ${TEXT_LENGTH_MAX} characters, none of them NUL`);
const beforeError = expected('the next_before of the page before');
const limitError = expected(`a whole number from 1 to ${LIMIT_MAX}`);

const querySchema = z.object({
  status: z.string().refine((text) => text.split(',').every((name) => Object.hasOwn(STATUSES, name)), { error: statusError }).optional(),
  // A database cannot hold a NUL.
  q: z.string().max(TEXT_LENGTH_MAX, { error: textError }).refine((text) => !text.includes('\0'), { error: textError }).optional(),
  before: z.uuid({ error: beforeError }).optional(),
  limit: z.coerce.number({ error: limitError }).int({ error: limitError }).min(1, { error: limitError }).max(LIMIT_MAX, { error: limitError }).optional(),
});

/** An empty parameter counts as an absent one, and others than these as none. Throws REQUEST_INVALID. */
export function parseLibraryQuery(parameters: URLSearchParams): JobListQuery {
  const given = Object.fromEntries([...parameters].filter(([, value]) => value.trim() !== ''));
  const parsed = querySchema.safeParse(given);
  if (!parsed.success) throw refuseValues(parsed.error);
  const { status, q, before, limit } = parsed.data;
  return {
    statuses: status === undefined ? null : status.split(',').flatMap((name) => STATUSES[name] ?? []),
    text: q?.trim() ?? null,
    before: before ?? null,
    limit: limit ?? LIMIT_DEFAULT,
  };
}
