/** Files of this computer for the project: uploaded, looked at by the server, kept among its media, and made elements where they were dropped. */
'use client';

import { useCallback } from 'react';
import { useKeepMedia } from '#components/composer/media/project-media';
import { useAddElement, type AddingTarget } from '#components/composer/media/use-add-element';
import { useUploads } from '#components/composer/media/uploads-store';
import { isJsonFile } from '#components/composer/project/text-file';
import { useShell } from '#components/composer/shell/shell-store';
import type { DropPlace } from '#components/composer/stage/use-stage-drop';
import { useEditorStore } from '#components/composer/store/editor-store';
import type { TimelineDropPlace } from '#components/composer/timeline/use-timeline-drop';
import type { MediaBody } from '#lib/api/contract';
import { mediaKey } from '#lib/composition/sources';
import { setCanvas } from '#lib/editor/commands/set-canvas';
import { createMediaElement } from '#lib/editor/create-element';
import { presentOf } from '#lib/editor/history';
import { toOwnFont } from '#lib/editor/own-font';

/** With a place each becomes an element there once it is ready; without one it waits among the media. Compositions (JSON) are left to the page. */
export function useDropFiles(): (files: readonly File[], at?: DropPlace | TimelineDropPlace) => void {
  const start = useUploads((uploads) => uploads.start);
  const take = useTakeMedium();
  const showPanel = useShell((shell) => shell.showPanel);
  const store = useEditorStore();
  return useCallback(
    (files, at) => {
      const to = at === undefined ? undefined : toTarget(at);
      const media = files.filter((file) => !isJsonFile(file));
      const projectId = store.getState().project.id;
      if (media.length > 0) showPanel('media');
      for (const file of media) start(file, (ready, body) => take({ body, name: ready.name, projectId }, to));
    },
    [start, take, showPanel, store],
  );
}

/** On the canvas, or on a track; no track is one of its own. */
function toTarget(at: DropPlace | TimelineDropPlace): AddingTarget {
  if (!('timeSeconds' in at)) return at;
  return { atSeconds: at.timeSeconds, ...(at.track === null ? {} : { track: at.track }) };
}

interface TakenMedium {
  body: MediaBody;
  name: string;
  /** It is another project's when another one has been opened meanwhile. */
  projectId: string;
}

/** A medium that the server has looked at, into its project; of a font, its fonts. */
export function useTakeMedium(): (medium: TakenMedium, to?: AddingTarget) => void {
  const store = useEditorStore();
  const { keep } = useKeepMedia();
  const add = useAddElement();
  return useCallback(
    ({ body, name, projectId }, to) => {
      const { facts, learnFacts, project, history, run } = store.getState();
      if (body.kind === 'font') {
        const { fonts = [] } = presentOf(history).composition;
        if (project.id === projectId) run(setCanvas, { fonts: [...fonts, toOwnFont(name, body.source)] });
        return;
      }
      const { kind, source } = body;
      learnFacts(new Map([...facts, [mediaKey(kind, source), body.facts]]));
      void keep(projectId, { kind, source, name });
      if (to !== undefined && project.id === projectId) add(createMediaElement(kind, { source, name }), to);
    },
    [store, keep, add],
  );
}
