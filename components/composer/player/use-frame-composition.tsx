/**
 * The document as it is drawn: of the changes that come in while the screen shows one frame, a drag's or a script's, only the last is looked at.
 */
'use client';

import { useEffect, useState } from 'react';
import { useEditorStore } from '#components/composer/store/editor-store';
import type { Composition } from '#lib/composition/schema/composition';
import { presentOf } from '#lib/editor/history';

export function useFrameComposition(): Composition {
  const store = useEditorStore();
  const [composition, setComposition] = useState(() => presentOf(store.getState().history).composition);
  useEffect(() => {
    let request: number | null = null;
    const take = () => {
      request = null;
      setComposition(presentOf(store.getState().history).composition);
    };
    take();
    const unsubscribe = store.subscribe(({ history }, before) => {
      if (presentOf(history).composition !== presentOf(before.history).composition) request ??= requestAnimationFrame(take);
    });
    return () => {
      unsubscribe();
      if (request !== null) cancelAnimationFrame(request);
    };
  }, [store]);
  return composition;
}
