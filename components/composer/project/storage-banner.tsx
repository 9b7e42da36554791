/** Says for as long as it is so that the project cannot be saved in this browser, and what helps: a file, or fewer projects. */
'use client';

import { useActions } from '#components/composer/commands/actions-context';
import { useProjectSession } from '#components/composer/project/project-session';
import { useShell } from '#components/composer/shell/shell-store';
import { Button } from '#components/ui/button';

const REASONS = {
  full: 'This browser’s storage is full. Your work is safe as long as this window is open: save it as a JSON file, or delete projects you do not need.',
  refused: 'This browser keeps no projects. Your work is safe as long as this window is open: save it as a JSON file.',
} as const;

export function StorageBanner() {
  const { saveProblem, saveVersion } = useProjectSession();
  const { perform } = useActions();
  const openDialog = useShell((shell) => shell.openDialog);
  return (
    <div role="alert">
      {saveProblem !== null && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-danger-soft px-4 py-2 text-sm">
          <span className="mr-auto">{REASONS[saveProblem]}</span>
          <Button size="small" onClick={() => perform('exportComposition')}>
            Save as JSON file
          </Button>
          {saveProblem === 'full' && (
            <Button size="small" variant="quiet" onClick={() => openDialog('projects')}>
              Projects
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={() => void saveVersion()}>
            Try again
          </Button>
        </p>
      )}
    </div>
  );
}
