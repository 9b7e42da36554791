/** Fetches, once the page is there, the code of what opens later: so that it opens at once, and also when the connection is lost by then. */
'use client';

import { useEffect } from 'react';
import { afterTracks } from '#components/composer/shell/after-tracks';

const LATER = [
  () => import('#components/composer/create/result-sheet'),
  () => import('#components/composer/commands/palette'),
  () => import('#components/composer/commands/shortcuts-sheet'),
  () => import('#components/composer/project/projects-dialog'),
  () => import('#components/composer/project/new-project-dialog'),
  () => import('#components/composer/project/versions-dialog'),
  () => import('#components/composer/project/rename-dialog'),
  () => import('#components/composer/project/unsaved-question'),
  () => import('#components/composer/json/json-panel'),
  () => import('#components/composer/shell/gallery-panel'),
  () => import('#lib/api/upload-file'),
];

export function useWarmUp(): void {
  useEffect(() => {
    // What fails now is fetched again when it is wanted.
    for (const load of LATER) afterTracks<unknown>(load)().catch(() => undefined);
  }, []);
}
