/** Bounded numbers whose one message names both bounds and the unit; whatever is wrong with the value, the message is the same. */
import { z } from 'zod';
import { expected } from '#lib/composition/schema/expected';

/** Any number from `min` to `max`, both included. */
export function numberBetween(min: number, max: number, unit = '') {
  const error = expected(`a number from ${min} to ${max}${withUnit(unit)}`);
  return z.number({ error }).min(min, { error }).max(max, { error });
}

/** A whole number from `min` to `max`, both included. */
export function wholeNumberBetween(min: number, max: number, unit = '') {
  const error = expected(`a whole number from ${min} to ${max}${withUnit(unit)}`);
  return z.int({ error }).min(min, { error }).max(max, { error });
}

/** A number above 0 and up to `max`. */
export function positiveNumberUpTo(max: number, unit = '') {
  const error = expected(`a number greater than 0 and at most ${max}${withUnit(unit)}`);
  return z.number({ error }).positive({ error }).max(max, { error });
}

const withUnit = (unit: string): string => (unit === '' ? '' : ` (${unit})`);
