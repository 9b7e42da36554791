/**
 * The time between the request and its answer: the server may hold the answer until the video is finished, so nothing is known but the time.
 */
'use client';

import { useEffect, useState } from 'react';
import { JOB_HEADING_ID, JobHeading } from '#components/result/job-heading';
import { ProgressBar } from '#components/ui/progress-bar';
import { formatDuration } from '#lib/format';

export function WaitingCard() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const startedAt = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - startedAt) / 1_000)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <section aria-labelledby={JOB_HEADING_ID}>
      <JobHeading isOwnPage={false}>Making your video</JobHeading>
      <p className="mt-1 text-sm text-ink-soft">It appears here as soon as it is finished. Should it take longer, you see its progress instead.</p>
      <div className="mt-7">
        <ProgressBar label="The video is being made" percent={null} />
      </div>
      <p className="mt-3 text-[13px] text-ink-faint tabular-nums">{formatDuration(seconds)} so far</p>
    </section>
  );
}
