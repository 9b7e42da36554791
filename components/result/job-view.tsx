/**
 * A job in whatever state it is: the tracker while it runs, then the video, or why there is none. Used by the result page and beside the editor.
 */
'use client';

import { FinishedVideo } from '#components/result/finished-video';
import { JobTracker } from '#components/result/job-tracker';
import { StoppedJob } from '#components/result/stopped-job';
import type { LiveJob } from '#components/result/use-job';
import type { VideoResultBody } from '#lib/api/contract';

export interface JobViewProps {
  /** From `useJob`. */
  job: LiveJob;
  /** What a retry posts again; null as long as it is not known. */
  composition: unknown;
  isOwnPage: boolean;
  /** Heads a finished video for those who open a shared link: they have not made it. */
  finishedTitle?: string;
  /** A retry made a new job. */
  onCreated: (jobId: string) => void;
  /** Opens the composition in the editor; absent where the editor is beside this already. */
  onEdit?: () => void;
}

export function JobView({ job: { body, error }, composition, isOwnPage, finishedTitle, onCreated, onEdit }: JobViewProps) {
  if (body === null) return <p className="py-10 text-center text-sm text-ink-soft">{error === null ? 'Loading…' : `${error.message}. Asking again…`}</p>;
  return (
    <>
      <p className="sr-only" role="status">
        {toSpoken(body)}
      </p>
      {body.status === 'processing' ? (
        <JobTracker job={body} isOwnPage={isOwnPage} />
      ) : body.status === 'completed' ? (
        <FinishedVideo job={body} isOwnPage={isOwnPage} title={finishedTitle} />
      ) : (
        <StoppedJob job={body} composition={composition} isOwnPage={isOwnPage} onCreated={onCreated} onEdit={onEdit} />
      )}
    </>
  );
}

/** A screen reader hears each step and each tenth, not each percent. */
const SPOKEN_PERCENT_STEP = 10;

function toSpoken(body: VideoResultBody): string {
  if (body.status === 'completed') return 'The video is finished';
  if (body.status !== 'processing') return body.message;
  return `${body.current_step}, ${Math.floor(body.progress_percentage / SPOKEN_PERCENT_STEP) * SPOKEN_PERCENT_STEP} percent`;
}
