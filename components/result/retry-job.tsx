/**
 * Starts a stopped job's composition once more, as it was: the composition in, the new job's id out; and the way back into the editor.
 */
'use client';

import { useMutation } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { Button } from '#components/ui/button';
import { createVideo } from '#lib/api/client';

interface RetryJobProps {
  /** Null as long as it is not known. */
  composition: unknown;
  /** Somebody wanted it to stop. */
  isCancelled: boolean;
  onCreated: (jobId: string) => void;
  onEdit: () => void;
}

export function RetryJob({ composition, isCancelled, onCreated, onEdit }: RetryJobProps) {
  const retry = useMutation({ mutationFn: () => createVideo(composition, { waitSeconds: 0 }), onSuccess: (created) => onCreated(created.job_id) });
  return (
    <>
      <Button variant="primary" disabled={retry.isPending || composition === null} onClick={() => retry.mutate()}>
        <RotateCcw aria-hidden="true" />
        {retry.isPending ? 'Starting…' : isCancelled ? 'Start again' : 'Try again'}
      </Button>
      <Button disabled={composition === null} onClick={onEdit}>
        Edit the composition
      </Button>
      {retry.isError && (
        <p role="alert" className="w-full text-sm text-danger">
          It could not be started: {retry.error.message}.
        </p>
      )}
    </>
  );
}
