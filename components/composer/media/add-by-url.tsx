/** A medium by its address: the server looks at it, and says what is wrong with it when it cannot be used. */
'use client';

import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { explain } from '#components/composer/media/uploads-store';
import { useTakeMedium } from '#components/composer/media/use-drop-files';
import { useEditorStore } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { probeMedia } from '#lib/api/client';
import { titleOf } from '#lib/editor/editor-view';

export function AddByUrl() {
  const store = useEditorStore();
  const take = useTakeMedium();
  const id = useId();
  const [address, setAddress] = useState('');
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (source: string) => probeMedia(source),
    onSuccess: (body, source) => {
      take({ body, name: titleOf({ type: 'image', source }), projectId: store.getState().project.id });
      setAddress('');
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (address.trim() !== '') mutate(address.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <label htmlFor={id} className="text-xs text-ink-soft">
        By its address
      </label>
      <div className="mt-1 flex gap-1.5">
        <input
          id={id}
          type="url"
          value={address}
          placeholder="https://…"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setAddress(target.value);
            reset();
          }}
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : `${id}-error`}
          className="h-8 min-w-0 flex-1 rounded-md border border-line bg-surface px-2 text-[13px] placeholder:text-ink-faint hover:border-line-strong focus-visible:border-accent aria-invalid:border-danger"
        />
        <Button type="submit" size="small" disabled={isPending || address.trim() === ''}>
          {isPending ? 'Looking…' : 'Add'}
        </Button>
      </div>
      {error !== null && (
        <p role="alert" id={`${id}-error`} className="mt-1 text-xs leading-4 break-words text-danger">
          {explain(error)}
        </p>
      )}
    </form>
  );
}
