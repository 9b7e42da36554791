/** A font of the composition's own, brought in where fonts are chosen: a file of this computer, or one by its address. Once it is there it is chosen. */
'use client';

import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { AddressForm, type TakeFound } from '#components/composer/media/address-form';
import { useUploads } from '#components/composer/media/uploads-store';
import { useTakeMedium } from '#components/composer/media/use-drop-files';
import { useShell } from '#components/composer/shell/shell-store';
import { useEditorStore } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { presentOf } from '#lib/editor/history';
import { toOwnFont } from '#lib/editor/own-font';

/** `onAdded` only while what was selected still is: the font is for that. */
export function AddFont({ onAdded }: { onAdded: (family: string) => void }) {
  const store = useEditorStore();
  const take = useTakeMedium();
  const start = useUploads((uploads) => uploads.start);
  const showPanel = useShell((shell) => shell.showPanel);
  const file = useRef<HTMLInputElement>(null);
  const whereItIs = (): { projectId: string; selected: string } => {
    const { project, history } = store.getState();
    return { projectId: project.id, selected: presentOf(history).selection.join('\n') };
  };
  const ask = (): TakeFound => {
    const { projectId, selected } = whereItIs();
    return (body, name) => {
      take({ body, name, projectId });
      const now = whereItIs();
      if (now.projectId === projectId && now.selected === selected) onAdded(toOwnFont(name, body.source).family);
    };
  };
  const upload = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    const takeFound = ask();
    // How far it has come is shown there.
    showPanel('media');
    start(chosen, (ready, body) => takeFound(body, ready.name));
  };
  return (
    <div className="border-t border-line p-2.5">
      <AddressForm label="A font of your own, by its address or as a file" placeholder="https://…/font.woff2" kind="font" onAsk={ask}>
        <Button size="small" aria-label="Upload a font" title="Upload a font" onClick={() => file.current?.click()}>
          <Upload aria-hidden="true" />
        </Button>
      </AddressForm>
      <input
        ref={file}
        type="file"
        hidden
        aria-label="Font file"
        accept=".ttf,.otf,.woff,.woff2"
        onChange={({ target }) => {
          upload(target.files?.[0]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </div>
  );
}
