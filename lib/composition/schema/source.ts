/** Where a medium comes from: a public http or https URL. What is behind it is checked by the worker. */
import { z } from 'zod';
import { SOURCE_LENGTH_MAX } from '#lib/composition/limits';
import { expected } from '#lib/composition/schema/expected';

const error = expected(`an http or https URL of at most ${SOURCE_LENGTH_MAX} characters, without user name and password`);

export const sourceSchema = z
  .string({ error })
  .max(SOURCE_LENGTH_MAX, { error })
  .regex(/^https?:\/\/\S+$/, { error })
  .refine(isUrlWithoutCredentials, { error });

function isUrlWithoutCredentials(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '';
}
