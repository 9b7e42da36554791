/** A font of the list under a name of its own in the page, fetched when it is shown; the page's own fonts stay what they are. */
'use client';

import { useEffect } from 'react';

export interface ListedFont {
  family: string;
  url: string;
  /** Of the composition. */
  isOwn: boolean;
}

/** By URL: each is fetched once. What cannot be shown stands in the page's font. */
const asked = new Set<string>();

export function useFontFace(font: ListedFont): void {
  useEffect(() => {
    if (asked.has(font.url)) return;
    asked.add(font.url);
    const face = new FontFace(aliasOf(font), `url("${font.url}")`, { weight: '100 900' });
    void face.load().then((loaded) => document.fonts.add(loaded), () => asked.delete(font.url));
  }, [font]);
}

export const fontStackOf = (font: ListedFont): string => `"${aliasOf(font)}", var(--font-inter), sans-serif`;

const aliasOf = ({ family, isOwn }: ListedFont): string => `${isOwn ? 'own' : 'bundled'} ${family.replaceAll(/["\\]/g, '')}`;
