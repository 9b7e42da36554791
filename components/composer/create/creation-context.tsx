/**
 * Making videos of the document: what is being started, what came of it, and which of the project's videos the sheet shows.
 */
'use client';

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { useCreateVideo, type CreatedJob } from '#components/composer/create/use-create-video';
import { usePlayer } from '#components/composer/player/player-context';
import { useShell } from '#components/composer/shell/shell-store';
import { settledComposition, useEditorStore } from '#components/composer/store/editor-store';
import { ApiError } from '#lib/api/client';
import type { RequestProblem } from '#lib/api/contract';
import type { Composition } from '#lib/composition/schema/composition';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';

interface Creation {
  /** The request is on its way, or the server holds its answer until the video is finished. */
  isCreating: boolean;
  /** Why no video was started. */
  error: Error | null;
  /** What the server has against the composition. */
  refusals: readonly RequestProblem[];
  /** Posts the document, or the marked range of it as a draft. */
  create: (what: 'whole' | 'range') => void;
  /** The video that is shown; null: the list of them. */
  jobId: string | null;
  showJob: (jobId: string | null) => void;
  /** A retry made a new job of the same composition. */
  replaceJob: (jobId: string, composition: unknown) => void;
  /** What a job of this page was made of; null of older ones. */
  compositionOf: (jobId: string) => Composition | null;
}

const CreationContext = createContext<Creation | null>(null);

/** In the sheet. */
const JOBS_MAX = 20;

export function CreationProvider({ children }: { children: ReactNode }) {
  const store = useEditorStore();
  const player = usePlayer();
  const [jobId, showJob] = useState<string | null>(null);
  const [made, setMade] = useState<readonly CreatedJob[]>([]);
  const accept = useCallback(
    (created: CreatedJob) => {
      const { project, changeProject } = store.getState();
      changeProject({ jobIds: [created.jobId, ...project.jobIds].slice(0, JOBS_MAX) });
      setMade((before) => [created, ...before].slice(0, JOBS_MAX));
      showJob(created.jobId);
    },
    [store],
  );
  const { mutate, isPending, error } = useCreateVideo(accept);
  const create = useCallback(
    (what: 'whole' | 'range') => {
      const { draftText, say, facts } = store.getState();
      if (draftText !== null) return say({ kind: 'refusal', text: 'Solve the problems in the JSON first' });
      const document = settledComposition(store.getState());
      const range = player?.getState().range ?? null;
      if (what === 'range' && range === null) return say({ kind: 'refusal', text: 'Mark the start (I) and the end (O) of the range first' });
      showJob(null);
      useShell.getState().showResult(true);
      if (what === 'whole' || range === null) mutate(document);
      else void import('#lib/editor/range-composition').then(({ rangeComposition }) => mutate(rangeComposition(document, range, sourceSecondsFrom(facts))));
    },
    [store, player, mutate],
  );
  const value = useMemo((): Creation => {
    const refusals = error instanceof ApiError ? error.problems : [];
    const compositionOf = (id: string) => made.find((job) => job.jobId === id)?.composition ?? null;
    return { isCreating: isPending, error, refusals, create, jobId, showJob, replaceJob: (id, composition) => accept({ jobId: id, composition: composition as Composition }), compositionOf };
  }, [isPending, error, create, jobId, made, accept]);
  return <CreationContext value={value}>{children}</CreationContext>;
}

export function useCreation(): Creation {
  const creation = useContext(CreationContext);
  if (creation === null) throw new Error('No videos are made around this component');
  return creation;
}
