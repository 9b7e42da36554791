/** Lets the session take a picture of the preview whenever it saves, while there is one to be seen. */
'use client';

import { useEffect } from 'react';
import { usePlayer, usePreviewCanvas } from '#components/composer/player/player-context';
import { useProjectSession } from '#components/composer/project/project-session';
import { takePicture } from '#components/composer/project/take-picture';

export function useProjectPicture(): void {
  const player = usePlayer();
  const canvas = usePreviewCanvas();
  const { takePicturesWith, takeDuePicture } = useProjectSession();
  useEffect(() => {
    if (player === null || canvas === null) return;
    const isReady = (): boolean => {
      const { isLoading, problem, frameCount } = player.getState();
      return !isLoading && problem === null && frameCount > 0;
    };
    takePicturesWith({ isReady, take: () => takePicture(canvas) });
    const unsubscribe = player.subscribe(takeDuePicture);
    return () => {
      unsubscribe();
      takePicturesWith(null);
    };
  }, [player, canvas, takePicturesWith, takeDuePicture]);
}
