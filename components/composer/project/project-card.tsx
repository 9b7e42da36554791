/** A project of this browser: its picture, name and size; to open, rename where it stands, duplicate and delete. */
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { ProjectPicture } from '#components/composer/project/project-picture';
import { useProjectSession } from '#components/composer/project/project-session';
import { deleteProject, duplicateProject, findPicture, renameProject } from '#components/composer/project/project-storage';
import type { StoredProject } from '#components/composer/project/stored-project';
import { useShell } from '#components/composer/shell/shell-store';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';
import { ConfirmDialog } from '#components/ui/confirm-dialog';
import { IconButton } from '#components/ui/icon-button';
import { NAME_LENGTH_MAX, readCompositionText } from '#lib/editor/project';

export const PROJECTS_KEY = ['composer-projects'];

export function ProjectCard({ stored }: { stored: StoredProject }) {
  const { id, name: storedName, updatedAtMs } = stored.project;
  const store = useEditorStore();
  // What is open may have a name that is not saved yet.
  const openName = useEditor(({ project }) => (project.id === id ? project.name : null));
  const isOpen = openName !== null;
  const name = openName ?? storedName;
  const openDialog = useShell((shell) => shell.openDialog);
  const { openProject } = useProjectSession();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: PROJECTS_KEY });
  const [mode, setMode] = useState<'shown' | 'renaming' | 'deleting'>('shown');
  const { data: picture } = useQuery({ queryKey: [...PROJECTS_KEY, 'picture', id], queryFn: () => findPicture(id), staleTime: 0, gcTime: 0 });
  const duplicate = useMutation({ mutationFn: () => duplicateProject(stored), onSuccess: refresh });
  const remove = useMutation({ mutationFn: () => deleteProject(id), onSuccess: refresh });
  const rename = useMutation({ mutationFn: (next: string) => renameProject(id, next), onSuccess: refresh });
  const about = useMemo(() => describe(stored), [stored]);
  const open = () => {
    openDialog(null);
    if (!isOpen) void openProject(stored);
  };
  const takeName = (next: string | null) => {
    setMode('shown');
    if (next === null || next === '' || next === name) return;
    if (isOpen) store.getState().changeProject({ name: next });
    else rename.mutate(next);
  };
  const confirm = () => {
    setMode('shown');
    remove.mutate();
  };
  const failure = duplicate.error ?? remove.error ?? rename.error;
  return (
    <li className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-1.5">
      <button type="button" onClick={open} aria-current={isOpen ? 'true' : undefined} aria-label={`${name}, ${about}`} className="block rounded-lg border border-line p-1 hover:border-ink-faint aria-[current]:border-accent aria-[current]:ring-1 aria-[current]:ring-accent">
        <ProjectPicture picture={picture ?? null} className="aspect-video w-full" />
      </button>
      <div className="flex items-center gap-0.5">
        {mode === 'renaming' ? (
          <NameField name={name} onDone={takeName} />
        ) : (
          <span className="min-w-0 flex-1 truncate text-sm font-medium" title={name} onDoubleClick={() => setMode('renaming')}>
            {name}
          </span>
        )}
        <IconButton size="small" label={`Rename ${name}`} icon={Pencil} onClick={() => setMode('renaming')} />
        <IconButton size="small" label={`Duplicate ${name}`} icon={Copy} onClick={() => duplicate.mutate()} />
        <IconButton size="small" label={isOpen ? `${name} is open: it cannot be deleted` : `Delete ${name}`} icon={Trash2} disabled={isOpen} onClick={() => setMode('deleting')} />
      </div>
      <p className="text-[13px] text-ink-soft tabular-nums">
        {about}
        {isOpen && ' · open now'}
        <br />
        <time dateTime={new Date(updatedAtMs).toISOString()}>{new Date(updatedAtMs).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}</time>
      </p>
      {failure !== null && (
        <p role="alert" className="text-[13px] text-danger">
          That could not be stored: {failure.message}
        </p>
      )}
      {mode === 'deleting' && (
        <ConfirmDialog title={`Delete “${name}”?`} description="It goes with its earlier versions. Videos that were made of it stay. This cannot be undone." action="Delete" onConfirm={confirm} onClose={() => setMode('shown')} />
      )}
    </li>
  );
}

/** Enter and leaving it take the name, Escape leaves it as it was. */
function NameField({ name, onDone }: { name: string; onDone: (next: string | null) => void }) {
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    // The window around it is not to close.
    event.stopPropagation();
    onDone(event.key === 'Enter' ? event.currentTarget.value.trim() : null);
  };
  return (
    <input
      autoFocus
      aria-label="Name of the project"
      defaultValue={name}
      maxLength={NAME_LENGTH_MAX}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={press}
      onBlur={(event) => onDone(event.currentTarget.value.trim())}
      className="h-7 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2 text-sm"
    />
  );
}

function describe({ project }: StoredProject): string {
  const reading = readCompositionText(project.compositionText);
  if (!reading.ok) return 'Not a composition';
  const { width, height, elements } = reading.composition;
  return `${width} × ${height} · ${elements.length} ${elements.length === 1 ? 'element' : 'elements'}`;
}
