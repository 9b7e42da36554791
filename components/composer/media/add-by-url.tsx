/** A medium by its address, into the project that is open when it is asked for. */
'use client';

import { AddressForm, type TakeFound } from '#components/composer/media/address-form';
import { useTakeMedium } from '#components/composer/media/use-drop-files';
import { useEditorStore } from '#components/composer/store/editor-store';

export function AddByUrl() {
  const store = useEditorStore();
  const take = useTakeMedium();
  const ask = (): TakeFound => {
    const { id: projectId } = store.getState().project;
    return (body, name) => take({ body, name, projectId });
  };
  return <AddressForm label="By its address" placeholder="https://…" onAsk={ask} />;
}
