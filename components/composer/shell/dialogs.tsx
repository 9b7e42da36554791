/** The windows over the composer: each comes with its code when it is opened. */
'use client';

import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import { useShell, type DialogId } from '#components/composer/shell/shell-store';

const DIALOGS: Readonly<Record<DialogId, ComponentType>> = {
  projects: dynamic(() => import('#components/composer/project/projects-dialog').then((module) => module.ProjectsDialog), { ssr: false }),
  'new-project': dynamic(() => import('#components/composer/project/new-project-dialog').then((module) => module.NewProjectDialog), { ssr: false }),
  rename: dynamic(() => import('#components/composer/project/rename-dialog').then((module) => module.RenameDialog), { ssr: false }),
  versions: dynamic(() => import('#components/composer/project/versions-dialog').then((module) => module.VersionsDialog), { ssr: false }),
  palette: dynamic(() => import('#components/composer/commands/palette').then((module) => module.Palette), { ssr: false }),
  shortcuts: dynamic(() => import('#components/composer/commands/shortcuts-sheet').then((module) => module.ShortcutsSheet), { ssr: false }),
};

export function Dialogs() {
  const dialog = useShell((shell) => shell.dialog);
  if (dialog === null) return null;
  const Shown = DIALOGS[dialog];
  return <Shown />;
}
