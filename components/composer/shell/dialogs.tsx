/** The windows over the composer: each comes with its code when it is opened. */
'use client';

import type { ComponentType } from 'react';
import { lazyPart } from '#components/composer/shell/lazy-part';
import { useShell, type DialogId } from '#components/composer/shell/shell-store';

const DIALOGS: Readonly<Record<DialogId, ComponentType>> = {
  projects: lazyPart(async () => (await import('#components/composer/project/projects-dialog')).ProjectsDialog),
  'new-project': lazyPart(async () => (await import('#components/composer/project/new-project-dialog')).NewProjectDialog),
  rename: lazyPart(async () => (await import('#components/composer/project/rename-dialog')).RenameDialog),
  versions: lazyPart(async () => (await import('#components/composer/project/versions-dialog')).VersionsDialog),
  palette: lazyPart(async () => (await import('#components/composer/commands/palette')).Palette),
  shortcuts: lazyPart(async () => (await import('#components/composer/commands/shortcuts-sheet')).ShortcutsSheet),
};

export function Dialogs() {
  const dialog = useShell((shell) => shell.dialog);
  if (dialog === null) return null;
  const Shown = DIALOGS[dialog];
  return <Shown />;
}
