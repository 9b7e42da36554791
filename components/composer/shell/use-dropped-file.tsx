/** A JSON file that is dropped anywhere on the page is opened as a new project. What else is dropped is left to the panels. */
'use client';

import { useEffect } from 'react';
import { fromText } from '#components/composer/project/choose-first-project';
import { useProjectSession } from '#components/composer/project/project-session';
import { isJsonFile, readTextFile } from '#components/composer/project/text-file';
import { useEditorStore } from '#components/composer/store/editor-store';

export function useDroppedFile(): void {
  const { openProject } = useProjectSession();
  const store = useEditorStore();
  useEffect(() => {
    const open = async (file: File) => {
      const read = await readTextFile(file).catch(() => null);
      if (read === null) return store.getState().say({ kind: 'refusal', text: `${file.name} could not be read` });
      await openProject(fromText(read.text, read.name));
    };
    const leaving = new AbortController();
    const allow = (event: DragEvent) => {
      // Else the browser would leave the page for the file.
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const take = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      if (isJsonFile(file)) void open(file);
    };
    window.addEventListener('dragover', allow, { signal: leaving.signal });
    window.addEventListener('drop', take, { signal: leaving.signal });
    return () => leaving.abort();
  }, [openProject, store]);
}
