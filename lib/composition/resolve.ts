/**
 * The one resolver: a parsed composition and its media's facts in, a timeline of integers and exact times out, or every problem by name.
 * The only place that knows the order of things: media, then times, then layers and sounds; each default is in the file of its concept.
 */
import { findTimingProblems } from '#lib/composition/check-timing';
import { crossSounds } from '#lib/composition/cross-sounds';
import { elementIdOf } from '#lib/composition/element-id';
import { findJoints } from '#lib/composition/find-joints';
import { frameToSeconds, toFrameRate } from '#lib/composition/frame-rate';
import type { IsOpaquePicture } from '#lib/composition/hides';
import { findKnownWarnings, type CompositionWarning } from '#lib/composition/known-warnings';
import type { MediaFactsBySource, Rational } from '#lib/composition/media-facts';
import { resolveElement } from '#lib/composition/resolve-element';
import type { ResolveProblem } from '#lib/composition/resolve-problem';
import { joinLayers } from '#lib/composition/resolve-transitions';
import { resolveTiming, type Timing } from '#lib/composition/resolve-timing';
import type { LayerSpan, ResolvedElement } from '#lib/composition/resolved-element';
import type { Composition } from '#lib/composition/schema/composition';
import { mediaKey } from '#lib/composition/sources';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import { findTrackBelow } from '#lib/composition/tracks';
import type { Timeline } from '#lib/composition/timeline';
import { normalizeColor, type Size } from '#lib/composition/units';

export type ResolveResult = { ok: true; timeline: Timeline; warnings: CompositionWarning[] } | { ok: false; problems: ResolveProblem[] };

const FRAME_RATE_DEFAULT = 30;
const FILL_COLOR_DEFAULT = '#000000';

/**
 * `facts` must have every source of `listSources(composition)`, by `mediaKey`, and `fonts` what its texts need; a missing one is a fault of the caller and throws.
 */
export function resolve(composition: Composition, facts: MediaFactsBySource, fonts: TextFonts | null = null): ResolveResult {
  const canvas = resolveCanvas(composition);
  const frameRate = resolveFrameRate(composition);
  const outcomes = composition.elements.map((element, elementIndex) =>
    resolveElement(element, { elementId: elementIdOf(element, elementIndex), elementIndex, trackBelow: findTrackBelow(composition.elements, elementIndex), canvas, frameRate, facts, fonts }),
  );
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.problem]));
  if (problems.length > 0) return { ok: false, problems };
  const resolved = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.resolved] : []));

  const timing = resolveTiming(composition, frameRate, resolved.map(({ naturalLength }) => naturalLength));
  const timingProblems = findTimingProblems(composition, timing, frameRate);
  if (timingProblems.length > 0) return { ok: false, problems: timingProblems };

  const { joints } = findJoints(composition, timing, frameRate);
  const frameCount = timing.frameCount ?? 0;
  const placed = placeElements(composition, resolved, { timing, frameRate, frameCount });
  return {
    ok: true,
    warnings: fonts === null ? [] : findKnownWarnings(composition, fonts.families),
    timeline: {
      outputFormat: composition.output_format ?? 'mp4',
      ...canvas,
      frameRate,
      frameCount,
      durationSeconds: frameToSeconds(frameCount, frameRate),
      fillColor: normalizeColor(composition.fill_color ?? FILL_COLOR_DEFAULT),
      layers: joinLayers(placed.flatMap(({ element, span }) => element.toLayer(span) ?? []), joints, { composition, canvas, isOpaquePicture: opaquePicturesOf(facts) }),
      sounds: crossSounds(placed.flatMap(({ element, span }) => element.toSound(span) ?? []), joints, composition, { frameRate }),
    },
  };
}

function opaquePicturesOf(facts: MediaFactsBySource): IsOpaquePicture {
  return (layer) => {
    if (layer.type !== 'image' && layer.type !== 'video') return false;
    const media = facts.get(mediaKey(layer.type, layer.source));
    return media !== undefined && 'hasAlpha' in media && !media.hasAlpha;
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
    const exactEndSeconds = Math.min(placement.endSeconds, frameToSeconds(frameCount, frameRate));
    const exact = { startSeconds: placement.startSeconds, durationSeconds: exactEndSeconds - placement.startSeconds };
    return [{ element: resolvedElement, span: { elementId: elementIdOf(element, index), track, startFrame, endFrame, startSeconds, durationSeconds, exact } }];
  });
  return placed.toSorted((a, b) => a.span.track - b.span.track);
}
