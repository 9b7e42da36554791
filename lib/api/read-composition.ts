/**
 * Reads a request's body as a composition, or throws the 400 (413) that tells every problem at once.
 */
import { invalidRequest } from '#lib/api/error-response';
import { readJson } from '#lib/api/read-json';
import { parseComposition } from '#lib/composition/parse';
import type { Composition } from '#lib/composition/schema/composition';

export async function readComposition(request: Request): Promise<Composition> {
  const parsed = parseComposition(await readJson(request));
  if (!parsed.ok) throw invalidRequest(parsed.problems);
  return parsed.composition;
}
