/**
 * A job that ended without a video: what happened, to which element, and what can be done about it.
 */
'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleSlash, ClockAlert, RotateCcw, TriangleAlert, type LucideIcon } from 'lucide-react';
import { JOB_HEADING_ID, JobHeading } from '#components/result/job-heading';
import { Button } from '#components/ui/button';
import { createVideo } from '#lib/api/client';
import type { JobStoppedBody } from '#lib/api/contract';
import { ERROR_CODES, isErrorCode, type Fault } from '#lib/error-codes';

interface StoppedJobProps {
  job: JobStoppedBody;
  isOwnPage: boolean;
  /** What a retry posts again; null as long as it is not known. */
  composition: unknown;
  onCreated: (jobId: string) => void;
  /** Opens the composition in the editor; absent where the editor is beside this already. */
  onEdit?: () => void;
}

interface Look {
  icon: LucideIcon;
  title: string;
}

const LOOKS: Readonly<Record<JobStoppedBody['status'], Look>> = {
  failed: { icon: TriangleAlert, title: 'The video could not be made' },
  timeout: { icon: ClockAlert, title: 'The video took too long' },
  cancelled: { icon: CircleSlash, title: 'The video was cancelled' },
};

const ADVICE: Readonly<Record<Fault, string>> = {
  client: 'Change the composition, then start it again.',
  source: 'Check the source of the element, then start it again.',
  us: 'Nothing is wrong with your composition. Trying again may be enough.',
};

export function StoppedJob({ job, isOwnPage, composition, onCreated, onEdit }: StoppedJobProps) {
  const { icon: Icon, title } = LOOKS[job.status];
  const retry = useMutation({ mutationFn: () => createVideo(composition, { waitSeconds: 0 }), onSuccess: (created) => onCreated(created.job_id) });
  const isCancelled = job.status === 'cancelled';
  return (
    <section aria-labelledby={JOB_HEADING_ID}>
      <div className={isCancelled ? 'text-ink-faint' : 'text-danger'}>
        <span className={`grid size-10 place-items-center rounded-full ${isCancelled ? 'bg-sunken' : 'bg-danger-soft'}`}>
          <Icon className="size-5" aria-hidden="true" />
        </span>
      </div>
      <div className="mt-4">
        <JobHeading isOwnPage={isOwnPage}>{title}</JobHeading>
      </div>
      {isCancelled ? (
        <p className="mt-2 text-sm text-ink-soft">It was stopped before it was finished. Nothing was stored.</p>
      ) : (
        <Reason job={job} />
      )}
      <div className="mt-6 flex flex-wrap gap-2.5">
        <Button variant="primary" disabled={retry.isPending || composition === null} onClick={() => retry.mutate()}>
          <RotateCcw aria-hidden="true" />
          {retry.isPending ? 'Starting…' : isCancelled ? 'Start again' : 'Try again'}
        </Button>
        {onEdit !== undefined && (
          <Button disabled={composition === null} onClick={onEdit}>
            Edit the composition
          </Button>
        )}
      </div>
      {retry.isError && (
        <p role="alert" className="mt-3 text-sm text-danger">
          It could not be started: {retry.error.message}.
        </p>
      )}
    </section>
  );
}

function Reason({ job }: { job: JobStoppedBody }) {
  const elementId = job.details.element_id;
  const fault: Fault = isErrorCode(job.error) ? ERROR_CODES[job.error].fault : 'us';
  return (
    <>
      <p className="mt-2 text-[15px] leading-relaxed">{job.message}.</p>
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        {elementId !== undefined && (
          <>
            <dt className="text-ink-faint">Element</dt>
            <dd className="font-mono text-[13px] break-words">{elementId}</dd>
          </>
        )}
        <dt className="text-ink-faint">Code</dt>
        <dd className="font-mono text-[13px] break-words">{job.error}</dd>
      </dl>
      <p className="mt-4 text-sm text-ink-soft">{ADVICE[fault]}</p>
    </>
  );
}
