/** A JSON file that is dropped anywhere on the page is opened as a new project. What else is dropped is left to the panels. */
'use client';

import { useEffect } from 'react';
import { fromText } from '#components/composer/project/choose-first-project';
import { useProjectSession } from '#components/composer/project/project-session';
import { isJsonFile, readTextFile } from '#components/composer/project/text-file';

export function useDroppedFile(): void {
  const { openProject } = useProjectSession();
  useEffect(() => {
    const leaving = new AbortController();
    const allow = (event: DragEvent) => {
      // Else the browser would leave the page for the file.
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const take = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      if (isJsonFile(file)) void readTextFile(file).then(({ text, name }) => openProject(fromText(text, name)));
    };
    window.addEventListener('dragover', allow, { signal: leaving.signal });
    window.addEventListener('drop', take, { signal: leaving.signal });
    return () => leaving.abort();
  }, [openProject]);
}
