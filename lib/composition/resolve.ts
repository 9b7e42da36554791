/**
 * The one resolver: a parsed composition and its media's facts in, a timeline of integers and exact times out, or every problem by name.
 * The order of things within it is that of `resolveArrangement`; each default is in the file of its concept.
 */
import { resolveCanvas, resolveFrameRate } from '#lib/composition/canvas-and-rate';
import { frameToSeconds } from '#lib/composition/frame-rate';
import { findKnownWarnings, type CompositionWarning } from '#lib/composition/known-warnings';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { resolveArrangement } from '#lib/composition/resolve-arrangement';
import { resolveElement } from '#lib/composition/resolve-element';
import type { ResolveProblem } from '#lib/composition/resolve-problem';
import type { ResolveElement } from '#lib/composition/resolved-element';
import type { Composition } from '#lib/composition/schema/composition';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { Timeline } from '#lib/composition/timeline';
import { findTooManyParts } from '#lib/composition/too-many-parts';
import { normalizeColor } from '#lib/composition/units';

export type ResolveResult = { ok: true; timeline: Timeline; warnings: CompositionWarning[] } | { ok: false; problems: ResolveProblem[] };

const FILL_COLOR_DEFAULT = '#000000';

/**
 * `facts` must have every source of `listSources(composition)`, by `mediaKey`, and `fonts` what its texts need; a missing one is a fault of the caller and throws.
 * Who resolves a document again and again brings a `createElementMemory()`.
 */
export function resolve(composition: Composition, facts: MediaFactsBySource, fonts: TextFonts | null = null, resolveEach: ResolveElement = resolveElement): ResolveResult {
  const canvas = resolveCanvas(composition);
  const frameRate = resolveFrameRate(composition);
  const outcome = resolveArrangement(composition, { canvas, frameRate, facts, fonts }, resolveEach);
  if (!outcome.ok) return outcome;
  const scene = outcome.resolved.arrange();
  const problems = [...scene.findProblems(), ...findTooManyParts(composition, scene.countParts())];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    warnings: fonts === null ? [] : findKnownWarnings(composition, fonts.families),
    timeline: {
      outputFormat: composition.output_format ?? 'mp4',
      ...canvas,
      frameRate,
      frameCount: scene.frameCount,
      durationSeconds: frameToSeconds(scene.frameCount, frameRate),
      fillColor: normalizeColor(composition.fill_color ?? FILL_COLOR_DEFAULT),
      layers: scene.toLayers(),
      sounds: scene.toSounds(),
    },
  };
}
