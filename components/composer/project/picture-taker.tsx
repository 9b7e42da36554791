/** Lets the session take a picture of the preview whenever it saves, as soon as the preview shows what was saved: shows nothing. */
'use client';

import { useEffect } from 'react';
import { usePlayer, usePreviewCanvas } from '#components/composer/player/player-context';
import { useResolvedTimeline } from '#components/composer/player/resolved-timeline';
import { useProjectSession } from '#components/composer/project/project-session';
import { takePicture } from '#components/composer/project/take-picture';
import { settledComposition, useEditorStore } from '#components/composer/store/editor-store';

export function PictureTaker() {
  const player = usePlayer();
  const canvas = usePreviewCanvas();
  const store = useEditorStore();
  const { state, timeline, composition } = useResolvedTimeline();
  const { takePicturesWith, takeDuePicture } = useProjectSession();
  useEffect(() => {
    if (player === null || canvas === null) return;
    const isReady = (): boolean => {
      const { timeline: played, isLoading, problem } = player.getState();
      const isOfDocument = state === 'ready' && timeline === played && composition === settledComposition(store.getState());
      return isOfDocument && !isLoading && problem === null;
    };
    takePicturesWith({ isReady, take: () => takePicture(canvas) });
    const unsubscribe = player.subscribe(takeDuePicture);
    takeDuePicture();
    return () => {
      unsubscribe();
      takePicturesWith(null);
    };
  }, [player, canvas, store, state, timeline, composition, takePicturesWith, takeDuePicture]);
  return null;
}
