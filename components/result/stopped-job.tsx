/**
 * A job that ended without a video: what happened, to which element, and what can be done about it.
 */
'use client';

import { CircleSlash, ClockAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { JOB_HEADING_ID, JobHeading } from '#components/result/job-heading';
import type { JobStoppedBody } from '#lib/api/contract';
import { ERROR_CODES, isErrorCode, type Fault } from '#lib/error-codes';

interface StoppedJobProps {
  job: JobStoppedBody;
  isOwnPage: boolean;
  /** Buttons: what can be done about it. */
  actions: ReactNode;
  /** Leads to the element; absent where there is no editor beside this. */
  onShowElement: ((elementId: string) => void) | undefined;
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

export function StoppedJob({ job, isOwnPage, actions, onShowElement }: StoppedJobProps) {
  const { icon: Icon, title } = LOOKS[job.status];
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
        <Reason job={job} onShowElement={onShowElement} />
      )}
      <div className="mt-6 flex flex-wrap gap-2.5">{actions}</div>
    </section>
  );
}

function Reason({ job, onShowElement }: Pick<StoppedJobProps, 'job' | 'onShowElement'>) {
  const elementId = job.details.element_id;
  const fault: Fault = isErrorCode(job.error) ? ERROR_CODES[job.error].fault : 'us';
  return (
    <>
      <p className="mt-2 text-[15px] leading-relaxed">{job.message}.</p>
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        {elementId !== undefined && (
          <>
            <dt className="text-ink-faint">Element</dt>
            <dd className="font-mono text-[13px] break-words">
              {onShowElement === undefined ? (
                elementId
              ) : (
                <button type="button" title="Go to the element" onClick={() => onShowElement(elementId)} className="rounded-sm text-left underline decoration-line-strong underline-offset-4 hover:decoration-accent">
                  {elementId}
                </button>
              )}
            </dd>
          </>
        )}
        <dt className="text-ink-faint">Code</dt>
        <dd className="font-mono text-[13px] break-words">{job.error}</dd>
      </dl>
      <p className="mt-4 text-sm text-ink-soft">{ADVICE[fault]}</p>
    </>
  );
}
