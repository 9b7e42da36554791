/** The composition with its media's facts and its texts' fonts as a timeline; what makes that impossible becomes the job's error. Pure. */
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { resolve } from '#lib/composition/resolve';
import type { Composition } from '#lib/composition/schema/composition';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { Timeline } from '#lib/composition/timeline';
import { AppError } from '#lib/errors';

/** Throws the first problem as AppError, the others in its details. */
export function resolveTimeline(composition: Composition, facts: MediaFactsBySource, fonts: TextFonts): Timeline {
  const resolved = resolve(composition, facts, fonts);
  if (resolved.ok) return resolved.timeline;
  const [first, ...others] = resolved.problems;
  if (first === undefined) throw new Error('a composition was refused without a problem');
  throw new AppError(first.code, {
    message: first.message,
    details: {
      ...first.details,
      ...(first.elementId === null ? {} : { element_id: first.elementId }),
      ...(others.length === 0 ? {} : { other_problems: others.map(({ code, elementId, message }) => ({ code, element_id: elementId, message })) }),
    },
  });
}
