/** A question before something that cannot be undone: what would be done, and two buttons; the focus is on the one that does nothing. */
'use client';

import { AlertDialog } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '#components/ui/button';

interface ConfirmDialogProps {
  title: string;
  description: ReactNode;
  /** What the button that does it says. */
  action: string;
  /** What the other one says. */
  keepLabel?: string;
  /** Why it could not be done: a sentence. */
  error?: string | null;
  /** It is being done: it cannot be asked for twice. */
  isPending?: boolean;
  /** It stays open: what it asks about may go wrong. */
  onConfirm: () => void;
  onClose: () => void;
  /** Absent: open as long as it is rendered. */
  isOpen?: boolean;
  /** The button that opens it by `onOpen`, and has the focus again afterwards. */
  trigger?: ReactElement;
  onOpen?: () => void;
}

export function ConfirmDialog({ title, description, action, keepLabel = 'Keep it', error = null, isPending = false, onConfirm, onClose, isOpen = true, trigger, onOpen }: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(isWanted) => (isWanted ? onOpen?.() : onClose())}>
      {trigger !== undefined && <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 bg-black/45 backdrop-blur-[2px]" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-sm -translate-x-1/2 -translate-y-1/2 rounded-2xl border border-line bg-surface p-6 shadow-pop">
          <AlertDialog.Title className="text-lg font-semibold break-words">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm leading-relaxed text-ink-soft">{description}</AlertDialog.Description>
          {error !== null && (
            <p role="alert" className="mt-3 text-sm text-danger">
              {error}
            </p>
          )}
          <div className="mt-6 flex flex-col-reverse gap-2.5 sm:flex-row sm:justify-end">
            <AlertDialog.Cancel asChild>
              <Button>{keepLabel}</Button>
            </AlertDialog.Cancel>
            <Button variant="danger" disabled={isPending} onClick={onConfirm}>
              {action}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
