/** The composition as JSON Schema (draft 2020-12), made from the zod schema: for documentation, editors and other languages. */
import { z } from 'zod';
import { compositionSchema } from '#lib/composition/schema/composition';

/** What JSON Schema cannot say (overlaps, unique ids, credentials in URLs) is checked by `parseComposition` alone. */
export function compositionJsonSchema() {
  return z.toJSONSchema(compositionSchema);
}
