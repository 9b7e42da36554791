/**
 * The upper part of a card: the poster of a finished video, the progress of one in the making, the reason of one that stopped.
 */
'use client';

import { CircleSlash, ClockAlert, Film, TriangleAlert, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { ProgressBar } from '#components/ui/progress-bar';
import type { JobRunningBody, JobStoppedBody, LibraryVideo } from '#lib/api/contract';

const STOPPED: Readonly<Record<JobStoppedBody['status'], { icon: LucideIcon; label: string }>> = {
  failed: { icon: TriangleAlert, label: 'Failed' },
  timeout: { icon: ClockAlert, label: 'Took too long' },
  cancelled: { icon: CircleSlash, label: 'Cancelled' },
};

export function VideoPoster({ video }: { video: LibraryVideo }) {
  if (video.status === 'completed') return <Poster url={video.poster_url} jobId={video.job_id} />;
  return (
    <div className="grid aspect-video place-items-center border-b border-line bg-sunken px-5">
      {video.status === 'processing' ? <Running video={video} /> : <Stopped video={video} />}
    </div>
  );
}

/** The title's link leads to the same page: this one is for the pointer alone. */
function Poster({ url, jobId }: { url: string | null; jobId: string }) {
  return (
    <Link href={`/videos/${jobId}`} tabIndex={-1} aria-hidden="true" className="relative grid aspect-video place-items-center overflow-hidden bg-stage">
      {url === null ? (
        <Film className="size-8 text-on-stage/50" />
      ) : (
        <img src={url} alt="" loading="lazy" decoding="async" className="absolute inset-0 size-full object-contain" />
      )}
    </Link>
  );
}

function Running({ video }: { video: JobRunningBody }) {
  const percent = Math.round(video.progress_percentage);
  return (
    <div className="w-full">
      <div className="mb-2 flex items-baseline justify-between gap-3 text-[13px]">
        <span className="truncate font-medium">{video.current_step}</span>
        <span className="text-ink-soft tabular-nums">{percent}%</span>
      </div>
      <ProgressBar label="Progress of the video" percent={percent} valueText={`${percent} percent, ${video.current_step}`} />
    </div>
  );
}

function Stopped({ video }: { video: JobStoppedBody }) {
  const { icon: Icon, label } = STOPPED[video.status];
  const isCancelled = video.status === 'cancelled';
  return (
    <div className="text-center">
      <p className={isCancelled ? 'flex items-center justify-center gap-2 text-sm font-medium text-ink-soft' : 'flex items-center justify-center gap-2 text-sm font-medium text-danger'}>
        <Icon className="size-4" aria-hidden="true" />
        {label}
      </p>
      {!isCancelled && <p className="mt-1.5 line-clamp-3 text-[13px] leading-snug text-ink-soft">{video.message}</p>}
    </div>
  );
}
