/**
 * What the document comes to, for every part of the composer: the composition in, the resolver's timeline out, with what is wrong with it and which
 * media are missing. While something new is being read the timeline before it stays, so that nothing on the page jumps.
 */
'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import type { toTimeline } from '#components/composer/player/to-timeline';
import { useFonts } from '#components/composer/player/use-fonts';
import { useFrameComposition } from '#components/composer/player/use-frame-composition';
import { useSourceFacts, type MissingMedium } from '#components/composer/player/use-source-facts';
import { afterTracks } from '#components/composer/shell/after-tracks';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import type { Composition } from '#lib/composition/schema/composition';
import type { Timeline } from '#lib/composition/timeline';

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
  /** What `timeline` was made of. */
  composition: Composition | null;
  /** By `mediaKey`; of media that cannot be read they are made up. */
  facts: MediaFactsBySource;
  /** What stops the preview; none when it is ready. */
  problems: readonly TimelineProblem[];
  /** Media whose facts cannot be read; what the player finds out later is in its own `failures`. */
  failures: readonly MissingMedium[];
  /** The resolver's warnings. */
  warnings: readonly string[];
}

const NOTHING: ResolvedTimeline = { state: 'loading', timeline: null, composition: null, facts: new Map(), problems: [], failures: [], warnings: [] };

export const ResolvedTimelineContext = createContext<ResolvedTimeline>(NOTHING);

export function useResolvedTimeline(): ResolvedTimeline {
  return useContext(ResolvedTimelineContext);
}

/** For the provider alone: everybody else reads the context. */
export function useResolvedDocument(): ResolvedTimeline {
  const composition = useFrameComposition();
  const sources = useSourceFacts(composition);
  const fonts = useFonts(composition);
  const resolver = useResolver();
  const current = useMemo((): ResolvedTimeline | null => {
    if (resolver.state === 'loading' || sources.isWaiting || fonts.state === 'loading') return null;
    const { facts, pending, failures } = sources;
    const refuse = (message: string): ResolvedTimeline => ({ ...NOTHING, state: 'refused', failures, problems: [{ elementId: null, message }] });
    if (resolver.state === 'failed') return refuse('The preview could not be loaded: is the connection lost?');
    if (fonts.state === 'failed') return refuse(`The fonts could not be loaded: ${fonts.reason}.`);
    const outcome = resolver.toTimeline(composition, sources, fonts.fonts);
    if (outcome.timeline === null) return { ...NOTHING, state: 'refused', facts, failures, problems: outcome.problems };
    return { state: pending.size > 0 ? 'loading' : 'ready', timeline: outcome.timeline, composition, facts, problems: [], failures, warnings: outcome.warnings };
  }, [resolver, composition, sources, fonts]);
  const last = useRef(NOTHING);
  const shown = useMemo(() => keepTimeline(current, last.current), [current]);
  useEffect(() => void (last.current = shown), [shown]);
  return shown;
}

type Resolver = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; toTimeline: typeof toTimeline };

const loadResolver = afterTracks(() => import('#components/composer/player/to-timeline'));

/** Its code comes after the page; what has failed to come is fetched again when the connection is back. */
function useResolver(): Resolver {
  const { data, isError } = useQuery({ queryKey: ['composer-resolver'], queryFn: loadResolver, staleTime: Infinity, gcTime: Infinity });
  return useMemo((): Resolver => {
    if (data !== undefined) return { state: 'ready', toTimeline: data.toTimeline };
    return isError ? { state: 'failed' } : { state: 'loading' };
  }, [data, isError]);
}

/** What has no timeline of its own is shown with the last one there was. */
function keepTimeline(current: ResolvedTimeline | null, last: ResolvedTimeline): ResolvedTimeline {
  if (current === null) return last.state === 'loading' ? last : { ...last, state: 'loading' };
  return current.timeline === null ? { ...current, timeline: last.timeline, composition: last.composition, facts: last.facts } : current;
}
