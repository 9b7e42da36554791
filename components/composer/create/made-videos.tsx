/** The last videos made of this project, each as it stands now. */
'use client';

import { ChevronRight, Clapperboard } from 'lucide-react';
import { useEditor } from '#components/composer/store/editor-store';
import { usePolledJob, type PolledJob } from '#components/result/use-polled-job';
import type { VideoResultBody } from '#lib/api/contract';

export function MadeVideos({ onShow }: { onShow: (jobId: string) => void }) {
  const jobIds = useEditor(({ project }) => project.jobIds);
  if (jobIds.length === 0) {
    return (
      <div className="grid justify-items-center gap-3 px-6 py-14 text-center text-sm text-ink-soft">
        <Clapperboard className="size-6 text-ink-faint" aria-hidden="true" />
        <p>No video has been made of this project yet. “Create video” makes one, and it appears here.</p>
      </div>
    );
  }
  return (
    <ul className="grid gap-2">
      {jobIds.map((jobId) => (
        <li key={jobId}>
          <MadeVideo jobId={jobId} onShow={onShow} />
        </li>
      ))}
    </ul>
  );
}

function MadeVideo({ jobId, onShow }: { jobId: string; onShow: (jobId: string) => void }) {
  const job = usePolledJob(jobId);
  const { body } = job;
  const posterUrl = body?.status === 'completed' ? body.poster_url : null;
  return (
    <button type="button" onClick={() => onShow(jobId)} className="flex w-full items-center gap-3 rounded-lg border border-line p-2 text-left hover:bg-sunken">
      <span className="grid h-12 w-20 shrink-0 place-items-center overflow-hidden rounded-md bg-stage text-on-stage/60">
        {posterUrl === null ? <Clapperboard className="size-4" aria-hidden="true" /> : <img src={posterUrl} alt="" className="size-full object-contain" />}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block text-sm font-medium">{body === null ? toAbsence(job) : toTitle(body)}</span>
        <span className="block truncate text-[13px] text-ink-soft tabular-nums">{body === null ? `Video ${jobId.slice(0, 8)}` : toFacts(body)}</span>
      </span>
      <ChevronRight className="size-4 text-ink-faint" aria-hidden="true" />
    </button>
  );
}

function toAbsence({ isGone, error }: PolledJob): string {
  if (isGone) return 'Not there any more';
  return error === null ? 'Loading…' : 'No answer; asking again…';
}

function toTitle(body: VideoResultBody): string {
  if (body.status === 'completed') return 'Finished';
  if (body.status === 'processing') return `${Math.round(body.progress_percentage)} %`;
  return body.message;
}

function toFacts(body: VideoResultBody): string {
  if (body.status === 'completed') return `${body.duration} · ${body.width} × ${body.height} · ${body.file_size}`;
  return body.status === 'processing' ? body.current_step : `Video ${body.job_id.slice(0, 8)}`;
}
