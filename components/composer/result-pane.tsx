/**
 * The right pane: the estimate and the button, and below them the preview, or the job once there is one.
 */
'use client';

import { ArrowLeft, Clapperboard } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { EstimateLine } from '#components/composer/estimate-line';
import type { CreatedJob, useCreateVideo } from '#components/composer/use-create-video';
import { useDebounced } from '#components/composer/use-debounced';
import { WaitingCard } from '#components/composer/waiting-card';
import { Preview } from '#components/preview/preview';
import { JobView } from '#components/result/job-view';
import { useJob } from '#components/result/use-job';
import { Button } from '#components/ui/button';
import { ApiError } from '#lib/api/client';
import type { Composition } from '#lib/composition/schema/composition';

/** The preview loads media: not for every address that is still being typed. */
const PREVIEW_SETTLE_MS = 350;

interface ResultPaneProps {
  composition: Composition | null;
  create: ReturnType<typeof useCreateVideo>;
  job: CreatedJob | null;
  onJob: (job: CreatedJob | null) => void;
  onSubmit: () => void;
  onSelectElement: (elementId: string) => void;
}

export function ResultPane({ composition, create, job, onJob, onSubmit, onSelectElement }: ResultPaneProps) {
  const isBusy = create.isPending || job !== null;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the job is below the text: bring it into view.
    if (!isBusy) return;
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    place.current?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'auto' : 'smooth' });
  }, [isBusy]);
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Card>
        <div className="flex flex-col justify-between gap-x-6 gap-y-4 sm:flex-row sm:items-center">
          <EstimateLine composition={composition} />
          <Button variant="primary" size="large" className="max-sm:w-full" disabled={composition === null} aria-disabled={create.isPending} onClick={onSubmit}>
            <Clapperboard aria-hidden="true" />
            Create video
            <ShortcutHint />
          </Button>
        </div>
        {create.isError && <CreateProblem error={create.error} />}
      </Card>
      <p role="status" className="sr-only">
        {create.isPending ? 'Making your video' : ''}
      </p>
      <div ref={place} className="scroll-mt-5">
        <Card>
          {create.isPending ? (
            <WaitingCard />
          ) : job !== null ? (
            <>
              <Button size="small" variant="quiet" className="mb-4 -ml-2.5" onClick={() => onJob(null)}>
                <ArrowLeft aria-hidden="true" />
                Back to the preview
              </Button>
              <JobInPlace key={job.jobId} job={job} onJob={onJob} />
            </>
          ) : (
            <PreviewCard composition={composition} onSelect={onSelectElement} />
          )}
        </Card>
      </div>
    </div>
  );
}

function JobInPlace({ job: { jobId, composition }, onJob }: { job: CreatedJob; onJob: (job: CreatedJob) => void }) {
  const job = useJob(jobId, null);
  return <JobView job={job} composition={composition} isOwnPage={false} onCreated={(nextJobId) => onJob({ jobId: nextJobId, composition })} />;
}

function PreviewCard({ composition, onSelect }: { composition: Composition | null; onSelect: (elementId: string) => void }) {
  const settled = useDebounced(composition, PREVIEW_SETTLE_MS);
  return (
    <section aria-labelledby="preview-heading">
      <div className="mb-3 flex items-baseline justify-between">
        <h2 id="preview-heading" className="text-sm font-semibold">
          Preview
        </h2>
        {settled !== null && (
          <p className="text-[13px] text-ink-faint tabular-nums">
            {settled.width} × {settled.height}
          </p>
        )}
      </div>
      {settled === null ? (
        <p className="grid min-h-56 place-items-center rounded-xl bg-sunken p-6 text-center text-sm text-ink-soft">The preview is back as soon as the composition is valid.</p>
      ) : (
        <Preview composition={settled} onSelect={onSelect} />
      )}
    </section>
  );
}

function CreateProblem({ error }: { error: Error }) {
  const isRefused = error instanceof ApiError && error.problems.length > 0;
  return (
    <p role="alert" className="mt-4 rounded-lg bg-danger-soft px-3.5 py-2.5 text-sm text-danger">
      {isRefused ? 'The server refused the composition; its reasons are under the text.' : `The video could not be started: ${error.message}.`}
    </p>
  );
}

const subscribeToNothing = () => () => {};

function ShortcutHint() {
  const isMac = useSyncExternalStore(subscribeToNothing, () => navigator.userAgent.includes('Mac OS X'), () => false);
  return (
    <kbd className="ml-1 rounded border border-current/35 px-1.5 font-sans text-[11px] leading-[18px] font-medium max-sm:hidden" aria-hidden="true">
      {isMac ? '⌘' : 'Ctrl'} ↵
    </kbd>
  );
}

function Card({ children }: { children: ReactNode }) {
  return <div className="rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-5">{children}</div>;
}
