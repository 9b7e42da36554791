/** Another name for the open project. */
'use client';

import type { FormEvent } from 'react';
import { useShell } from '#components/composer/shell/shell-store';
import { useEditorStore } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { NAME_LENGTH_MAX } from '#lib/editor/project';

export const NAME_FIELD_CLASS = 'h-9 w-full rounded-lg border border-line-strong bg-surface px-3 text-sm';

export function RenameDialog() {
  const store = useEditorStore();
  const openDialog = useShell((shell) => shell.openDialog);
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (name !== '') store.getState().changeProject({ name });
    openDialog(null);
  };
  return (
    <Dialog isOpen onClose={() => openDialog(null)} title="Rename the project">
      <form onSubmit={rename} className="grid gap-4">
        <label className="grid gap-1.5 text-sm font-medium">
          Name
          <input name="name" autoFocus defaultValue={store.getState().project.name} maxLength={NAME_LENGTH_MAX} required className={NAME_FIELD_CLASS} />
        </label>
        <Button type="submit" variant="primary" className="justify-self-end">
          Rename
        </Button>
      </form>
    </Dialog>
  );
}
