/** The resolver for a document that is being edited: what has not changed since the last time is not resolved again. Comes by itself, after the page. */
import { createElementMemory } from '#lib/composition/element-memory';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { resolve } from '#lib/composition/resolve';
import type { Composition } from '#lib/composition/schema/composition';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { Timeline } from '#lib/composition/timeline';
import { withoutMedia } from '#lib/editor/without-media';

/** A timeline without elements has no length of its own. */
const EMPTY_SECONDS = 1;

const resolveElement = createElementMemory();

/** `pending` are the keys of media that are left out, as they are still being read. */
export interface DocumentMedia {
  facts: MediaFactsBySource;
  pending: ReadonlySet<string>;
}

/** Sentences about what is wrong or will not look as asked; null and why where there can be no timeline. */
export type TimelineOutcome = { timeline: Timeline; warnings: string[] } | { timeline: null; problems: Array<{ elementId: string | null; message: string }> };

export function toTimeline(composition: Composition, { facts, pending }: DocumentMedia, fonts: TextFonts | null): TimelineOutcome {
  const isEmpty = composition.elements.length === 0;
  const result = resolve(isEmpty ? { ...composition, duration: composition.duration ?? EMPTY_SECONDS } : composition, facts, fonts, resolveElement);
  if (!result.ok) return { timeline: null, problems: result.problems.map(({ elementId, message }) => ({ elementId, message: `${message}.` })) };
  return { timeline: withoutMedia(result.timeline, pending), warnings: result.warnings.map(({ path, message }) => `${path} ${message}.`) };
}
