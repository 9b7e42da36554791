/**
 * The player of a canvas, and its state for React: a canvas in, its player out. Each part of the page reads of the state what it shows, so that the
 * playhead moves without the whole page being drawn again.
 */
'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Player } from '#lib/preview/player';
import { IDLE_STATE, type PlayerState } from '#lib/preview/player-state';

/** The player is large: it is fetched when it is needed, after the page is there. */
export const loadPlayer = () => import('#lib/preview/player');

export interface LoadedPlayer {
  /** Null until its code has arrived. */
  player: Player | null;
  /** Asks for its code again; null unless it could not be loaded. */
  retry: (() => void) | null;
}

/** `load` must stay the same. */
export function usePlayer(canvas: HTMLCanvasElement | null, load = loadPlayer): LoadedPlayer {
  const [player, setPlayer] = useState<Player | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const retry = useCallback(() => setFailed(false), []);
  useEffect(() => {
    if (canvas === null || hasFailed) return;
    let made: Player | null = null;
    let isGone = false;
    load().then(
      (module) => {
        if (isGone) return;
        made = new module.Player(canvas);
        setPlayer(made);
      },
      () => !isGone && setFailed(true),
    );
    return () => {
      isGone = true;
      setPlayer(null);
      void made?.close();
    };
  }, [canvas, load, hasFailed]);
  return { player, retry: hasFailed ? retry : null };
}

const NEVER = () => () => undefined;

/** What `select` reads of the player's state; it must give equal values for equal states. */
export function usePlayerState<Value>(player: Player | null, select: (state: PlayerState) => Value): Value {
  const read = () => select(player === null ? IDLE_STATE : player.getState());
  return useSyncExternalStore(player === null ? NEVER : player.subscribe, read, () => select(IDLE_STATE));
}
