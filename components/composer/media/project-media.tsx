/** The media of a project: what its composition uses, and what was brought into it and is not used yet; the latter is kept in this browser. */
'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { get, update } from 'idb-keyval';
import { useMemo } from 'react';
import { openList } from '#components/composer/project/open-list';
import { useEditor } from '#components/composer/store/editor-store';
import { listSources, mediaKey, type MediaKind } from '#lib/composition/sources';
import { titleOf } from '#lib/editor/editor-view';
import { presentOf } from '#lib/editor/history';

export interface ProjectMedium {
  kind: MediaKind;
  source: string;
  /** What people call it: the name of its file. */
  name: string;
}

const store = () => openList('media');

const keyOf = (projectId: string) => ['project-media', projectId];
const isSame = (one: ProjectMedium, other: ProjectMedium): boolean => one.kind === other.kind && one.source === other.source;

async function readKept(projectId: string): Promise<ProjectMedium[]> {
  // A browser that keeps nothing has what the composition uses.
  return (await get<ProjectMedium[]>(projectId, store()).catch(() => undefined)) ?? [];
}

/** Keeps and forgets media of a project, also of one that is not open any more. */
export function useKeepMedia(): { keep: (projectId: string, medium: ProjectMedium) => Promise<void>; forget: (projectId: string, medium: ProjectMedium) => Promise<void> } {
  const client = useQueryClient();
  return useMemo(() => {
    const change = async (projectId: string, edit: (kept: ProjectMedium[]) => ProjectMedium[]): Promise<void> => {
      const known = client.getQueryData<ProjectMedium[]>(keyOf(projectId)) ?? (await readKept(projectId));
      client.setQueryData(keyOf(projectId), edit(known));
      await update<ProjectMedium[]>(projectId, (kept = []) => edit(kept), store()).catch(() => undefined);
    };
    return {
      keep: (projectId, medium) => change(projectId, (kept) => [medium, ...kept.filter((other) => !isSame(other, medium))]),
      forget: (projectId, medium) => change(projectId, (kept) => kept.filter((other) => !isSame(other, medium))),
    };
  }, [client]);
}

export interface ListedMedium extends ProjectMedium {
  /** An element shows it or sounds by it. */
  isUsed: boolean;
}

/** Brought in last first, then what only the composition names. */
export function useProjectMedia(): ListedMedium[] {
  const projectId = useEditor(({ project }) => project.id);
  const composition = useEditor(({ history }) => presentOf(history).composition);
  const { data: kept = [] } = useQuery({ queryKey: keyOf(projectId), queryFn: () => readKept(projectId), staleTime: Infinity });
  return useMemo(() => {
    const used = listSources(composition);
    const keys = new Set(used.map(({ kind, source }) => mediaKey(kind, source)));
    const others = used.filter((medium) => !kept.some((other) => mediaKey(other.kind, other.source) === mediaKey(medium.kind, medium.source)));
    return [
      ...kept.map((medium) => ({ ...medium, isUsed: keys.has(mediaKey(medium.kind, medium.source)) })),
      ...others.map(({ kind, source }) => ({ kind, source, name: titleOf({ type: kind, source }), isUsed: true })),
    ];
  }, [composition, kept]);
}
