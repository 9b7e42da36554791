/** What a client is told of a composition that is accepted but will not look quite as asked. */
import type { RequestWarning } from '#lib/api/contract';
import { findKnownWarnings } from '#lib/composition/known-warnings';
import type { Composition } from '#lib/composition/schema/composition';
import { getFontFamilies } from '#lib/fonts/get-font-families';

export async function findWarnings(composition: Composition): Promise<RequestWarning[]> {
  return findKnownWarnings(composition, await getFontFamilies());
}
