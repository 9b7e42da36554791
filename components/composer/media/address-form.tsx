/** The form for something by its address: the server looks at it, and says what is wrong with it when it cannot be used; what it has found goes to who asked. */
'use client';

import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { INPUT_CLASS } from '#components/composer/inspector/field-row';
import { explain } from '#components/composer/media/uploads-store';
import { Button } from '#components/ui/button';
import { probeMedia } from '#lib/api/client';
import type { MediaBody } from '#lib/api/contract';
import { titleOf } from '#lib/editor/editor-view';

/** Gets what was found, and what people would call it. */
export type TakeFound = (body: MediaBody, name: string) => void;

interface AddressFormProps {
  label: string;
  placeholder: string;
  /** Absent: whatever it turns out to be. */
  kind?: 'font';
  /** Called when it is asked for: the answer goes where it was meant to then, however late it comes. */
  onAsk: () => TakeFound;
  /** Beside its button. */
  children?: ReactNode;
}

interface Asked {
  source: string;
  take: TakeFound;
}

export function AddressForm({ label, placeholder, kind, onAsk, children }: AddressFormProps) {
  const id = useId();
  const [address, setAddress] = useState('');
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: ({ source }: Asked) => probeMedia(source, kind === undefined ? {} : { kind }),
    onSuccess: (body, { source, take }) => {
      take(body, titleOf({ type: 'image', source }));
      // The next one may have been typed meanwhile.
      setAddress((typed) => (typed.trim() === source ? '' : typed));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (address.trim() !== '') mutate({ source: address.trim(), take: onAsk() });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-1.5">
      <label htmlFor={id} className="text-xs text-ink-soft">
        {label}
      </label>
      <div className="flex gap-1.5">
        <input
          id={id}
          type="url"
          value={address}
          placeholder={placeholder}
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
        {children}
      </div>
      {error !== null && (
        <p role="alert" id={`${id}-error`} className="text-xs leading-4 break-words text-danger">
          {explain(error)}
        </p>
      )}
    </form>
  );
}
