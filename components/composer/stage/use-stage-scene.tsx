/** What can be taken hold of at the playhead: null while it plays, as there is nothing to hold then. */
'use client';

import { useMemo } from 'react';
import { usePlayerState } from '#components/composer/player/player-context';
import { useResolvedTimeline } from '#components/composer/player/resolved-timeline';
import { useEditorState } from '#components/composer/store/editor-store';
import { stageSceneOf, type StageScene, type StageTarget } from '#lib/editor/stage-targets';

export function useStageScene(): StageScene | null {
  const { timeline, facts } = useResolvedTimeline();
  const { composition, scope } = useEditorState();
  const frame = usePlayerState((state) => (state.isPlaying ? null : state.frame));
  return useMemo(() => {
    if (timeline === null || frame === null) return null;
    return stageSceneOf({ composition, scope }, { timeline, facts, frame: Math.min(frame, timeline.frameCount - 1) });
  }, [composition, scope, timeline, facts, frame]);
}

/** Those of the scene that are selected, bottom to top. */
export function useSelectedTargets(scene: StageScene | null): StageTarget[] {
  const { selection } = useEditorState();
  return useMemo(() => scene?.targets.filter(({ key }) => selection.includes(key)) ?? [], [scene, selection]);
}
