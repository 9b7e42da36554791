/**
 * A finished video: the player, what can be done with it, and what it is.
 */
'use client';

import { ExternalLink, Link2, Shuffle } from 'lucide-react';
import { DownloadButton } from '#components/result/download-button';
import { JOB_HEADING_ID, JobHeading } from '#components/result/job-heading';
import { useVideoCheck, type VideoCheck } from '#components/result/use-video-check';
import { VideoPlayer } from '#components/result/video-player';
import { ButtonLink } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import type { JobCompletedBody } from '#lib/api/contract';

interface FinishedVideoProps {
  job: JobCompletedBody;
  /** True where the video is shown on its own page: no link leads to the page one is on. */
  isOwnPage: boolean;
  /** Heads the video whatever the check says of it; absent: the outcome of the check does. */
  title?: string;
}

const HEADINGS: Readonly<Record<VideoCheck['state'], string>> = {
  checking: 'Checking your video',
  loading: 'Checking your video',
  ready: 'Your video is ready',
  unreachable: 'Your video cannot be reached',
};

export function FinishedVideo({ job, isOwnPage, title }: FinishedVideoProps) {
  const checking = useVideoCheck(job.result_url);
  const sharePath = `/videos/${job.job_id}`;
  return (
    <section aria-labelledby={JOB_HEADING_ID}>
      <JobHeading isOwnPage={isOwnPage}>{title ?? HEADINGS[checking.check.state]}</JobHeading>
      <div className="mt-5">
          <VideoPlayer url={job.result_url} posterUrl={job.poster_url} checking={checking} widthPx={job.width} heightPx={job.height} />
      </div>
      <div className="mt-4 flex flex-wrap gap-2.5">
        <CopyButton label="Copy link" icon={Link2} variant="primary" text={() => new URL(sharePath, window.location.href).href} />
        <DownloadButton url={job.result_url} fileName={`videogen-${job.job_id.slice(0, 8)}.mp4`} />
        {isOwnPage && (
          <ButtonLink href={`/?job=${job.job_id}`}>
            <Shuffle aria-hidden="true" />
            Remix
          </ButtonLink>
        )}
        {!isOwnPage && (
          <ButtonLink variant="quiet" href={sharePath}>
            <ExternalLink aria-hidden="true" />
            Open its page
          </ButtonLink>
        )}
      </div>
      <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-4 border-t border-line pt-5 sm:grid-cols-4">
        <Fact term="Length">{job.duration}</Fact>
        <Fact term="Picture">
          {job.width} × {job.height}
        </Fact>
        <Fact term="Size">{job.file_size}</Fact>
        <Fact term="Made in">{job.processing_time}</Fact>
      </dl>
      <DirectUrl url={job.result_url} />
    </section>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-[13px] text-ink-faint">{term}</dt>
      <dd className="mt-0.5 text-sm font-medium tabular-nums">{children}</dd>
    </div>
  );
}

/** The file's own address, for programs; people share the page. */
function DirectUrl({ url }: { url: string }) {
  return (
    <div className="mt-6">
      <label htmlFor="direct-url" className="text-[13px] text-ink-faint">
        Address of the file
      </label>
      <div className="mt-1.5 flex gap-2">
        <input
          id="direct-url"
          readOnly
          value={url}
          onFocus={(event) => event.currentTarget.select()}
          className="h-8 min-w-0 flex-1 truncate rounded-md border border-line bg-sunken px-2.5 font-mono text-xs text-ink-soft"
        />
        <CopyButton label="Copy" size="small" text={url} />
      </div>
    </div>
  );
}
