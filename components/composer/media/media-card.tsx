/** A medium of the panel: its picture, name, length and size; dragged to the timeline or the canvas, or added at the playhead. */
'use client';

import { Music, Plus, TriangleAlert, X } from 'lucide-react';
import type { DragEvent, ReactNode } from 'react';
import { useMediaInfo, useWaveformPeaks, type MediaInfo } from '#components/composer/media-info/use-media-info';
import type { ProjectMedium } from '#components/composer/media/project-media';
import { useAddElement } from '#components/composer/media/use-add-element';
import { MEDIA_TYPE, type DraggedMedium } from '#components/composer/stage/use-stage-drop';
import { useEditorStore } from '#components/composer/store/editor-store';
import { IconButton } from '#components/ui/icon-button';
import type { MediaFacts } from '#lib/composition/media-facts';
import { mediaKey } from '#lib/composition/sources';
import { createMediaElement } from '#lib/editor/create-element';
import { formatFileSize } from '#lib/format';

interface MediaCardProps {
  medium: ProjectMedium;
  picture: ReactNode;
  /** A line under the name. */
  about: string;
  facts?: MediaFacts | undefined;
  onForget?: () => void;
}

export function MediaCard({ medium, picture, about, facts, onForget }: MediaCardProps) {
  const { kind, source, name } = medium;
  const store = useEditorStore();
  const addElement = useAddElement();
  const add = (): void => {
    const { facts: known, learnFacts } = store.getState();
    if (facts !== undefined) learnFacts(new Map([...known, [mediaKey(kind, source), facts]]));
    addElement(createMediaElement(kind, { source, name }));
  };
  const drag = (event: DragEvent): void => {
    const dragged: DraggedMedium = { source, kind, name, ...(facts === undefined ? {} : { facts }) };
    event.dataTransfer.setData(MEDIA_TYPE, JSON.stringify(dragged));
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <li draggable onDragStart={drag} className="group relative min-w-0 cursor-grab">
      <div className="relative aspect-video overflow-hidden rounded-lg bg-stage">
        {picture}
        <IconButton
          label={`Add ${name}`}
          icon={Plus}
          size="small"
          onClick={add}
          className="absolute right-1 bottom-1 bg-surface! text-ink! opacity-0 shadow-card group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100"
        />
        {onForget !== undefined && (
          <IconButton
            label={`Forget ${name}`}
            icon={X}
            size="small"
            onClick={onForget}
            className="absolute top-1 right-1 bg-surface! text-ink! opacity-0 shadow-card group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100"
          />
        )}
      </div>
      <p className="mt-1 truncate text-xs" title={name}>{name}</p>
      <p className="truncate text-[11px] text-ink-soft tabular-nums">{about}</p>
    </li>
  );
}

/** With what the server found in it. */
export function ProbedMediaCard({ medium, onForget }: { medium: ProjectMedium; onForget?: (() => void) | undefined }) {
  const { info, problem } = useMediaInfo(medium.kind, medium.source);
  const about = problem ?? (info === null ? 'Looking at it…' : aboutOf(info));
  return <MediaCard medium={medium} picture={<ProbedPicture info={info} problem={problem} kind={medium.kind} />} about={about} facts={info?.facts} {...(onForget === undefined ? {} : { onForget })} />;
}

function ProbedPicture({ info, problem, kind }: { info: MediaInfo | null; problem: string | null; kind: ProjectMedium['kind'] }) {
  if (problem !== null) return <Centred><TriangleAlert className="size-5 text-warning" aria-hidden="true" /></Centred>;
  if (kind === 'audio') return <WaveformPicture url={info?.waveform?.url ?? null} />;
  const posterUrl = info?.poster_url ?? null;
  return posterUrl === null ? <Centred>{null}</Centred> : <img src={posterUrl} alt="" draggable={false} className="size-full object-contain" />;
}

function Centred({ children }: { children: ReactNode }) {
  return <div className="grid size-full place-items-center text-on-stage/70">{children}</div>;
}

const BARS = 48;

export function WaveformPicture({ url }: { url: string | null }) {
  const peaks = useWaveformPeaks(url);
  if (peaks === null || peaks.length === 0) return <Centred><Music className="size-5" aria-hidden="true" /></Centred>;
  const heights = Array.from({ length: BARS }, (_, index) => Math.max(2, ...peaks.slice(Math.floor((index * peaks.length) / BARS), Math.ceil(((index + 1) * peaks.length) / BARS))) / 255);
  return (
    <svg viewBox={`0 0 ${BARS} 2`} preserveAspectRatio="none" aria-hidden="true" className="size-full p-2 text-[#49cf9f]">
      {heights.map((height, index) => (
        <rect key={index} x={index + 0.15} y={1 - height * 0.9} width={0.7} height={height * 1.8} fill="currentColor" />
      ))}
    </svg>
  );
}

function aboutOf({ facts, size_bytes: sizeBytes }: MediaInfo): string {
  const seconds = facts.kind === 'video' ? facts.durationSeconds : facts.kind === 'audio' ? facts.sound.durationSeconds : null;
  const size = facts.kind === 'audio' ? null : `${facts.widthPx} × ${facts.heightPx}`;
  return [seconds === null ? null : formatClock(seconds), size, formatFileSize(sizeBytes)].filter((part) => part !== null).join(' · ');
}

/** 0:08, 1:02:05. */
function formatClock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number): string => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
