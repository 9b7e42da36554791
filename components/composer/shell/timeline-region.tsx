/** The timeline, which takes files that are dropped on it to the project's media, and makes clips of them where they were dropped. */
'use client';

import { useDropFiles } from '#components/composer/media/use-drop-files';
import { Timeline } from '#components/composer/timeline/timeline';

export function TimelineRegion() {
  return <Timeline onDropFiles={useDropFiles()} />;
}
