/** The timeline, which takes files that are dropped on it to the project's media, and makes clips of them where they were dropped. The rest waits for it. */
'use client';

import { useCallback, useEffect, useRef } from 'react';
import { afterTracks, letTheRestCome } from '#components/composer/shell/after-tracks';
import type { TakeFiles } from '#components/composer/shell/file-taker';
import { lazyPart } from '#components/composer/shell/lazy-part';
import { Timeline } from '#components/composer/timeline/timeline';

const FileTaker = lazyPart(afterTracks(async () => (await import('#components/composer/shell/file-taker')).FileTaker));

export function TimelineRegion() {
  const takeRef = useRef<TakeFiles | null>(null);
  const take = useCallback<TakeFiles>((files, place) => takeRef.current?.(files, place), []);
  useEffect(letTheRestCome, []);
  return (
    <>
      <Timeline onDropFiles={take} />
      <FileTaker takeRef={takeRef} />
    </>
  );
}
