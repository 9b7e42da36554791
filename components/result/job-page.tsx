/**
 * The client's part of a job's page: the job itself, and where a retry or an edit leads.
 */
'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { JobView } from '#components/result/job-view';
import { RetryJob } from '#components/result/retry-job';
import { isFinalBody, useJob } from '#components/result/use-job';
import type { VideoResultBody } from '#lib/api/contract';

interface JobPageProps {
  initial: VideoResultBody;
  /** What the library calls it. */
  title: string | null;
  /** Known of a job that has ended without a video. */
  composition: unknown;
}

export function JobPage({ initial, title, composition }: JobPageProps) {
  const router = useRouter();
  const job = useJob(initial.job_id, initial);
  const { body } = job;
  // Held, as the refresh below brings a finished `initial` to those who watched it being made as well.
  const [wasFinished] = useState(initial.status === 'completed');
  const hasEnded = body !== null && isFinalBody(body);
  useEffect(() => {
    // It ended while it was watched: the server now gives its title, and what a retry needs.
    if (hasEnded && !isFinalBody(initial)) router.refresh();
  }, [hasEnded, initial, router]);
  const percent = body?.status === 'processing' ? Math.round(body.progress_percentage) : null;
  useEffect(() => {
    // For those who look at another tab meanwhile.
    if (percent !== null) document.title = `${percent}% · videogen`;
  }, [percent]);
  return (
    <>
      <div className="rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-7">
        <JobView
          job={job}
          isOwnPage
          finishedTitle={wasFinished ? (title ?? 'A video made with videogen') : undefined}
          stoppedActions={
            <RetryJob
              composition={composition}
              isCancelled={body?.status === 'cancelled'}
              onCreated={(jobId) => router.push(`/videos/${jobId}`)}
              onEdit={() => router.push(`/?job=${initial.job_id}`)}
            />
          }
        />
      </div>
      <p className="mt-6 text-center text-sm text-ink-soft">
        <Link href="/" className="rounded-sm font-medium text-ink underline decoration-line-strong underline-offset-4 hover:decoration-accent">
          Make a video of your own
        </Link>
      </p>
    </>
  );
}
