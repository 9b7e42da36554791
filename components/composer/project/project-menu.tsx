/**
 * The project's name and what can be done with it as a whole.
 */
'use client';

import { ChevronDown, Clock, FileDown, FilePlus2, FolderOpen, Layers, Pencil, Save, Upload } from 'lucide-react';
import { ActionItem } from '#components/composer/commands/action-button';
import { useShell } from '#components/composer/shell/shell-store';
import { useEditor } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { Menu, MenuItem, MenuLine } from '#components/ui/menu';

export function ProjectMenu() {
  const name = useEditor(({ project }) => project.name);
  const openDialog = useShell((shell) => shell.openDialog);
  return (
    <Menu
      trigger={
        <Button variant="quiet" className="max-w-56 min-w-0 max-sm:max-w-[calc(100vw-16.5rem)]" aria-label={`Project ${name}`}>
          <span className="truncate text-ink">{name}</span>
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      <ActionItem id="newProject" icon={FilePlus2} />
      <ActionItem id="openProject" icon={FolderOpen} />
      <MenuItem icon={Pencil} onSelect={() => openDialog('rename')}>
        Rename
      </MenuItem>
      <MenuLine />
      <ActionItem id="saveProject" icon={Save} />
      <MenuItem icon={Clock} onSelect={() => openDialog('versions')}>
        Earlier versions
      </MenuItem>
      <MenuLine />
      <ActionItem id="importComposition" icon={Upload} />
      <ActionItem id="exportComposition" icon={FileDown} />
      <MenuLine />
      <ActionItem id="renderRange" icon={Layers} />
    </Menu>
  );
}
