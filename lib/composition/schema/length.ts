/**
 * Lengths as people write them: a number of pixels, or a string with a unit ("25%", "40px", "10 vmin").
 * What a percentage is of is said by the property; `units.ts` turns all of them into pixels.
 */
import { z } from 'zod';
import { LENGTH_MAX } from '#lib/composition/limits';
import { expected } from '#lib/composition/schema/expected';

/** At most five digits before the point and six after it: LENGTH_MAX for the string forms. */
const MAGNITUDE = String.raw`(\d{1,5}(\.\d{1,6})?|\.\d{1,6})`;
const UNIT = '(px|%|vw|vh|vmin|vmax)';
/** A position: any sign. */
const POSITION_PATTERN = new RegExp(`^-?${MAGNITUDE} ?${UNIT}$`);
/** A size that may be nothing: no sign. */
const NON_NEGATIVE_PATTERN = new RegExp(`^${MAGNITUDE} ?${UNIT}$`);
/** A size: some digit is not zero. */
const SIZE_PATTERN = new RegExp(`^(?=.*[1-9])${MAGNITUDE} ?${UNIT}$`);

const WHAT = `pixels or a string with a unit: "25%", "40px", "10vw", "10vh", "10vmin", "10vmax"`;

const positionError = expected(`a number of ${WHAT} (from -${LENGTH_MAX} to ${LENGTH_MAX})`);
const nonNegativeError = expected(`a number of ${WHAT} (from 0 to ${LENGTH_MAX})`);
const sizeError = expected(`a number of ${WHAT} (greater than 0, at most ${LENGTH_MAX})`);

/** Where something is: may be negative. */
export const positionSchema = z.union(
  [
    z.number().min(-LENGTH_MAX, { error: positionError }).max(LENGTH_MAX, { error: positionError }),
    z.string().regex(POSITION_PATTERN, { error: positionError }),
  ],
  { error: positionError },
);

/** How large something is: greater than 0. */
export const sizeSchema = z.union(
  [z.number().positive({ error: sizeError }).max(LENGTH_MAX, { error: sizeError }), z.string().regex(SIZE_PATTERN, { error: sizeError })],
  { error: sizeError },
);

/** A size that may be nothing at all: 0 or more. */
export const nonNegativeSizeSchema = z.union(
  [
    z.number().min(0, { error: nonNegativeError }).max(LENGTH_MAX, { error: nonNegativeError }),
    z.string().regex(NON_NEGATIVE_PATTERN, { error: nonNegativeError }),
  ],
  { error: nonNegativeError },
);

export type Length = z.infer<typeof positionSchema>;
