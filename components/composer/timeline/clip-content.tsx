/** What a clip shows of what is in it, by its type: frames of a video, the picture, the waveform, the words, the shape's colour. Only the part in sight. */
'use client';

import { memo } from 'react';
import { useMediaInfo, useWaveformPeaks, type MediaInfo } from '#components/composer/media-info/use-media-info';
import { isHeard, type ClipView } from '#lib/editor/editor-view';
import type { MediaKind } from '#lib/composition/sources';
import { listFilmTiles, waveformPath, type StripPart, type UsedSource } from '#lib/editor/clip-strip';

interface ClipContentProps {
  clip: ClipView;
  widthPx: number;
  pxPerSecond: number;
  fromPx: number;
  toPx: number;
}

/** Under the title. */
export const CONTENT_HEIGHT_PX = 28;
const VIDEO_WAVE_PX = 12;

export function ClipContent({ clip, widthPx, pxPerSecond, fromPx, toPx }: ClipContentProps) {
  const { element } = clip;
  switch (element.type) {
    case 'video':
    case 'audio': {
      const trimStartSeconds = element.trim_start ?? 0;
      const rest = (clip.sourceSeconds ?? Infinity) - trimStartSeconds;
      const loop = element.loop === true ? Math.min(rest, element.trim_duration ?? Infinity) : Infinity;
      return <MediumStrip kind={element.type} source={element.source} isHeard={isHeard(element) && !clip.isMuted} trimStartSeconds={trimStartSeconds} loopSeconds={Number.isFinite(loop) && loop > 0 ? loop : null} fromPx={fromPx} toPx={toPx} pxPerSecond={pxPerSecond} />;
    }
    case 'image':
      return <PictureStrip source={element.source} />;
    case 'text':
      return <p className="truncate px-2 pt-2 text-[12px] font-medium text-ink-soft">{element.text ?? element.spans?.map(({ text }) => text).join('')}</p>;
    case 'shape':
      return (
        <p className="flex items-center gap-1.5 px-2 pt-1.5 text-ink-soft">
          <span className="size-4 shrink-0 rounded-full border border-line-strong" style={{ background: typeof element.fill_color === 'string' ? element.fill_color : element.stroke_color }} />
          <span className="truncate">{element.shape}</span>
        </p>
      );
    case 'composition':
      return widthPx < 60 ? null : <p className="truncate px-2 pt-2 text-ink-soft">{element.elements.length === 1 ? '1 element' : `${element.elements.length} elements`}</p>;
    default:
      return element satisfies never;
  }
}

interface MediumStripProps extends StripPart, UsedSource {
  kind: Extract<MediaKind, 'video' | 'audio'>;
  source: string;
  isHeard: boolean;
}

/** Memoised by plain values: a clip that is moved draws it anew only where another part of it comes in sight. */
const MediumStrip = memo(function MediumStrip({ kind, source, isHeard: isSounding, ...place }: MediumStripProps) {
  const { info, isLoading } = useMediaInfo(kind, source);
  if (isLoading) return <LoadingStrip />;
  if (info === null) return null;
  return (
    <div className="relative" style={{ height: CONTENT_HEIGHT_PX }}>
      {kind === 'video' && info.filmstrip !== null && <FilmStrip filmstrip={info.filmstrip} {...place} />}
      {info.waveform !== null && <Waveform waveform={info.waveform} heightPx={kind === 'video' ? VIDEO_WAVE_PX : CONTENT_HEIGHT_PX} isOverPicture={kind === 'video'} isQuiet={!isSounding} {...place} />}
    </div>
  );
});

function LoadingStrip() {
  return <div className="mx-2 mt-2 h-3 animate-breathe rounded bg-[color-mix(in_oklab,var(--hue)_22%,transparent)]" />;
}

function FilmStrip({ filmstrip, ...place }: { filmstrip: NonNullable<MediaInfo['filmstrip']> } & StripPart & UsedSource) {
  const { url, frame_count: frameCount, frame_width: frameWidth, frame_height: frameHeight, step_seconds: stepSeconds } = filmstrip;
  const tilePx = Math.max(8, (frameWidth / frameHeight) * CONTENT_HEIGHT_PX);
  return listFilmTiles(place, place, { tilePx, frameCount, stepSeconds }).map(({ leftPx, frame }) => (
    <span
      key={Math.round(leftPx)}
      className="absolute inset-y-0 bg-no-repeat"
      style={{ left: leftPx, width: tilePx + 0.5, backgroundImage: `url("${url}")`, backgroundSize: `${frameCount * tilePx}px ${CONTENT_HEIGHT_PX}px`, backgroundPosition: `${-frame * tilePx}px 0` }}
    />
  ));
}

interface WaveformProps extends StripPart, UsedSource {
  waveform: NonNullable<MediaInfo['waveform']>;
  heightPx: number;
  isOverPicture: boolean;
  isQuiet: boolean;
}

/** Drawn as a path, so that its colour is the theme's. */
function Waveform({ waveform, heightPx, isOverPicture, isQuiet, ...place }: WaveformProps) {
  const peaks = useWaveformPeaks(waveform.url);
  if (peaks === null) return null;
  const path = waveformPath(place, place, { peaks, peaksPerSecond: waveform.peaks_per_second, startSeconds: waveform.start_seconds }, heightPx - 2);
  return (
    <svg aria-hidden="true" className={`absolute bottom-0 left-0 overflow-visible ${isOverPicture ? 'text-white' : 'text-[var(--hue)]'} ${isQuiet ? 'opacity-30' : ''}`} style={{ width: place.toPx, height: heightPx }}>
      {isOverPicture && <rect x={place.fromPx} width={Math.max(0, place.toPx - place.fromPx)} height={heightPx} fill="#000" fillOpacity={0.5} />}
      <path d={path} stroke="currentColor" strokeWidth={2} fill="none" transform="translate(0 1)" />
    </svg>
  );
}

const PictureStrip = memo(function PictureStrip({ source }: { source: string }) {
  const { info, isLoading } = useMediaInfo('image', source);
  if (isLoading) return <LoadingStrip />;
  if (info === null || info.poster_url === null) return null;
  return <div className="bg-[length:auto_100%] bg-repeat-x" style={{ height: CONTENT_HEIGHT_PX, backgroundImage: `url("${info.poster_url}")` }} />;
});
