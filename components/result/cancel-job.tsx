/**
 * Stops a job after asking once; what the server answers becomes the job's state at once.
 */
'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { AlertDialog } from 'radix-ui';
import { useState } from 'react';
import { setJob } from '#components/result/use-job';
import { Button } from '#components/ui/button';
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
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <AlertDialog.Trigger asChild>
        <Button size="small" variant="secondary">
          Cancel
        </Button>
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/45 backdrop-blur-[2px]" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[calc(100vw-2rem)] max-w-sm -translate-x-1/2 -translate-y-1/2 rounded-2xl border border-line bg-surface p-6 shadow-pop">
          <AlertDialog.Title className="text-lg font-semibold">Cancel this video?</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm leading-relaxed text-ink-soft">
            What has been rendered so far is thrown away. The composition is kept, so you can start it again.
          </AlertDialog.Description>
          {cancel.isError && (
            <p role="alert" className="mt-3 text-sm text-danger">
              It could not be cancelled: {cancel.error.message}.
            </p>
          )}
          <div className="mt-6 flex flex-col-reverse gap-2.5 sm:flex-row sm:justify-end">
            <AlertDialog.Cancel asChild>
              <Button>Keep going</Button>
            </AlertDialog.Cancel>
            <Button variant="danger" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
              {cancel.isPending ? 'Cancelling…' : 'Cancel the video'}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
