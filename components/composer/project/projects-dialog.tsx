/** The projects of this browser, as cards. */
'use client';

import { useQuery } from '@tanstack/react-query';
import { FilePlus2, Upload } from 'lucide-react';
import { PROJECTS_KEY, ProjectCard } from '#components/composer/project/project-card';
import { listProjects } from '#components/composer/project/project-storage';
import { useActions } from '#components/composer/commands/actions-context';
import { useShell } from '#components/composer/shell/shell-store';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';

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
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-4">
        {projects?.map((stored) => (
          <ProjectCard key={stored.project.id} stored={stored} />
        ))}
      </ul>
    </Dialog>
  );
}
