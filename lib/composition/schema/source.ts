/** Where a medium comes from: a public http or https URL, or an upload. What is behind it is checked by the worker. */
import { z } from 'zod';
import { SOURCE_LENGTH_MAX } from '#lib/composition/limits';
import { expected } from '#lib/composition/schema/expected';
import { isUpload } from '#lib/composition/upload-source';

const error = expected(`an http or https URL of at most ${SOURCE_LENGTH_MAX} characters, without user name and password, or the source of an upload ("upload:...")`);

export const sourceSchema = z
  .string({ error })
  .max(SOURCE_LENGTH_MAX, { error })
  .regex(/^(https?:\/\/|upload:)\S+$/, { error, abort: true })
  .refine((source) => isUpload(source) || isUrlWithoutCredentials(source), { error });

function isUrlWithoutCredentials(text: string): boolean {
  if (!text.startsWith('http') || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === '' && url.password === '';
}
