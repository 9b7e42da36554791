/**
 * What the document comes to, for every part of the composer: the composition in, the resolver's timeline out, with what is wrong with it and which
 * media are missing. While something new is being read the timeline before it stays, so that nothing on the page jumps.
 */
'use client';

import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import { useFonts } from '#components/composer/player/use-fonts';
import { useFrameComposition } from '#components/composer/player/use-frame-composition';
import { useSourceFacts, type MissingMedium, type SourceFacts } from '#components/composer/player/use-source-facts';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { resolve } from '#lib/composition/resolve';
import type { Composition } from '#lib/composition/schema/composition';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { Timeline } from '#lib/composition/timeline';
import { withoutMedia } from '#lib/editor/without-media';

/** Why there is no timeline, or what of it does not look or sound as asked: a sentence. */
export interface TimelineProblem {
  elementId: string | null;
  message: string;
}

export interface ResolvedTimeline {
  /** `loading`: something is still being read; `refused`: the document cannot be shown as it is. `timeline` may be that of a moment ago then. */
  state: 'loading' | 'ready' | 'refused';
  /** Null until the first one is there. Of a document without elements: a second of its fill colour. */
  timeline: Timeline | null;
  /** By `mediaKey`; of media that cannot be read they are made up. */
  facts: MediaFactsBySource;
  /** What stops the preview; none when it is ready. */
  problems: readonly TimelineProblem[];
  /** Media whose facts cannot be read; what the player finds out later is in its own `failures`. */
  failures: readonly MissingMedium[];
  /** The resolver's warnings. */
  warnings: readonly string[];
}

/** A timeline without elements has no length of its own. */
const EMPTY_SECONDS = 1;

const NOTHING: ResolvedTimeline = { state: 'loading', timeline: null, facts: new Map(), problems: [], failures: [], warnings: [] };

export const ResolvedTimelineContext = createContext<ResolvedTimeline>(NOTHING);

export function useResolvedTimeline(): ResolvedTimeline {
  return useContext(ResolvedTimelineContext);
}

/** For the provider alone: everybody else reads the context. */
export function useResolvedDocument(): ResolvedTimeline {
  const composition = useFrameComposition();
  const sources = useSourceFacts(composition);
  const fonts = useFonts(composition);
  const current = useMemo((): ResolvedTimeline | null => {
    if (sources.isWaiting || fonts.state === 'loading') return null;
    const { failures } = sources;
    if (fonts.state === 'failed') return { ...NOTHING, state: 'refused', failures, problems: [{ elementId: null, message: `The fonts could not be loaded: ${fonts.reason}.` }] };
    return toTimeline(composition, sources, fonts.fonts);
  }, [composition, sources, fonts]);
  const last = useRef(NOTHING);
  const shown = useMemo(() => keepTimeline(current, last.current), [current]);
  useEffect(() => void (last.current = shown), [shown]);
  return shown;
}

function toTimeline(composition: Composition, { facts, pending, failures }: SourceFacts, fonts: TextFonts | null): ResolvedTimeline {
  const isEmpty = composition.elements.length === 0;
  const result = resolve(isEmpty ? { ...composition, duration: composition.duration ?? EMPTY_SECONDS } : composition, facts, fonts);
  if (!result.ok) return { ...NOTHING, state: 'refused', facts, failures, problems: result.problems.map(({ elementId, message }) => ({ elementId, message: `${message}.` })) };
  const warnings = result.warnings.map(({ path, message }) => `${path} ${message}.`);
  return { state: pending.size > 0 ? 'loading' : 'ready', timeline: withoutMedia(result.timeline, pending), facts, problems: [], failures, warnings };
}

/** What has no timeline of its own is shown with the last one there was. */
function keepTimeline(current: ResolvedTimeline | null, last: ResolvedTimeline): ResolvedTimeline {
  if (current === null) return last.state === 'loading' ? last : { ...last, state: 'loading' };
  return current.timeline === null ? { ...current, timeline: last.timeline, facts: last.facts } : current;
}
