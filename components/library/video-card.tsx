/**
 * One video of the library: its poster or how far it is, what it is, and what can be done with it.
 */
'use client';

import { Shuffle } from 'lucide-react';
import Link from 'next/link';
import { DeleteVideo } from '#components/library/delete-video';
import { formatAge } from '#components/library/format-age';
import { useLiveVideo } from '#components/library/use-live-video';
import { VideoPoster } from '#components/library/video-poster';
import { CancelJob } from '#components/result/cancel-job';
import { ButtonLink } from '#components/ui/button';
import type { LibraryVideo } from '#lib/api/contract';

interface VideoCardProps {
  video: LibraryVideo;
  onDeleted: (jobId: string) => void;
}

export function VideoCard({ video: listed, onDeleted }: VideoCardProps) {
  const video = useLiveVideo(listed);
  const title = video.title ?? `Video ${video.job_id.slice(0, 8)}`;
  return (
    <li className="flex min-w-0 flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-card">
      <VideoPoster video={video} />
      <div className="flex flex-1 flex-col p-4">
        <h2 className="truncate text-[15px] font-medium" title={title}>
          <Link href={`/videos/${video.job_id}`} className="rounded-sm hover:underline hover:underline-offset-4">
            {title}
          </Link>
        </h2>
        <p className="mt-1 text-[13px] text-ink-soft tabular-nums">{toFacts(video)}</p>
        <p className="mt-0.5 text-[13px] text-ink-faint">
          <time dateTime={video.created_at} title={new Date(video.created_at).toLocaleString()}>
            {formatAge(video.created_at, new Date())}
          </time>
          {video.status === 'completed' && ` · made in ${video.processing_time}`}
        </p>
        <div className="mt-auto flex items-center gap-1.5 pt-3.5">
          <ButtonLink size="small" href={`/?job=${video.job_id}`} aria-label={`Remix ${title}`}>
            <Shuffle aria-hidden="true" />
            Remix
          </ButtonLink>
          <span className="ml-auto">
            {video.status === 'processing' ? <CancelJob jobId={video.job_id} /> : <DeleteVideo jobId={video.job_id} title={title} onDeleted={onDeleted} />}
          </span>
        </div>
      </div>
    </li>
  );
}

function toFacts(video: LibraryVideo): string {
  const size = `${video.width} × ${video.height}`;
  return video.status === 'completed' ? `${video.duration} · ${size} · ${video.file_size}` : size;
}

/** Of the size of a card, so that nothing moves when the cards come. */
export function VideoCardSkeleton() {
  return (
    <div className="overflow-hidden rounded-2xl border border-line bg-surface">
      <div className="aspect-video animate-breathe bg-sunken" />
      <div className="space-y-2 p-4">
        <div className="h-5 w-2/3 animate-breathe rounded bg-sunken" />
        <div className="h-4 w-1/2 animate-breathe rounded bg-sunken" />
        <div className="h-4 w-1/3 animate-breathe rounded bg-sunken" />
        <div className="mt-3.5 h-8 w-20 animate-breathe rounded-md bg-sunken" />
      </div>
    </div>
  );
}
