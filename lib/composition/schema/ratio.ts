/** A share or factor as a number (0.5) or as a percentage ("50%"): opacity, volume. */
import { z } from 'zod';
import { expected } from '#lib/composition/schema/expected';

const PERCENT_PATTERN = /^\d{1,5}(\.\d{1,6})? ?%$/;

/** From 0 to `max` as a number, or from "0%" to `max` times 100 percent. */
export function ratioUpTo(max: number) {
  const error = expected(`a number from 0 to ${max}, or a percentage from "0%" to "${max * 100}%"`);
  const percentage = z
    .string()
    .regex(PERCENT_PATTERN, { error })
    .refine((text) => Number.parseFloat(text) <= max * 100, { error });
  return z.union([z.number().min(0, { error }).max(max, { error }), percentage], { error });
}

export type Ratio = z.infer<ReturnType<typeof ratioUpTo>>;
