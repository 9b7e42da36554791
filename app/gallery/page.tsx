/**
 * The gallery: every example as a short video, by category, to be searched and opened beside its JSON.
 */
import type { Metadata } from 'next';
import { listGalleryItems } from '#app/gallery/list-gallery-items';
import { Gallery } from '#components/gallery/gallery';

export const metadata: Metadata = { title: 'Gallery', description: 'What a composition can show and sound like: short videos, each beside the JSON it was made of.' };

interface GalleryPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function GalleryPage({ searchParams }: GalleryPageProps) {
  const { category, q } = await searchParams;
  const items = await listGalleryItems();
  return (
    <main id="content" className="mx-auto w-full max-w-[1480px] flex-1 px-4 pt-7 pb-14 sm:px-6">
      <h1 className="text-2xl font-semibold">Gallery</h1>
      <p className="mt-1.5 max-w-prose text-[15px] text-ink-soft">{items.length} short videos, each beside the JSON it was made of. Take any of them as a start for your own.</p>
      <Gallery items={items} initial={{ category: toText(category), query: toText(q) }} />
    </main>
  );
}

/** The first, of a parameter that is there several times. */
function toText(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
