/**
 * The one player of the page: it draws on the stage's canvas whatever the document comes to, and is where every part finds the playhead. Its state is
 * read by selectors, so that playing renders only what shows it.
 */
'use client';

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { ResolvedTimelineContext, useResolvedDocument, useResolvedTimeline } from '#components/composer/player/resolved-timeline';
import type { MissingMedium } from '#components/composer/player/use-source-facts';
import { afterTracks } from '#components/composer/shell/after-tracks';
import { loadPlayer, usePlayer as usePlayerOf, usePlayerState as useStateOf } from '#components/composer/player/use-player';
import { settledComposition, useEditor } from '#components/composer/store/editor-store';
import { listSources, mediaKey } from '#lib/composition/sources';
import type { Player } from '#lib/preview/player';
import type { PlayerState } from '#lib/preview/player-state';

interface PlayerOfPage {
  /** Null until its code has arrived and the stage is there. */
  player: Player | null;
  /** Asks for its code again; null unless it could not be loaded. */
  retry: (() => void) | null;
  canvas: HTMLCanvasElement | null;
  /** The ref of the canvas that is drawn on. */
  attachCanvas: (canvas: HTMLCanvasElement | null) => void;
}

const loadPlayerLater = afterTracks(loadPlayer);

const PlayerContext = createContext<PlayerOfPage | null>(null);

export function PlayerProvider({ children }: { children: ReactNode }) {
  const [canvas, attachCanvas] = useState<HTMLCanvasElement | null>(null);
  const { player, retry } = usePlayerOf(canvas, loadPlayerLater);
  const resolved = useResolvedDocument();
  const { timeline, facts } = resolved;
  useEffect(() => {
    if (timeline !== null) player?.load(timeline, facts);
  }, [player, timeline, facts]);
  const value = useMemo(() => ({ player, retry, canvas, attachCanvas }), [player, retry, canvas]);
  return (
    <PlayerContext value={value}>
      <ResolvedTimelineContext value={resolved}>{children}</ResolvedTimelineContext>
    </PlayerContext>
  );
}

function usePlayerOfPage(): PlayerOfPage {
  const context = useContext(PlayerContext);
  if (context === null) throw new Error('There is no player around this component');
  return context;
}

export function usePlayer(): Player | null {
  return usePlayerOfPage().player;
}

/** Null unless the player's code could not be loaded. */
export function useRetryPlayer(): PlayerOfPage['retry'] {
  return usePlayerOfPage().retry;
}

/** The canvas that is drawn on; null until the stage is there. */
export function usePreviewCanvas(): HTMLCanvasElement | null {
  return usePlayerOfPage().canvas;
}

export function useAttachCanvas(): PlayerOfPage['attachCanvas'] {
  return usePlayerOfPage().attachCanvas;
}

/** What `select` reads of the player's state; it must give equal values for equal states. */
export function usePlayerState<Value>(select: (state: PlayerState) => Value): Value {
  return useStateOf(usePlayer(), select);
}

/** Every medium that cannot be shown or heard, and why: what could not be read, and what the player stumbled over since. */
export function useMissingMedia(): MissingMedium[] {
  const composition = useEditor(settledComposition);
  const { failures } = useResolvedTimeline();
  const stumbled = usePlayerState((state) => state.failures);
  return useMemo(() => {
    const sources = listSources(composition).flatMap((medium) => {
      const reason = stumbled.get(mediaKey(medium.kind, medium.source));
      const isTold = failures.some(({ kind, source }) => kind === medium.kind && source === medium.source);
      return reason === undefined || isTold ? [] : [{ ...medium, reason }];
    });
    return [...failures, ...sources];
  }, [composition, failures, stumbled]);
}
