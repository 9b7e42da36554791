/**
 * A list of elements that share a canvas and a clock becomes layers and sounds: all of a composition, or all of a group. First every element by
 * itself, then their times, which may be asked for at several lengths, then what is seen and heard.
 */
import { idAt, pathAt, type Arrangement } from '#lib/composition/arrangement';
import { findTimingProblems } from '#lib/composition/check-timing';
import { crossSounds } from '#lib/composition/cross-sounds';
import { findJoints } from '#lib/composition/find-joints';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { IsOpaquePicture } from '#lib/composition/hides';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import type { ResolveProblem } from '#lib/composition/resolve-problem';
import { resolveTiming, type Timing } from '#lib/composition/resolve-timing';
import { joinLayers } from '#lib/composition/resolve-transitions';
import type { LayerSpan, ResolveContext, ResolvedElement, ResolveElement } from '#lib/composition/resolved-element';
import { mediaKey } from '#lib/composition/sources';
import type { Layer, Sound } from '#lib/composition/timeline';
import { findTrackBelow } from '#lib/composition/tracks';

/** What all elements of the list are resolved against. */
export type SceneContext = Pick<ResolveContext, 'canvas' | 'frameRate' | 'facts' | 'fonts'>;

export interface ResolvedArrangement {
  /** As long as it is by itself. */
  timing: Timing;
  /** `durationSeconds` takes the place of the list's own duration; absent: as long as it is by itself. */
  arrange: (durationSeconds?: number) => ArrangedScene;
}

/** Frames and seconds count from the scene's start. */
export interface ArrangedScene {
  frameCount: number;
  findProblems: () => ResolveProblem[];
  /** Of each element, by its place in the list, how many layers and sounds it comes to at most, groups within groups and repetitions counted. */
  countParts: () => number[];
  /** Bottom to top. */
  toLayers: () => Layer[];
  toSounds: () => Sound[];
}

export type ArrangementOutcome = { ok: true; resolved: ResolvedArrangement } | { ok: false; problems: ResolveProblem[] };

export function resolveArrangement(arrangement: Arrangement, scene: SceneContext, resolveElement: ResolveElement): ArrangementOutcome {
  const outcomes = arrangement.elements.map((element, elementIndex) =>
    resolveElement(element, {
      ...scene,
      elementId: idAt(arrangement, elementIndex),
      elementIndex,
      elementPath: pathAt(arrangement, elementIndex),
      trackBelow: findTrackBelow(arrangement.elements, elementIndex),
    }),
  );
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problem));
  if (problems.length > 0) return { ok: false, problems };
  const resolved = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.resolved] : []));
  const timingAt = (duration: number | undefined): Timing => resolveTiming({ ...arrangement, duration }, scene.frameRate, resolved.map(({ naturalLength }) => naturalLength));
  const timing = timingAt(arrangement.duration);
  return {
    ok: true,
    resolved: {
      timing,
      arrange: (durationSeconds) => {
        const isAsLongAsItIs = durationSeconds === undefined;
        const arranged = isAsLongAsItIs ? arrangement : { ...arrangement, duration: durationSeconds };
        return arrangeScene(arranged, resolved, { ...scene, timing: isAsLongAsItIs ? timing : timingAt(durationSeconds) });
      },
    },
  };
}

interface ArrangeContext extends SceneContext {
  timing: Timing;
}

function arrangeScene(arrangement: Arrangement, resolved: readonly ResolvedElement[], context: ArrangeContext): ArrangedScene {
  const { timing, frameRate, canvas, facts } = context;
  const frameCount = timing.frameCount ?? 0;
  const placed = placeElements(arrangement, resolved, { ...context, frameCount });
  const { joints } = findJoints(arrangement, timing, frameRate);
  return {
    frameCount,
    findProblems: () => [...findTimingProblems(arrangement, timing, frameRate), ...placed.flatMap(({ element, span }) => element.findProblems?.(span) ?? [])],
    countParts: () => arrangement.elements.map((_element, place) => placed.find(({ index }) => index === place)).map((found) => (found === undefined ? 0 : (found.element.countParts?.(found.span) ?? 1))),
    toLayers: () => joinLayers(placed.flatMap(({ element, span }) => element.toLayer(span) ?? []), joints, { arrangement, canvas, isOpaquePicture: opaquePicturesOf(facts) }),
    toSounds: () => placed.flatMap(({ element, span, index }) => crossSounds(listSounds(element, span), index, joints, { frameRate })),
  };
}

const listSounds = (element: ResolvedElement, span: LayerSpan): Sound[] => [element.toSound(span) ?? []].flat();

function opaquePicturesOf(facts: MediaFactsBySource): IsOpaquePicture {
  return (layer) => {
    if (layer.type !== 'image' && layer.type !== 'video') return false;
    const media = facts.get(mediaKey(layer.type, layer.source));
    return media !== undefined && 'hasAlpha' in media && !media.hasAlpha;
  };
}

interface PlacedElement {
  element: ResolvedElement;
  /** Place in the list. */
  index: number;
  span: LayerSpan;
}

/** Every element that is on at least a frame of the scene, cut to it, bottom to top. */
function placeElements(arrangement: Arrangement, resolved: readonly ResolvedElement[], { timing, frameRate, frameCount }: ArrangeContext & { frameCount: number }): PlacedElement[] {
  const placed = resolved.flatMap((element, index): PlacedElement[] => {
    const placement = timing.placements[index];
    if (!placement || placement.startFrame >= frameCount) return [];
    const { track, startFrame } = placement;
    const endFrame = Math.min(placement.endFrame, frameCount);
    const startSeconds = frameToSeconds(startFrame, frameRate);
    const durationSeconds = frameToSeconds(endFrame, frameRate) - startSeconds;
    const exactEndSeconds = Math.min(placement.endSeconds, frameToSeconds(frameCount, frameRate));
    const exact = { startSeconds: placement.startSeconds, durationSeconds: exactEndSeconds - placement.startSeconds };
    return [{ element, index, span: { elementId: idAt(arrangement, index), track, startFrame, endFrame, startSeconds, durationSeconds, exact } }];
  });
  return placed.toSorted((a, b) => a.span.track - b.span.track);
}
