/**
 * Stops a job after asking once; what the server answers becomes the job's state at once.
 */
'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setJob } from '#components/result/use-job';
import { Button } from '#components/ui/button';
import { ConfirmDialog } from '#components/ui/confirm-dialog';
import { ApiError, cancelVideo, getVideoResult } from '#lib/api/client';

/** A job that ended before the cancel arrived is shown as what it became. */
async function cancelOrCatchUp(jobId: string) {
  try {
    return await cancelVideo(jobId);
  } catch (error) {
    if (error instanceof ApiError && error.status === 409) return getVideoResult(jobId);
    throw error;
  }
}

export function CancelJob({ jobId }: { jobId: string }) {
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const cancel = useMutation({
    mutationFn: () => cancelOrCatchUp(jobId),
    onSuccess: (body) => {
      setIsOpen(false);
      setJob(client, body);
    },
  });
  const trigger = (
    <Button size="small" variant="secondary">
      Cancel
    </Button>
  );
  return (
    <ConfirmDialog
      isOpen={isOpen}
      trigger={trigger}
      onOpen={() => setIsOpen(true)}
      onClose={() => setIsOpen(false)}
      title="Cancel this video?"
      description="What has been rendered so far is thrown away. The composition is kept, so you can start it again."
      keepLabel="Keep going"
      action={cancel.isPending ? 'Cancelling…' : 'Cancel the video'}
      error={cancel.error === null ? null : `It could not be cancelled: ${cancel.error.message}.`}
      isPending={cancel.isPending}
      onConfirm={() => cancel.mutate()}
    />
  );
}
