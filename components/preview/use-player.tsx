/**
 * The player of a canvas, and its state for React: a canvas in, its player out. Each part of the page reads of the state what it shows, so that the
 * playhead moves without the whole page being drawn again.
 */
'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Player } from '#lib/preview/player';
import { IDLE_STATE, type PlayerState } from '#lib/preview/player-state';

/** The player is large: it is fetched when it is needed, after the page is there. */
export const loadPlayer = () => import('#lib/preview/player');

/** Null until the code of the player has arrived. `load` must stay the same. */
export function usePlayer(canvas: HTMLCanvasElement | null, load = loadPlayer): Player | null {
  const [player, setPlayer] = useState<Player | null>(null);
  useEffect(() => {
    if (canvas === null) return;
    let made: Player | null = null;
    let isGone = false;
    void load().then((module) => {
      if (isGone) return;
      made = new module.Player(canvas);
      setPlayer(made);
    });
    return () => {
      isGone = true;
      setPlayer(null);
      void made?.close();
    };
  }, [canvas, load]);
  return player;
}

const NEVER = () => () => undefined;

/** What `select` reads of the player's state; it must give equal values for equal states. */
export function usePlayerState<Value>(player: Player | null, select: (state: PlayerState) => Value): Value {
  const read = () => select(player === null ? IDLE_STATE : player.getState());
  return useSyncExternalStore(player === null ? NEVER : player.subscribe, read, () => select(IDLE_STATE));
}
