/**
 * A job in whatever state it is: the tracker while it runs, then the video, or why there is none. Used by the result page and beside the editor.
 */
'use client';

import type { ReactNode } from 'react';
import { FinishedVideo } from '#components/result/finished-video';
import { JobTracker } from '#components/result/job-tracker';
import { StoppedJob } from '#components/result/stopped-job';
import { isNotFound, type LiveJob } from '#components/result/use-job';
import type { VideoResultBody } from '#lib/api/contract';

export interface JobViewProps {
  /** From `useJob`. */
  job: LiveJob;
  isOwnPage: boolean;
  /** Heads a finished video for those who open a shared link: they have not made it. */
  finishedTitle?: string;
  /** What can be done about a job that ended without a video. */
  stoppedActions: ReactNode;
  /** Leads to the element that stopped it; absent where there is no editor beside this. */
  onShowElement?: (elementId: string) => void;
}

export function JobView({ job: { body, error, isLost }, isOwnPage, finishedTitle, stoppedActions, onShowElement }: JobViewProps) {
  if (body === null) return <p className="py-10 text-center text-sm text-ink-soft">{error === null ? 'Loading…' : `${error.message}.${isNotFound(error) ? '' : ' Asking again…'}`}</p>;
  return (
    <>
      <p className="sr-only" role="status">
        {toSpoken(body)}
      </p>
      {body.status === 'processing' ? (
        <JobTracker job={body} isLost={isLost} isOwnPage={isOwnPage} />
      ) : body.status === 'completed' ? (
        <FinishedVideo job={body} isOwnPage={isOwnPage} title={finishedTitle} />
      ) : (
        <StoppedJob job={body} isOwnPage={isOwnPage} actions={stoppedActions} onShowElement={onShowElement} />
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
