/**
 * Deletes a video after asking once.
 */
'use client';

import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/confirm-dialog';
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
  const trigger = (
    <Button size="small" variant="quiet" aria-label={`Delete ${title}`}>
      <Trash2 aria-hidden="true" />
      Delete
    </Button>
  );
  return (
    <ConfirmDialog
      isOpen={isOpen}
      trigger={trigger}
      onOpen={() => setIsOpen(true)}
      onClose={() => setIsOpen(false)}
      title="Delete this video?"
      description={
        <>
          “<span className="break-words">{title}</span>” and its composition are gone for good, and links to it stop working.
        </>
      }
      action={deletion.isPending ? 'Deleting…' : 'Delete the video'}
      error={deletion.error === null ? null : `It could not be deleted: ${deletion.error.message}.`}
      isPending={deletion.isPending}
      onConfirm={() => deletion.mutate()}
    />
  );
}
