/** The pointer on the lanes: the controller of drags for React. The scene it works on is read when something happens. */
'use client';

import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { usePlayer } from '#components/composer/player/player-context';
import { useEditorStore } from '#components/composer/store/editor-store';
import { TimelinePointer, type PointerHandlers } from '#components/composer/timeline/timeline-pointer';
import { useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';

export function useTimelinePointer(lanesRef: RefObject<HTMLElement | null>, scene: TimelineScene): PointerHandlers {
  const store = useEditorStore();
  const ui = useTimelineUiStore();
  const player = usePlayer();
  const current = useRef({ scene, player });
  current.current = { scene, player };
  const pointer = useMemo(() => new TimelinePointer({ lanesRef, store, ui, current }), [lanesRef, store, ui]);
  useEffect(() => {
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !pointer.cancel()) return;
      event.stopPropagation();
      event.preventDefault();
    };
    window.addEventListener('keydown', cancel, true);
    return () => {
      window.removeEventListener('keydown', cancel, true);
      pointer.cancel();
    };
  }, [pointer]);
  return pointer.handlers;
}
