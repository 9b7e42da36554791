/** Whether the space bar is held, so that a drag pans. As the same key plays and pauses, what it has just done is undone when it was meant for the drag. */
'use client';

import { useEffect, useMemo, useRef } from 'react';
import { usePlayer } from '#components/composer/player/player-context';

export interface HeldSpace {
  isHeld: () => boolean;
  /** It is held for a drag: playing goes on, or not, as before it was pressed. */
  use: () => void;
}

export function useHeldSpace(): HeldSpace {
  const player = usePlayer();
  /** Whether it was playing when the key went down; null while it is up. */
  const held = useRef<boolean | null>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.code === 'Space' && !event.repeat) held.current = player?.getState().isPlaying ?? false;
    };
    const release = (event: KeyboardEvent) => {
      if (event.code === 'Space') held.current = null;
    };
    const forget = () => (held.current = null);
    // Before any shortcut hears of it.
    window.addEventListener('keydown', press, true);
    window.addEventListener('keyup', release, true);
    window.addEventListener('blur', forget);
    return () => {
      window.removeEventListener('keydown', press, true);
      window.removeEventListener('keyup', release, true);
      window.removeEventListener('blur', forget);
    };
  }, [player]);
  return useMemo(
    () => ({
      isHeld: () => held.current !== null,
      use: () => {
        if (player === null || held.current === null || player.getState().isPlaying === held.current) return;
        if (held.current) player.play();
        else player.pause();
      },
    }),
    [player],
  );
}
