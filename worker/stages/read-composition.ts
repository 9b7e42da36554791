/** The job's composition, checked again: it may have been accepted by an older version that allowed what this one does not. */
import { parseComposition } from '#lib/composition/parse';
import type { Composition } from '#lib/composition/schema/composition';
import { AppError } from '#lib/errors';
import type { StartedJob } from '#lib/jobs/job';

/** Throws REQUEST_INVALID with the problems. */
export function readComposition({ composition }: Pick<StartedJob, 'composition'>): Composition {
  const parsed = parseComposition(composition);
  if (!parsed.ok) throw new AppError('REQUEST_INVALID', { details: { problems: parsed.problems } });
  return parsed.composition;
}
