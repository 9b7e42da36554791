/**
 * The library's page: search and filter, the videos as cards, and more of them on demand; and what it says when there are none, or no answer.
 */
'use client';

import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { LibraryMessage } from '#components/library/library-message';
import { STATUS_FILTERS, StatusFilter } from '#components/library/status-filter';
import { useForgetVideo, useLibrary } from '#components/library/use-library';
import { useSearchInAddress, type AddressSearch } from '#components/library/use-search-in-address';
import { VideoCard, VideoCardSkeleton } from '#components/library/video-card';
import { useDebounced } from '#components/composer/use-debounced';
import { Button } from '#components/ui/button';

/** Long enough for the next letter to be typed. */
const TYPING_MS = 250;
const SKELETONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const GRID = 'mt-6 grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4';

export function Library({ initial }: { initial: AddressSearch }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [search, setSearch] = useSearchInAddress(initial);
  const [text, setText] = useState(search.query);
  const query = useDebounced(text.trim(), TYPING_MS);
  const status = STATUS_FILTERS.find(({ name }) => name === search.status)?.status ?? '';
  const library = useLibrary({ status, query });
  const forget = useForgetVideo();
  const videos = library.data?.pages.flatMap((page) => page.videos) ?? [];
  const isFiltered = status !== '' || query !== '';

  const changeText = (next: string) => {
    setText(next);
    setSearch({ ...search, query: next.trim() });
  };
  const forgetAndStay = (jobId: string) => {
    forget(jobId);
    // The button that was pressed goes with its card.
    heading.current?.focus();
  };

  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold outline-none">
          Videos
        </h1>
        <div className="flex w-full flex-wrap items-center gap-2.5 sm:w-auto">
          <label className="relative min-w-0 flex-1 sm:w-64">
            <span className="sr-only">Search videos</span>
            <Search className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint" aria-hidden="true" />
            <input
              type="search"
              value={text}
              maxLength={200}
              placeholder="Title or id"
              onChange={(event) => changeText(event.currentTarget.value)}
              className="h-9 w-full rounded-lg border border-line-strong bg-surface pr-3 pl-9 text-sm placeholder:text-ink-faint"
            />
          </label>
          <StatusFilter value={search.status} onChange={(next) => setSearch({ ...search, status: next })} />
        </div>
      </div>
      <p className="sr-only" role="status">
        {library.isPending ? 'Loading' : `${videos.length} videos${library.hasNextPage ? ', and there are more' : ''}`}
      </p>

      {library.isPending ? (
        <div className={GRID} aria-hidden="true">
          {SKELETONS.map((name) => (
            <VideoCardSkeleton key={name} />
          ))}
        </div>
      ) : library.isError && library.data === undefined ? (
        <LibraryMessage state="unreachable" reason={library.error.message} onRetry={() => void library.refetch()} />
      ) : videos.length === 0 ? (
        <LibraryMessage state={isFiltered ? 'nothing-found' : 'empty'} />
      ) : (
        <ul className={GRID} aria-label="Videos">
          {videos.map((video) => (
            <VideoCard key={video.job_id} video={video} onDeleted={forgetAndStay} />
          ))}
        </ul>
      )}
      {library.hasNextPage && (
        <div className="mt-8 flex justify-center">
          <Button disabled={library.isFetchingNextPage} onClick={() => void library.fetchNextPage()}>
            {library.isFetchingNextPage ? 'Loading…' : 'Load more'}
          </Button>
        </div>
      )}
    </>
  );
}
