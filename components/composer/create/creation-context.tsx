/**
 * Making videos of the document: what is being started, what came of it, and which of the project's videos the sheet shows, also after a reload.
 */
'use client';

import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { readTab, writeTab } from '#components/composer/create/tab-memory';
import { useCreateVideo, type CreatedJob } from '#components/composer/create/use-create-video';
import { usePlayer } from '#components/composer/player/player-context';
import { addJobToProject, withJob } from '#components/composer/project/project-storage';
import { useShell } from '#components/composer/shell/shell-store';
import { settledComposition, useEditor, useEditorStore } from '#components/composer/store/editor-store';
import { ApiError } from '#lib/api/client';
import type { RequestProblem } from '#lib/api/contract';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';

export type VideoPart = 'whole' | 'range';

interface Creation {
  /** The request is on its way, or the server holds its answer until the video is finished. */
  isCreating: boolean;
  /** Why no video was started. */
  error: Error | null;
  /** What the server has against the composition. */
  refusals: readonly RequestProblem[];
  /** Posts the document, or the marked range of it as a draft. */
  create: (part: VideoPart) => void;
  /** Posts what a stopped job was about once more, as the document is now. */
  createAgain: (jobId: string) => void;
  /** The video that is shown; null: the list of them. */
  jobId: string | null;
  showJob: (jobId: string | null) => void;
}

const CreationContext = createContext<Creation | null>(null);

/** Null: the list. */
interface ShownVideo {
  projectId: string;
  jobId: string | null;
}

const SHOWN_KEY = 'videogen.shown-video';

export function CreationProvider({ children }: { children: ReactNode }) {
  const store = useEditorStore();
  const player = usePlayer();
  const projectId = useEditor(({ project }) => project.id);
  const { jobId, showJob } = useShownVideo(projectId);
  const asked = useRef<VideoPart>('whole');
  const rangeIds = useRef(new Set<string>());
  const accept = useCallback(
    (created: CreatedJob) => {
      if (asked.current === 'range') rangeIds.current.add(created.jobId);
      const { project, changeProject, say } = store.getState();
      // Another project may have been opened while the answer was on its way.
      if (project.id !== created.projectId) {
        return void addJobToProject(created).catch(() => say({ kind: 'refusal', text: 'The video of the project before could not be added to it: it is among all videos' }));
      }
      changeProject({ jobIds: withJob(project.jobIds, created.jobId) });
      showJob(created.jobId);
      useShell.getState().showResult(true);
    },
    [store, showJob],
  );
  const { mutate, isPending, variables, error } = useCreateVideo(accept);
  const create = useCallback(
    (part: VideoPart) => {
      const { draftText, say, facts, project } = store.getState();
      if (draftText !== null) return say({ kind: 'refusal', text: 'Solve the problems in the JSON first' });
      const document = settledComposition(store.getState());
      const range = player?.getState().range ?? null;
      if (part === 'range' && range === null) return say({ kind: 'refusal', text: 'Mark the start (I) and the end (O) of the range first' });
      asked.current = part;
      showJob(null);
      useShell.getState().showResult(true);
      if (part === 'whole' || range === null) return mutate({ projectId: project.id, composition: document });
      import('#lib/editor/draft-range').then(
        ({ draftRange }) => mutate({ projectId: project.id, composition: draftRange(document, range, sourceSecondsFrom(facts)) }),
        () => say({ kind: 'refusal', text: 'A part of the composer could not be loaded: try again when the connection is back' }),
      );
    },
    [store, player, mutate, showJob],
  );
  const isCreating = isPending && variables.projectId === projectId;
  const value = useMemo((): Creation => {
    const refusals = error instanceof ApiError ? error.problems : [];
    return { isCreating, error, refusals, create, createAgain: (id) => create(rangeIds.current.has(id) ? 'range' : 'whole'), jobId, showJob };
  }, [isCreating, error, create, jobId, showJob]);
  return <CreationContext value={value}>{children}</CreationContext>;
}

/** What the sheet shows of the open project; an open sheet is open again after a reload. */
function useShownVideo(projectId: string): { jobId: string | null; showJob: (jobId: string | null) => void } {
  const [shown, setShown] = useState(() => readTab<ShownVideo>(SHOWN_KEY));
  const isResultOpen = useShell((shell) => shell.isResultOpen);
  const showResult = useShell((shell) => shell.showResult);
  const jobId = shown?.projectId === projectId ? shown.jobId : null;
  const isRestored = useRef(false);
  useEffect(() => {
    if (isRestored.current) return;
    isRestored.current = true;
    if (shown?.projectId === projectId) showResult(true);
  }, [shown, projectId, showResult]);
  useEffect(() => {
    if (isRestored.current) writeTab(SHOWN_KEY, isResultOpen ? ({ projectId, jobId } satisfies ShownVideo) : null);
  }, [isResultOpen, jobId, projectId]);
  const showJob = useCallback((next: string | null) => setShown({ projectId, jobId: next }), [projectId]);
  return { jobId, showJob };
}

export function useCreation(): Creation {
  const creation = useContext(CreationContext);
  if (creation === null) throw new Error('No videos are made around this component');
  return creation;
}
