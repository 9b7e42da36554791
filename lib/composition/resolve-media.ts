/** The facts of an element's medium, and the problems every element with a medium can have. */
import type { AudioFacts, ImageFacts, MediaFacts, VideoFacts } from '#lib/composition/media-facts';
import type { ResolveContext } from '#lib/composition/resolved-element';
import { BOX_SIDE_PX_MAX } from '#lib/composition/limits';
import { toSecondsText, type ResolveProblem } from '#lib/composition/resolve-problem';
import { mediaKey, type MediaKind } from '#lib/composition/sources';
import type { Box } from '#lib/composition/timeline';

interface FactsByKind {
  image: ImageFacts;
  video: VideoFacts;
  audio: AudioFacts;
}

type MediaOutcome<Kind extends MediaKind> = { ok: true; facts: FactsByKind[Kind] } | { ok: false; problem: ResolveProblem };

/** Throws when there are no facts at all: the caller must bring them for every source that `listSources` names. */
export function findMedia<Kind extends MediaKind>(kind: Kind, source: string, context: ResolveContext): MediaOutcome<Kind> {
  const facts = context.facts.get(mediaKey(kind, source));
  if (facts === undefined) throw new Error(`No facts for the ${kind} of element ${context.elementId}`);
  if (isOfKind(facts, kind)) return { ok: true, facts };
  return {
    ok: false,
    problem: {
      code: 'SOURCE_WRONG_KIND',
      elementId: context.elementId,
      elementIndex: context.elementIndex,
      message: `Element "${context.elementId}" is of type "${kind}", but its source is of kind "${facts.kind}"`,
      details: { expected_kind: kind, source_kind: facts.kind },
    },
  };
}

function isOfKind<Kind extends MediaKind>(facts: MediaFacts, kind: Kind): facts is FactsByKind[Kind] {
  return facts.kind === kind;
}

export function trimProblem(trimStartSeconds: number, sourceSeconds: number, { elementId, elementIndex }: ResolveContext): ResolveProblem {
  return {
    code: 'TRIM_OUT_OF_RANGE',
    elementId,
    elementIndex,
    message: `Element "${elementId}" has trim_start ${toSecondsText(trimStartSeconds)}, but its source lasts ${toSecondsText(sourceSeconds)}`,
    details: { trim_start: trimStartSeconds, source_seconds: sourceSeconds },
  };
}

export function tooLargeProblem(box: Box, { elementId, elementIndex }: ResolveContext): ResolveProblem {
  return {
    code: 'OUTPUT_TOO_COMPLEX',
    elementId,
    elementIndex,
    message: `Element "${elementId}" would be drawn ${box.widthPx} x ${box.heightPx} pixels large; at most ${BOX_SIDE_PX_MAX} on a side are allowed`,
    details: { width: box.widthPx, height: box.heightPx, side_max: BOX_SIDE_PX_MAX },
  };
}
