/**
 * Reads a request's body as a composition that this installation may render, or throws the 400 (413) that tells every problem at once.
 */
import { invalidRequest } from '#lib/api/error-response';
import { readJsonText } from '#lib/api/read-json';
import { findCostProblem } from '#lib/composition/known-cost';
import { parseComposition } from '#lib/composition/parse';
import type { Composition } from '#lib/composition/schema/composition';
import { getConfig } from '#lib/config';

export interface PostedComposition {
  composition: Composition;
  /** The body itself, which whoever opens the composition again gets back. */
  text: string;
}

export async function readComposition(request: Request): Promise<Composition> {
  return (await readPostedComposition(request)).composition;
}

export async function readPostedComposition(request: Request): Promise<PostedComposition> {
  const { text, value } = await readJsonText(request);
  const parsed = parseComposition(value);
  if (!parsed.ok) throw invalidRequest(parsed.problems);
  const costProblem = findCostProblem(parsed.composition, getConfig().jobs.processingTimeoutSeconds);
  if (costProblem !== null) throw invalidRequest([costProblem]);
  return { composition: parsed.composition, text };
}
