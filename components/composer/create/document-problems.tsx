/** Everything that is known to be wrong with the document, from wherever it is known, as one list: the text, the timeline, the media, the server. */
import type { TimelineProblem } from '#components/composer/player/resolved-timeline';
import type { MissingMedium } from '#components/composer/player/use-source-facts';
import type { RequestProblem, RequestWarning } from '#lib/api/contract';

export interface DocumentProblem {
  /** Where it leads: a path in the composition, or an element's id; null: to the text. */
  path: string | null;
  /** A sentence. */
  message: string;
  /** The video can be made all the same. */
  isWarning: boolean;
}

export interface ProblemSources {
  isDraft: boolean;
  resolving: readonly TimelineProblem[];
  missing: readonly MissingMedium[];
  refusals: readonly RequestProblem[];
  warnings: readonly RequestWarning[];
}

/** What stops the video first. */
export function listDocumentProblems({ isDraft, resolving, missing, refusals, warnings }: ProblemSources): DocumentProblem[] {
  const draft = { path: null, message: 'The text under JSON is no composition yet; the editor goes on with the last one that was.', isWarning: false };
  return [
    ...(isDraft ? [draft] : []),
    ...refusals.map(({ path, message }) => ({ path, message: `${path} ${message}`.trim(), isWarning: false })),
    ...resolving.map(({ elementId, message }) => ({ path: elementId ?? '', message, isWarning: false })),
    ...missing.map(({ kind, elementIds, reason }) => ({ path: elementIds[0] ?? '', message: `The ${kind} of ${elementIds.join(', ')} cannot be shown here: ${reason}.`, isWarning: true })),
    ...warnings.map(({ path, message }) => ({ path, message: `${path} ${message}.`, isWarning: true })),
  ];
}
