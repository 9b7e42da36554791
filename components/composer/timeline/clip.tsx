/**
 * One clip on its track: its name, what is in it, its fades and the parts that are taken hold of. It renders again only when it has changed itself.
 */
'use client';

import clsx from 'clsx';
import { EyeOff, Lock, Repeat2, TriangleAlert, VolumeX } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import { useEditor } from '#components/composer/store/editor-store';
import { ClipContent } from '#components/composer/timeline/clip-content';
import { CLIP_LOOKS } from '#components/composer/timeline/clip-look';
import { FadeCorners } from '#components/composer/timeline/fade-corners';
import { CLIP_HEIGHT_PX, CLIP_INSET_PX, LANES_PADDING_PX } from '#components/composer/timeline/timeline-ui';
import { clipLabel } from '#lib/editor/clip-label';
import type { ClipView } from '#lib/editor/editor-view';
import { presentOf } from '#lib/editor/history';
import type { TimelineRow } from '#lib/editor/timeline-rows';

interface ClipProps {
  clip: ClipView;
  row: TimelineRow;
  pxPerSecond: number;
  /** The part of it that is drawn, from its left edge. */
  fromPx: number;
  toPx: number;
  isLocked: boolean;
  /** Whether the Tab key comes to it. */
  isTabStop: boolean;
  /** Why its medium cannot be shown or heard; null when it can. */
  problem: string | null;
}

/** Of a narrower one only the ends can be taken hold of. */
const FADES_PX_MIN = 48;

export const Clip = memo(function Clip({ clip, row, pxPerSecond, fromPx, toPx, isLocked, isTabStop, problem }: ClipProps) {
  const isSelected = useEditor(({ history }) => presentOf(history).selection.includes(clip.key));
  const { hue } = CLIP_LOOKS[clip.element.type];
  const widthPx = (clip.endSeconds - clip.startSeconds) * pxPerSecond;
  const style = {
    '--hue': hue,
    left: clip.startSeconds * pxPerSecond,
    top: LANES_PADDING_PX + row.topPx + CLIP_INSET_PX,
    width: Math.max(2, widthPx - 1),
    height: CLIP_HEIGHT_PX,
  } as CSSProperties;
  return (
    <div
      role="option"
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      data-clip={clip.key}
      style={style}
      className={clsx(
        'group absolute overflow-clip rounded-md border border-[color-mix(in_oklab,var(--hue)_55%,transparent)] bg-[color-mix(in_oklab,var(--hue)_16%,var(--surface))] text-[11px] leading-none text-ink contain-[layout_paint_style] select-none',
        isSelected ? 'z-[3] outline-2 outline-offset-0 outline-ink focus-visible:outline-3' : 'z-[2] focus-visible:outline-2',
        isLocked ? 'cursor-default opacity-70' : 'cursor-grab active:cursor-grabbing',
        clip.isHidden && 'opacity-45',
        problem !== null && 'border-danger bg-[repeating-linear-gradient(135deg,var(--danger-soft)_0_8px,transparent_8px_16px)]',
      )}
    >
      <span className="sr-only">{`${clipLabel(clip, row.number)}${isLocked ? ', locked' : ''}${problem === null ? '' : `, ${problem}`}`}</span>
      <div aria-hidden="true">
        <ClipTitle clip={clip} isLocked={isLocked} problem={problem} isWide={widthPx > 26} />
        {widthPx > 6 && <ClipContent clip={clip} widthPx={widthPx} pxPerSecond={pxPerSecond} fromPx={fromPx} toPx={toPx} />}
      </div>
      <FadeCorners element={clip.element} widthPx={widthPx} pxPerSecond={pxPerSecond} hasHandles={!isLocked && widthPx >= FADES_PX_MIN} isSelected={isSelected} />
      {!isLocked && (
        <>
          <span data-part="start" className="absolute inset-y-0 left-0 w-2 cursor-ew-resize rounded-l-md bg-[var(--hue)] opacity-0 group-hover:opacity-70 group-aria-selected:opacity-90" />
          <span data-part="end" className="absolute inset-y-0 right-0 w-2 cursor-ew-resize rounded-r-md bg-[var(--hue)] opacity-0 group-hover:opacity-70 group-aria-selected:opacity-90" />
        </>
      )}
    </div>
  );
});

interface ClipTitleProps {
  clip: ClipView;
  isLocked: boolean;
  problem: string | null;
  isWide: boolean;
}

/** Over long clips the name stays in sight while they are scrolled by. */
function ClipTitle({ clip, isLocked, problem, isWide }: ClipTitleProps) {
  const { icon: Icon } = CLIP_LOOKS[clip.element.type];
  if (!isWide) return null;
  // The words themselves are under it.
  const title = clip.element.type === 'text' && clip.element.name === undefined ? 'Text' : clip.title;
  return (
    <div className="flex h-[18px] items-center bg-[color-mix(in_oklab,var(--hue)_26%,transparent)]">
      <div className="sticky left-[164px] flex min-w-0 items-center gap-1 pr-3 pl-[18px] [&_svg]:size-3 [&_svg]:shrink-0">
        {problem === null ? <Icon /> : <TriangleAlert className="text-danger" />}
        <span className="truncate font-medium" title={problem ?? clip.title}>
          {title}
        </span>
        {'loop' in clip.element && clip.element.loop === true && <Repeat2 />}
        {clip.isMuted && <VolumeX />}
        {clip.isHidden && <EyeOff />}
        {isLocked && <Lock />}
      </div>
    </div>
  );
}
