/**
 * A job that is not finished: how far it is, at which step, how long it will probably take, and a way to stop it.
 */
'use client';

import { CancelJob } from '#components/result/cancel-job';
import { JOB_HEADING_ID, JobHeading } from '#components/result/job-heading';
import { toRemainingSeconds } from '#components/result/remaining-seconds';
import { StepList } from '#components/result/step-list';
import { useElapsedSeconds } from '#components/result/use-elapsed-seconds';
import { ProgressBar } from '#components/ui/progress-bar';
import type { JobRunningBody } from '#lib/api/contract';
import { formatDuration, formatEstimate } from '#lib/format';

interface JobTrackerProps {
  job: JobRunningBody;
  /** The server does not answer at the moment. */
  isLost: boolean;
  isOwnPage: boolean;
}

export function JobTracker({ job, isLost, isOwnPage }: JobTrackerProps) {
  const elapsedSeconds = useElapsedSeconds(job.elapsed_seconds);
  const percent = Math.round(job.progress_percentage);
  return (
    <section aria-labelledby={JOB_HEADING_ID}>
      <div className="flex items-start justify-between gap-4">
        <div>
          <JobHeading isOwnPage={isOwnPage}>{job.step === 'pending' ? 'Your video is in the queue' : 'Making your video'}</JobHeading>
          <p className="mt-1 text-sm text-ink-soft">{isLost ? 'No connection. The video goes on being made; asking again…' : toSentence(toRemainingSeconds({ estimatedSeconds: job.estimated_seconds, elapsedSeconds, progressPercent: job.progress_percentage }))}</p>
        </div>
        <CancelJob jobId={job.job_id} />
      </div>

      <div className="mt-7 flex items-baseline justify-between gap-4">
        <p className="text-sm font-medium">{job.current_step}</p>
        <p className="text-3xl font-semibold tracking-tight tabular-nums" data-testid="progress">
          {percent}
          <span className="ml-0.5 text-lg text-ink-faint">%</span>
        </p>
      </div>
      <div className="mt-2">
        <ProgressBar label="Progress of the video" percent={percent} valueText={`${percent} percent, ${job.current_step}`} />
      </div>

      <div className="mt-7 border-t border-line pt-5">
        <StepList step={job.step} />
      </div>
      <p className="mt-5 text-[13px] text-ink-faint tabular-nums">
        Started {formatDuration(elapsedSeconds)} ago. You may close this page: the video goes on being made.
      </p>
    </section>
  );
}

function toSentence(remainingSeconds: number | null): string {
  return remainingSeconds === null ? 'A little longer than estimated, still at work' : `About ${formatEstimate(remainingSeconds)} left`;
}
