/**
 * What the gallery shows of an example, and where its files are.
 */
import type { ExampleCategory } from '#lib/composition/examples/example';

export interface GalleryItem {
  id: string;
  title: string;
  description: string;
  category: ExampleCategory;
  widthPx: number;
  heightPx: number;
  durationSeconds: number;
  /** What it can be found by, in lower case: its names, and every property and value of its composition. */
  words: string;
}

export const galleryVideoPath = (id: string): string => `/gallery/${id}.mp4`;
export const galleryPosterPath = (id: string): string => `/gallery/${id}.jpg`;

export function formatMeasures({ widthPx, heightPx, durationSeconds }: Pick<GalleryItem, 'widthPx' | 'heightPx' | 'durationSeconds'>): string {
  return `${widthPx} × ${heightPx} · ${Number(durationSeconds.toFixed(1))} s`;
}
