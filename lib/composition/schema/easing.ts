/** How a change goes over its time: CSS's easings, Robert Penner's, and springs, as strings. `parse-easing.ts` reads them. */
import { z } from 'zod';
import { parseEasing } from '#lib/composition/parse-easing';
import { expected } from '#lib/composition/schema/expected';

const error = expected('an easing such as "ease-out", "cubic-bezier(0.2, 0, 0, 1)", "steps(4)" or "spring"');

export const easingSchema = z.string({ error }).superRefine((text, context) => {
  const outcome = parseEasing(text);
  if (!outcome.ok) context.addIssue({ code: 'custom', message: outcome.problem, input: text });
});
