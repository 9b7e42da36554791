/** What is done with files that are dropped, for who must not wait for its code: it is put into `takeRef` when it is there. Shows nothing. */
'use client';

import { useEffect, type RefObject } from 'react';
import { useDropFiles } from '#components/composer/media/use-drop-files';

export type TakeFiles = ReturnType<typeof useDropFiles>;

export function FileTaker({ takeRef }: { takeRef: RefObject<TakeFiles | null> }) {
  const take = useDropFiles();
  useEffect(() => {
    takeRef.current = take;
  }, [takeRef, take]);
  return null;
}
