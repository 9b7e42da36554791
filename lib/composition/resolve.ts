/**
 * The one resolver: a parsed composition and its media's facts in, a timeline of integers and exact times out, or every problem by name.
 * The only place that knows the order of things: media, then times, then layers and sounds; each default is in the file of its concept.
 */
import { findTimingProblems } from '#lib/composition/check-timing';
import { elementIdOf } from '#lib/composition/element-id';
import { frameToSeconds, toFrameRate } from '#lib/composition/frame-rate';
import type { MediaFactsBySource, Rational } from '#lib/composition/media-facts';
import { resolveElement } from '#lib/composition/resolve-element';
import type { ResolveProblem } from '#lib/composition/resolve-problem';
import { resolveTiming, type Timing } from '#lib/composition/resolve-timing';
import type { LayerSpan, ResolvedElement } from '#lib/composition/resolved-element';
import type { Composition } from '#lib/composition/schema/composition';
import type { Timeline } from '#lib/composition/timeline';
import { normalizeColor, type Size } from '#lib/composition/units';

export type ResolveResult = { ok: true; timeline: Timeline } | { ok: false; problems: ResolveProblem[] };

const FRAME_RATE_DEFAULT = 30;
const FILL_COLOR_DEFAULT = '#000000';

/** `facts` must have every source of `listSources(composition)`, by `mediaKey`; a missing one is a fault of the caller and throws. */
export function resolve(composition: Composition, facts: MediaFactsBySource): ResolveResult {
  const canvas = resolveCanvas(composition);
  const outcomes = composition.elements.map((element, elementIndex) =>
    resolveElement(element, { elementId: elementIdOf(element, elementIndex), elementIndex, canvas, facts }),
  );
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem]));
  if (problems.length > 0) return { ok: false, problems };
  const resolved = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.resolved] : []));

  const frameRate = resolveFrameRate(composition);
  const timing = resolveTiming(composition, frameRate, resolved.map(({ naturalLength }) => naturalLength));
  const timingProblems = findTimingProblems(composition, timing, frameRate);
  if (timingProblems.length > 0) return { ok: false, problems: timingProblems };

  const frameCount = timing.frameCount ?? 0;
  const placed = placeElements(composition, resolved, { timing, frameRate, frameCount });
  return {
    ok: true,
    timeline: {
      outputFormat: composition.output_format ?? 'mp4',
      ...canvas,
      frameRate,
      frameCount,
      durationSeconds: frameToSeconds(frameCount, frameRate),
      fillColor: normalizeColor(composition.fill_color ?? FILL_COLOR_DEFAULT),
      layers: placed.flatMap(({ element, span }) => element.toLayer(span) ?? []),
      sounds: placed.flatMap(({ element, span }) => element.toSound(span) ?? []),
    },
  };
}

/** The composition's frame rate as an exact fraction. */
export function resolveFrameRate(composition: Pick<Composition, 'frame_rate'>): Rational {
  return toFrameRate(composition.frame_rate ?? FRAME_RATE_DEFAULT);
}

/** H.264 with 4:2:0 has even sizes only, so an odd canvas grows by one; what is relative to the canvas is relative to the grown one. */
export function resolveCanvas({ width, height }: Pick<Composition, 'width' | 'height'>): Size {
  return { widthPx: width + (width % 2), heightPx: height + (height % 2) };
}

interface PlaceContext {
  timing: Timing;
  frameRate: Rational;
  frameCount: number;
}

/** Every element that is on at least a frame of the output, cut to it, bottom to top. */
function placeElements(
  composition: Composition,
  resolved: readonly ResolvedElement[],
  { timing, frameRate, frameCount }: PlaceContext,
): Array<{ element: ResolvedElement; span: LayerSpan }> {
  const placed = composition.elements.flatMap((element, index) => {
    const placement = timing.placements[index];
    const resolvedElement = resolved[index];
    if (!placement || resolvedElement === undefined || placement.startFrame >= frameCount) return [];
    const { track, startFrame } = placement;
    const endFrame = Math.min(placement.endFrame, frameCount);
    const startSeconds = frameToSeconds(startFrame, frameRate);
    const durationSeconds = frameToSeconds(endFrame, frameRate) - startSeconds;
    return [{ element: resolvedElement, span: { elementId: elementIdOf(element, index), track, startFrame, endFrame, startSeconds, durationSeconds } }];
  });
  return placed.toSorted((a, b) => a.span.track - b.span.track);
}
