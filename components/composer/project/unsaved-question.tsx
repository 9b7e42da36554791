/** Asks whether another project is to be opened although this one's last changes could not be stored. */
'use client';

import { ConfirmDialog } from '#components/ui/confirm-dialog';

export function UnsavedQuestion({ onAnswer }: { onAnswer: (goesOn: boolean) => void }) {
  return (
    <ConfirmDialog
      title="Leave this project unsaved?"
      description="This browser could not store your last changes. Stay here to save them as a JSON file; they are lost when another project is opened."
      keepLabel="Stay here"
      action="Open the other one"
      onConfirm={() => onAnswer(true)}
      onClose={() => onAnswer(false)}
    />
  );
}
