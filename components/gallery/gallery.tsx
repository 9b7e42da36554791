/**
 * The gallery's list: a bar to search and to choose a category, which stays in view, and the examples as cards under their categories.
 */
'use client';

import { Search } from 'lucide-react';
import { useRef } from 'react';
import { CategoryFilter } from '#components/gallery/category-filter';
import { GalleryCard } from '#components/gallery/gallery-card';
import type { GalleryItem } from '#components/gallery/gallery-item';
import { useGallerySearch, type GallerySearch } from '#components/gallery/use-gallery-search';
import { Button } from '#components/ui/button';
import { EXAMPLE_CATEGORIES } from '#lib/composition/examples/example';

export function Gallery({ items, initial }: { items: readonly GalleryItem[]; initial: GallerySearch }) {
  const { search, change, found } = useGallerySearch(items, initial);
  const results = useRef<HTMLDivElement>(null);

  const changeAndShow = (next: GallerySearch) => {
    change(next);
    // What was found is shown from its beginning, also to whoever had scrolled down.
    if ((results.current?.getBoundingClientRect().top ?? 0) < 0) results.current?.scrollIntoView();
  };

  return (
    <>
      <div className="sticky top-0 z-20 -mx-4 mt-5 border-b border-line bg-paper px-4 py-3 sm:-mx-6 sm:px-6">
        <div className="flex flex-col gap-2.5 lg:flex-row lg:items-center lg:gap-4">
          <label className="relative lg:w-56 lg:shrink-0">
            <span className="sr-only">Search the gallery</span>
            <Search className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint" aria-hidden="true" />
            <input
              type="search"
              value={search.query}
              maxLength={100}
              placeholder="Title, property or value"
              onChange={(event) => changeAndShow({ ...search, query: event.currentTarget.value })}
              className="h-9 w-full rounded-lg border border-line-strong bg-surface pr-3 pl-9 text-sm placeholder:text-ink-faint"
            />
          </label>
          <CategoryFilter value={search.category} onChange={(category) => changeAndShow({ ...search, category })} />
        </div>
      </div>
      <p className="sr-only" role="status">
        {found.length} of {items.length} examples
      </p>

      <div ref={results} className="scroll-mt-28 lg:scroll-mt-16">
        {found.length === 0 && (
          <div className="mt-16 text-center">
            <p className="text-[15px] text-ink-soft">No example has all of these words.</p>
            <Button className="mt-4" onClick={() => changeAndShow({ category: '', query: '' })}>
              Show all examples
            </Button>
          </div>
        )}
        {EXAMPLE_CATEGORIES.map((category) => (
          <CategorySection key={category} category={category} items={found.filter((item) => item.category === category)} />
        ))}
      </div>
    </>
  );
}

function CategorySection({ category, items }: { category: string; items: readonly GalleryItem[] }) {
  if (items.length === 0) return null;
  const headingId = `category-${category.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={headingId} className="mt-8">
      <h2 id={headingId} className="text-lg font-semibold">
        {category} <span className="ml-1 text-sm font-normal text-ink-faint tabular-nums">{items.length}</span>
      </h2>
      <ul aria-labelledby={headingId} className="mt-3.5 grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {items.map((item) => (
          <GalleryCard key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
