/** Colours: #rgb or #rrggbb. */
import { z } from 'zod';
import { expected } from '#lib/composition/schema/expected';

const error = expected('a colour as "#rgb" or "#rrggbb"');

export const colorSchema = z.string({ error }).regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, { error });
