/**
 * Deletes a video after asking once.
 */
'use client';

import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { AlertDialog } from 'radix-ui';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { ApiError, deleteVideo } from '#lib/api/client';

interface DeleteVideoProps {
  jobId: string;
  title: string;
  onDeleted: (jobId: string) => void;
}

/** One that is gone already is deleted, whoever did it. */
async function deleteOrGone(jobId: string): Promise<void> {
  await deleteVideo(jobId).catch((error: unknown) => {
    if (!(error instanceof ApiError && error.status === 404)) throw error;
  });
}

export function DeleteVideo({ jobId, title, onDeleted }: DeleteVideoProps) {
  const [isOpen, setIsOpen] = useState(false);
  const deletion = useMutation({
    mutationFn: () => deleteOrGone(jobId),
    onSuccess: () => {
      setIsOpen(false);
      onDeleted(jobId);
    },
  });
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <AlertDialog.Trigger asChild>
        <Button size="small" variant="quiet" aria-label={`Delete ${title}`}>
          <Trash2 aria-hidden="true" />
          Delete
        </Button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/45 backdrop-blur-[2px]" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-sm -translate-x-1/2 -translate-y-1/2 rounded-2xl border border-line bg-surface p-6 shadow-pop">
          <AlertDialog.Title className="text-lg font-semibold">Delete this video?</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm leading-relaxed text-ink-soft">
            “<span className="break-words">{title}</span>” and its composition are gone for good, and links to it stop working.
          </AlertDialog.Description>
          {deletion.isError && (
            <p role="alert" className="mt-3 text-sm text-danger">
              It could not be deleted: {deletion.error.message}.
            </p>
          )}
          <div className="mt-6 flex flex-col-reverse gap-2.5 sm:flex-row sm:justify-end">
            <AlertDialog.Cancel asChild>
              <Button>Keep it</Button>
            </AlertDialog.Cancel>
            <Button variant="danger" disabled={deletion.isPending} onClick={() => deletion.mutate()}>
              {deletion.isPending ? 'Deleting…' : 'Delete the video'}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
