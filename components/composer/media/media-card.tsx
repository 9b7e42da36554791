/** A medium of the panel: its picture, name, length and size; dragged to the timeline or the canvas, or added at the playhead. */
'use client';

import { Music, Plus, TriangleAlert, X } from 'lucide-react';
import type { DragEvent, ReactNode } from 'react';
import { beginMediumDrag, endDrag } from '#components/composer/media/dragged-element';
import { useLearnMedium, useMediaInfo, useWaveformPeaks, type MediaInfo } from '#components/composer/media-info/use-media-info';
import type { ProjectMedium } from '#components/composer/media/project-media';
import { useAddElement } from '#components/composer/media/use-add-element';
import { useEditorStore } from '#components/composer/store/editor-store';
import { IconButton } from '#components/ui/icon-button';
import type { MediaFacts } from '#lib/composition/media-facts';
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

/** Over the picture, for as long as one is at the card. */
const CORNER_BUTTON_CLASS = 'absolute right-1 bg-surface! text-ink! opacity-0 shadow-card group-focus-within:opacity-100 group-hover:opacity-100 focus-visible:opacity-100';

export function MediaCard({ medium, picture, about, facts, onForget }: MediaCardProps) {
  const { kind, source, name } = medium;
  const seconds = secondsOf(facts);
  const learn = useLearnMedium();
  const addElement = useAddElement();
  const store = useEditorStore();
  const add = async (): Promise<void> => {
    const { id } = store.getState().project;
    await learn({ kind, source, facts });
    // Another project may have been opened meanwhile.
    if (store.getState().project.id === id) addElement(createMediaElement(kind, { source, name }));
  };
  const drag = (event: DragEvent): void => {
    beginMediumDrag(event, { source, kind, name, ...(facts === undefined ? {} : { facts }) });
    // So that the tracks can show how long it will be.
    void learn({ kind, source, facts });
  };
  return (
    <li draggable onDragStart={drag} onDragEnd={endDrag} className="group relative min-w-0 cursor-grab">
      <div className="relative aspect-video overflow-hidden rounded-lg bg-stage">
        {picture}
        {seconds !== null && <span className="pointer-events-none absolute bottom-1 left-1 rounded-sm bg-black/70 px-1 text-[11px] leading-4 text-white tabular-nums">{formatClock(seconds)}</span>}
        <IconButton
          label={`Add ${name}`}
          icon={Plus}
          size="small"
          onClick={() => void add()}
          className={`${CORNER_BUTTON_CLASS} bottom-1`}
        />
        {onForget !== undefined && (
          <IconButton
            label={`Forget ${name}`}
            icon={X}
            size="small"
            onClick={onForget}
            className={`${CORNER_BUTTON_CLASS} top-1`}
          />
        )}
      </div>
      <p className="mt-1 truncate text-xs" title={name}>{name}</p>
      <p className="truncate text-[11px] text-ink-soft tabular-nums" title={about}>{about}</p>
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

/** Short, as there is little room. */
function aboutOf({ facts, size_bytes: sizeBytes }: MediaInfo): string {
  const size = sizeBytes < SHOWN_IN_KB_BYTES_MAX ? `${Math.ceil(sizeBytes / 1000)} kB` : formatFileSize(sizeBytes);
  return facts.kind === 'audio' ? size : `${facts.widthPx}×${facts.heightPx} · ${size}`;
}

/** Below it nothing would be left of megabytes with one decimal. */
const SHOWN_IN_KB_BYTES_MAX = 100_000;

/** Null of what has no length. */
function secondsOf(facts: MediaFacts | undefined): number | null {
  return facts?.kind === 'video' ? facts.durationSeconds : facts?.kind === 'audio' ? facts.sound.durationSeconds : null;
}

/** 0:08, 1:02:05. */
function formatClock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number): string => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
