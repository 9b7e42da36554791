/**
 * The door for compositions: any JSON value in; the composition, unchanged, or every problem at once, each with its path, out.
 * Nothing is converted and no default is filled in: what was posted is what is stored, shown and resolved.
 */
import { findKnownTimingProblems, findOversizedBoxes, findOversizedGroups } from '#lib/composition/check';
import { findGroupProblems } from '#lib/composition/check-groups';
import { findLookProblems } from '#lib/composition/check-look';
import type { CompositionProblem } from '#lib/composition/composition-problem';
import { explainIssue } from '#lib/composition/explain-issue';
import { checkJsonShape } from '#lib/composition/json-shape';
import { listKnownScenes } from '#lib/composition/known-scenes';
import { findRepetitionProblems } from '#lib/composition/known-repetitions';
import { PROBLEMS_MAX } from '#lib/composition/limits';
import { compositionSchema, type Composition } from '#lib/composition/schema/composition';

export type ParseResult = { ok: true; composition: Composition } | { ok: false; problems: CompositionProblem[] };

export function parseComposition(value: unknown): ParseResult {
  const shapeProblems = checkJsonShape(value);
  // Nothing below needs to bear a value of any depth.
  if (shapeProblems.some(({ code }) => code === 'too_deep')) return refuse(shapeProblems);
  const parsed = compositionSchema.safeParse(value);
  const problems = [...shapeProblems, ...(parsed.error?.issues ?? []).flatMap((issue) => explainIssue(issue, value)), ...findGroupProblems(value)];
  if (parsed.success) problems.push(...findKnownProblems(parsed.data));
  if (problems.length > 0) return refuse(problems);
  // The schema neither converts nor fills in, so the value itself is the composition; zod's copy would only have its keys in another order.
  return { ok: true, composition: value as Composition };
}

/** What the schema cannot see, of the composition and each of its groups. */
function findKnownProblems(composition: Composition): CompositionProblem[] {
  const scenes = listKnownScenes(composition);
  const inScenes = scenes.flatMap((scene) => [...findKnownTimingProblems(scene), ...findOversizedBoxes(scene), ...findOversizedGroups(scene), ...findLookProblems(scene)]);
  return [...inScenes, ...findRepetitionProblems(composition)];
}

/** In the order of the body, the same thing said once, and no more of it than can be read. */
function refuse(problems: readonly CompositionProblem[]): ParseResult {
  const unique = [...new Map(problems.map((problem) => [`${problem.path}\n${problem.message}`, problem])).values()];
  const told = unique.slice(0, PROBLEMS_MAX);
  const untold = unique.length - told.length;
  if (untold > 0) told.push({ path: '', message: `has ${untold} more problems`, code: 'too_many_problems' });
  return { ok: false, problems: told };
}
