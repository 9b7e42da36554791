/** The examples that have been rendered, for the gallery: in their order, with what each can be found by. */
import type { GalleryItem } from '#components/gallery/gallery-item';
import { EXAMPLES } from '#lib/composition/examples/examples';
import { readGalleryManifest } from '#lib/gallery/gallery-manifest';

export async function listGalleryItems(): Promise<GalleryItem[]> {
  const manifest = await readGalleryManifest();
  return EXAMPLES.flatMap((example): GalleryItem[] => {
    const { id, title, description, category } = example;
    const entry = manifest[id];
    if (entry === undefined) return [];
    const { widthPx, heightPx, durationSeconds } = entry;
    const words = new Set([id, title, description, category, ...listWords(example.build(''))]);
    return [{ id, title, description, category, widthPx, heightPx, durationSeconds, words: [...words].join(' ').toLowerCase() }];
  });
}

/** Keys and texts of a value, however deep. */
function listWords(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(listWords);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => [key, ...listWords(entry)]);
}
