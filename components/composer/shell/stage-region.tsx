/** The stage, which takes files that are dropped on it to the project's media. */
'use client';

import { useDropFiles } from '#components/composer/media/use-drop-files';
import { Stage } from '#components/composer/stage/stage';

export function StageRegion() {
  return <Stage onDropFiles={useDropFiles()} />;
}
