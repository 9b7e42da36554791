/**
 * A shortcut as people know it from their keyboard: "mod+shift+z" is ⌘⇧Z on a Mac, Ctrl+Shift+Z elsewhere.
 */
'use client';

import { useSyncExternalStore } from 'react';
import { toKeyNames } from '#lib/editor/actions';

const subscribeToNothing = () => () => {};

/** The server cannot know: it says no. */
export function useIsMac(): boolean {
  return useSyncExternalStore(subscribeToNothing, () => navigator.userAgent.includes('Mac OS X'), () => false);
}

export function Keys({ keys }: { keys: string }) {
  const isMac = useIsMac();
  return (
    <kbd className="font-sans text-[11px] font-medium whitespace-nowrap opacity-90" aria-hidden="true">
      {toKeyNames(keys, isMac).join(isMac ? '' : '+')}
    </kbd>
  );
}
