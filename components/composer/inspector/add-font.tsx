/** A font of the composition's own, brought in where fonts are chosen: a file of this computer, or one by its address. Once it is there it is chosen. */
'use client';

import { useMutation } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import { INPUT_CLASS } from '#components/composer/inspector/field-row';
import { explain, useUploads } from '#components/composer/media/uploads-store';
import { useTakeMedium } from '#components/composer/media/use-drop-files';
import { useShell } from '#components/composer/shell/shell-store';
import { useEditorStore } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { probeMedia } from '#lib/api/client';
import type { MediaBody } from '#lib/api/contract';
import { titleOf } from '#lib/editor/editor-view';
import { toOwnFont } from '#lib/editor/own-font';

export function AddFont({ onAdded }: { onAdded: (family: string) => void }) {
  const store = useEditorStore();
  const take = useTakeMedium();
  const start = useUploads((uploads) => uploads.start);
  const showPanel = useShell((shell) => shell.showPanel);
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState('');
  const use = (body: MediaBody, name: string, projectId: string): void => {
    take({ body, name, projectId });
    if (store.getState().project.id === projectId) onAdded(toOwnFont(name, body.source).family);
  };
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (source: string) => probeMedia(source, { kind: 'font' }),
    onSuccess: (body, source) => use(body, titleOf({ type: 'image', source }), store.getState().project.id),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (address.trim() !== '') mutate(address.trim());
  };
  const upload = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    const { id: projectId } = store.getState().project;
    // How far it has come is shown there.
    showPanel('media');
    start(chosen, (ready, body) => use(body, ready.name, projectId));
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-1.5 border-t border-line p-2.5">
      <label htmlFor={id} className="text-[11px] text-ink-faint">
        A font of your own, by its address or as a file
      </label>
      <div className="flex gap-1.5">
        <input
          id={id}
          type="url"
          value={address}
          placeholder="https://…/font.woff2"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setAddress(target.value);
            reset();
          }}
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : `${id}-error`}
          className={`${INPUT_CLASS} h-8`}
        />
        <Button type="submit" size="small" disabled={isPending || address.trim() === ''}>
          {isPending ? 'Looking…' : 'Add'}
        </Button>
        <Button size="small" aria-label="Upload a font" title="Upload a font" onClick={() => file.current?.click()}>
          <Upload aria-hidden="true" />
        </Button>
      </div>
      {error !== null && (
        <p role="alert" id={`${id}-error`} className="text-xs leading-4 break-words text-danger">
          {explain(error)}
        </p>
      )}
      <input ref={file} type="file" hidden aria-label="Font file" accept=".ttf,.otf,.woff,.woff2" onChange={({ target }) => upload(target.files?.[0])} />
    </form>
  );
}
