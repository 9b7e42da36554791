/** Earlier versions of the project: kept on the way and by hand, to go back to. */
'use client';

import { useQuery } from '@tanstack/react-query';
import { ProjectPicture } from '#components/composer/project/project-picture';
import { useProjectSession } from '#components/composer/project/project-session';
import { listVersions, type ProjectVersion } from '#components/composer/project/project-storage';
import { useShell } from '#components/composer/shell/shell-store';
import { useEditor } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';

export function VersionsDialog() {
  const projectId = useEditor(({ project }) => project.id);
  const openDialog = useShell((shell) => shell.openDialog);
  const { restoreVersion } = useProjectSession();
  const { data: versions, error } = useQuery({ queryKey: ['composer-versions', projectId], queryFn: () => listVersions(projectId), staleTime: 0, gcTime: 0 });
  const restore = (version: ProjectVersion) => {
    openDialog(null);
    void restoreVersion(version);
  };
  return (
    <Dialog isOpen onClose={() => openDialog(null)} title="Earlier versions" description="Kept every few minutes of work, and whenever you save. Going back is a step that can be undone.">
      {error !== null && <p role="alert" className="text-sm text-danger">The versions could not be read: {error.message}.</p>}
      {versions?.length === 0 && <p className="py-8 text-center text-sm text-ink-soft">There is no earlier version yet. Ctrl+S keeps one.</p>}
      <ul className="grid gap-1.5">
        {versions?.map((version) => (
          <li key={version.savedAtMs} className="flex items-center gap-3 rounded-lg border border-line p-2">
            <ProjectPicture picture={version.picture ?? null} className="h-14 w-24 shrink-0" />
            <span className="min-w-0 flex-1">
              <time dateTime={new Date(version.savedAtMs).toISOString()} className="block text-sm font-medium tabular-nums">
                {new Date(version.savedAtMs).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
              <span className="block truncate text-[13px] text-ink-soft">{version.label}</span>
            </span>
            <Button size="small" onClick={() => restore(version)}>
              Go back to it
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
