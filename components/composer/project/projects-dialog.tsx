/** The projects of this browser: to open, duplicate and delete. */
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, FilePlus2, Trash2, Upload } from 'lucide-react';
import { useProjectSession } from '#components/composer/project/project-session';
import { deleteProject, listProjects, saveProject } from '#components/composer/project/project-storage';
import type { StoredProject } from '#components/composer/project/stored-project';
import { useActions } from '#components/composer/commands/actions-context';
import { useShell } from '#components/composer/shell/shell-store';
import { useEditor } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { IconButton } from '#components/ui/icon-button';
import { readCompositionText } from '#lib/editor/project';

const PROJECTS_KEY = ['composer-projects'];

export function ProjectsDialog() {
  const openDialog = useShell((shell) => shell.openDialog);
  const { perform } = useActions();
  const { data: projects, error } = useQuery({ queryKey: PROJECTS_KEY, queryFn: listProjects, staleTime: 0, gcTime: 0 });
  return (
    <Dialog isOpen onClose={() => openDialog(null)} title="Projects" description="They are kept in this browser." kind="wide">
      <div className="mb-4 flex flex-wrap gap-2">
        <Button size="small" onClick={() => openDialog('new-project')}>
          <FilePlus2 aria-hidden="true" />
          New project
        </Button>
        <Button
          size="small"
          onClick={() => {
            openDialog(null);
            perform('importComposition');
          }}
        >
          <Upload aria-hidden="true" />
          Open JSON file
        </Button>
      </div>
      {error !== null && <p role="alert" className="text-sm text-danger">The projects could not be read: {error.message}.</p>}
      {projects?.length === 0 && <p className="py-8 text-center text-sm text-ink-soft">No project has been saved yet: the first change saves this one.</p>}
      <ul className="grid gap-1.5">
        {projects?.map((stored) => (
          <ProjectRow key={stored.project.id} stored={stored} />
        ))}
      </ul>
    </Dialog>
  );
}

function ProjectRow({ stored }: { stored: StoredProject }) {
  const { id, name, updatedAtMs } = stored.project;
  const isOpen = useEditor(({ project }) => project.id === id);
  const openDialog = useShell((shell) => shell.openDialog);
  const { openProject } = useProjectSession();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: PROJECTS_KEY });
  const duplicate = useMutation({
    mutationFn: () => saveProject({ ...stored, jobIds: [], project: { ...stored.project, id: crypto.randomUUID(), name: `${name} copy`, createdAtMs: Date.now(), updatedAtMs: Date.now() } }),
    onSuccess: refresh,
  });
  const remove = useMutation({ mutationFn: () => deleteProject(id), onSuccess: refresh });
  const open = () => {
    openDialog(null);
    if (!isOpen) void openProject(stored);
  };
  return (
    <li className="flex items-center gap-1 rounded-lg border border-line pr-1.5 hover:bg-sunken">
      <button type="button" onClick={open} aria-current={isOpen ? 'true' : undefined} className="min-w-0 flex-1 px-3 py-2 text-left">
        <span className="block truncate text-sm font-medium">{name}</span>
        <span className="block text-[13px] text-ink-soft tabular-nums">
          {describe(stored)} · <time dateTime={new Date(updatedAtMs).toISOString()}>{new Date(updatedAtMs).toLocaleString()}</time>
          {isOpen && ' · open now'}
        </span>
      </button>
      <IconButton label={`Duplicate ${name}`} icon={Copy} onClick={() => duplicate.mutate()} />
      <IconButton label={`Delete ${name}`} icon={Trash2} disabled={isOpen} onClick={() => window.confirm(`Delete “${name}” with its versions? This cannot be undone.`) && remove.mutate()} />
    </li>
  );
}

function describe({ project }: StoredProject): string {
  const reading = readCompositionText(project.compositionText);
  if (!reading.ok) return 'Not a composition';
  const { width, height, elements } = reading.composition;
  return `${width} × ${height} · ${elements.length} ${elements.length === 1 ? 'element' : 'elements'}`;
}
