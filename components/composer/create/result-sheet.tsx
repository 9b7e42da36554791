/**
 * The sheet beside the stage in which videos are made: the one that is on its way or was chosen, and the list of those made of this project.
 * It lies over the inspector and locks nothing: the work goes on beside it.
 */
'use client';

import { ArrowLeft, RotateCcw, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useCreation } from '#components/composer/create/creation-context';
import { MadeVideos } from '#components/composer/create/made-videos';
import { WaitingCard } from '#components/composer/create/waiting-card';
import { useShell } from '#components/composer/shell/shell-store';
import { useEditorStore } from '#components/composer/store/editor-store';
import { JobView } from '#components/result/job-view';
import { useJob } from '#components/result/use-job';
import { Button } from '#components/ui/button';
import { IconButton } from '#components/ui/icon-button';
import { listElements } from '#lib/composition/list-elements';
import { presentOf } from '#lib/editor/history';
import { ERROR_CODES, isErrorCode } from '#lib/error-codes';

export function ResultSheet() {
  const { isCreating, error, refusals, jobId, showJob } = useCreation();
  const showResult = useShell((shell) => shell.showResult);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone it is below what one sees.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [isCreating]);
  return (
    <aside ref={place} data-panel="" aria-label="Videos of this project" className="absolute inset-y-0 right-0 z-20 flex w-[26rem] max-w-full animate-rise flex-col border-l border-line bg-surface shadow-pop max-xl:fixed max-xl:z-30 max-xl:w-[28rem]">
      <div className="flex h-11 items-center gap-1 border-b border-line px-3">
        {jobId !== null && !isCreating ? (
          <Button size="small" variant="quiet" className="-ml-1.5" onClick={() => showJob(null)}>
            <ArrowLeft aria-hidden="true" />
            All videos
          </Button>
        ) : (
          <h2 className="px-1 text-sm font-semibold">{isCreating ? 'New video' : 'Videos of this project'}</h2>
        )}
        <span className="ml-auto" />
        <IconButton label="Close the videos" icon={X} onClick={() => showResult(false)} />
      </div>
      <p role="status" className="sr-only">
        {isCreating ? 'Making your video' : ''}
      </p>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {isCreating ? (
          <WaitingCard />
        ) : (
          <>
            {error !== null && jobId === null && <Problem>{refusals.length > 0 ? 'The server refused the composition; its reasons are in the list of problems.' : `The video could not be started: ${error.message}. Your project is as it was; try again when it can.`}</Problem>}
            {jobId === null ? <MadeVideos onShow={showJob} /> : <JobInPlace key={jobId} jobId={jobId} />}
          </>
        )}
      </div>
    </aside>
  );
}

function JobInPlace({ jobId }: { jobId: string }) {
  const { createAgain } = useCreation();
  const store = useEditorStore();
  const showResult = useShell((shell) => shell.showResult);
  const job = useJob(jobId, null);
  const showElement = (elementId: string) => {
    const { history, say, reveal } = store.getState();
    const element = listElements(presentOf(history).composition).find((other) => other.elementId === elementId);
    if (element === undefined) return say({ kind: 'refusal', text: `There is no element “${elementId}” any more` });
    // The fields are under the sheet.
    showResult(false);
    const isSource = job.body !== null && 'error' in job.body && isErrorCode(job.body.error) && ERROR_CODES[job.body.error].fault === 'source';
    reveal([...element.path, ...(isSource ? ['source'] : [])].join('.'));
  };
  const retry = (
    <Button variant="primary" onClick={() => createAgain(jobId)}>
      <RotateCcw aria-hidden="true" />
      Try again
    </Button>
  );
  return <JobView job={job} isOwnPage={false} stoppedActions={retry} onShowElement={showElement} />;
}

function Problem({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="mb-4 rounded-lg bg-danger-soft px-3.5 py-2.5 text-sm text-danger">
      {children}
    </p>
  );
}
