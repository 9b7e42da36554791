/**
 * What the inspector looks at: the selected elements with where they are in time, and the moment of the playhead. While it plays the moment goes on in
 * steps that the eye can follow, so that the forms cost the preview nothing.
 */
'use client';

import { createContext, useContext, useMemo } from 'react';
import { usePlayerState } from '#components/composer/player/player-context';
import { useSelectedTargets, useStageScene } from '#components/composer/stage/use-stage-scene';
import { useEditor, useEditorState } from '#components/composer/store/editor-store';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { findClips, openScene, type PlacedClip } from '#lib/editor/scene';
import { scopeStartSeconds } from '#lib/editor/scope-start';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';

export interface Inspected {
  /** In the order of the list of elements. */
  clips: readonly PlacedClip[];
  /** Of the open scope. */
  canvas: Size;
  frameRate: Rational;
  /** The playhead on the clock of the open scope, and where that begins. */
  atSeconds: number;
  scopeSeconds: number;
  /** Where the layout puts the one selected element; null of several, or while it is not on. */
  box: Box | null;
}

const PLAYING_STEP_FRAMES = 6;

export const InspectedContext = createContext<Inspected | null>(null);

/** Null where the composition itself is edited. */
export function useInspected(): Inspected | null {
  return useContext(InspectedContext);
}

export function useInspectSelection(): Inspected {
  const state = useEditorState();
  const facts = useEditor((store) => store.facts);
  const frame = usePlayerState((player) => (player.isPlaying ? player.frame - (player.frame % PLAYING_STEP_FRAMES) : player.frame));
  const targets = useSelectedTargets(useStageScene());
  return useMemo(() => {
    const sourceSecondsOf = sourceSecondsFrom(facts);
    const scene = openScene(state, sourceSecondsOf);
    const scopeSeconds = scopeStartSeconds(state, sourceSecondsOf);
    const clips = findClips(scene, state.selection);
    const { canvas, frameRate } = scene;
    return { clips, canvas, frameRate, scopeSeconds, atSeconds: frameToSeconds(frame, frameRate) - scopeSeconds, box: clips.length === 1 ? (targets[0]?.box ?? null) : null };
  }, [state, facts, frame, targets]);
}
