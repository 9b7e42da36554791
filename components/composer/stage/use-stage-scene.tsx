/** What can be taken hold of at the playhead: null while it plays, as there is nothing to hold then. */
'use client';

import { useMemo } from 'react';
import { usePlayerState } from '#components/composer/player/player-context';
import { useResolvedTimeline } from '#components/composer/player/resolved-timeline';
import { useEditorState } from '#components/composer/store/editor-store';
import { useLockedKeys } from '#components/composer/store/use-locked-keys';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Layer } from '#lib/composition/timeline';
import { stageSceneOf, type StageScene, type StageTarget } from '#lib/editor/stage-targets';

export function useStageScene(): StageScene | null {
  const { timeline, facts } = useResolvedTimeline();
  const { composition, scope } = useEditorState();
  const lockedKeys = useLockedKeys();
  const frame = usePlayerState((state) => (state.isPlaying ? null : state.frame));
  return useMemo(() => {
    if (timeline === null || frame === null) return null;
    return stageSceneOf({ composition, scope }, { timeline, facts, lockedKeys, frame: Math.min(frame, timeline.frameCount - 1) });
  }, [composition, scope, timeline, facts, lockedKeys, frame]);
}

/** Seconds of the playhead from the start of a layer of the composition, as they are while nothing plays. */
export function useStageMoment({ startFrame }: Pick<Layer, 'startFrame'>): number {
  const { timeline } = useResolvedTimeline();
  const frame = usePlayerState((state) => state.frame);
  return timeline === null ? 0 : frameToSeconds(frame - startFrame, timeline.frameRate);
}

/** Those of the scene that are selected, bottom to top. */
export function useSelectedTargets(scene: StageScene | null): StageTarget[] {
  const { selection } = useEditorState();
  return useMemo(() => scene?.targets.filter(({ key }) => selection.includes(key)) ?? [], [scene, selection]);
}
