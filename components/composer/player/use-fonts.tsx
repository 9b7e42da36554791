/** The fonts of a composition's texts in the browser: fetched when a text needs one that is not there yet, not when a text only moves. */
'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { afterTracks } from '#components/composer/shell/after-tracks';
import type { Composition } from '#lib/composition/schema/composition';
import { listTexts } from '#lib/composition/text/list-texts';
import type { TextFonts } from '#lib/composition/text/text-fonts';

export type FontsReading = { state: 'ready'; fonts: TextFonts | null } | { state: 'loading' } | { state: 'failed'; reason: string };

const loadReader = afterTracks(() => import('#lib/preview/load-fonts'));

/** Readings of words that are not there any more: every key typed makes one. */
const KEPT_MS = 10_000;

/** `fonts` is null of a composition without texts. */
export function useFonts(composition: Composition): FontsReading {
  const key = useMemo(() => fontsKeyOf(composition), [composition]);
  const { data, error } = useQuery({
    queryKey: ['composer-fonts', key],
    queryFn: async () => (await loadReader()).loadFonts(composition),
    enabled: key !== null,
    staleTime: Infinity,
    gcTime: KEPT_MS,
    retry: false,
  });
  return useMemo((): FontsReading => {
    if (key === null) return { state: 'ready', fonts: null };
    if (data !== undefined) return { state: 'ready', fonts: data };
    return error === null ? { state: 'loading' } : { state: 'failed', reason: error.message };
  }, [key, data, error]);
}

/** What decides which fonts are needed; null: none. */
function fontsKeyOf(composition: Composition): string | null {
  const texts = listTexts(composition).map(({ element }) => {
    const { text, spans, font_family: family, font_weight: weight, font_style: style, text_transform: letterCase } = element;
    return { text, spans, family, weight, style, letterCase };
  });
  return texts.length === 0 ? null : JSON.stringify([texts, composition.fonts ?? []]);
}
