/** Colours: #rgb or #rrggbb, and with an alpha at the end where something may shine through. */
import { z } from 'zod';
import { expected } from '#lib/composition/schema/expected';

const error = expected('a colour as "#rgb" or "#rrggbb"');

export const colorSchema = z.string({ error }).regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/, { error });

const alphaError = expected('a colour as "#rgb", "#rrggbb" or, with its alpha, "#rrggbbaa"');

export const alphaColorSchema = z.string({ error: alphaError }).regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/, { error: alphaError });
