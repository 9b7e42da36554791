/**
 * What the gallery is searched for, kept in the page's address, so that the way back from an example finds it again.
 */
'use client';

import { useMemo, useState } from 'react';
import type { GalleryItem } from '#components/gallery/gallery-item';

export interface GallerySearch {
  /** '' for all. */
  category: string;
  query: string;
}

export function useGallerySearch(items: readonly GalleryItem[], initial: GallerySearch): { search: GallerySearch; change: (search: GallerySearch) => void; found: GalleryItem[] } {
  const [search, setSearch] = useState(initial);
  const change = (next: GallerySearch): void => {
    setSearch(next);
    const text = new URLSearchParams(Object.entries({ category: next.category, q: next.query.trim() }).filter(([, value]) => value !== '')).toString();
    // Each letter would otherwise be a step of its own on the way back.
    window.history.replaceState(null, '', text === '' ? '/gallery' : `/gallery?${text}`);
  };
  const found = useMemo(() => findItems(items, search), [items, search]);
  return { search, change, found };
}

/** Those of the category in which every word is found. */
export function findItems(items: readonly GalleryItem[], { category, query }: GallerySearch): GalleryItem[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return items.filter((item) => (category === '' || item.category === category) && words.every((word) => item.words.includes(word)));
}
