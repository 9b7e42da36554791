/**
 * The tracks of a timeline as rows of bars, the topmost first; each bar leads to its element in the text.
 */
'use client';

import clsx from 'clsx';
import { Music2 } from 'lucide-react';
import { formatClock } from '#components/preview/format-clock';
import { listTracksOfBars } from '#components/preview/timeline-bars';
import { usePlayerState } from '#components/preview/use-player';
import type { Timeline } from '#lib/composition/timeline';
import type { Player } from '#lib/preview/player';

interface MiniTimelineProps {
  timeline: Timeline;
  player: Player | null;
  onSelect: (elementId: string) => void;
}

/** Hues repeat after these. */
const TRACK_COLORS = ['var(--track-1)', 'var(--track-2)', 'var(--track-3)', 'var(--track-4)'];

export function MiniTimeline({ timeline, player, onSelect }: MiniTimelineProps) {
  const { frameCount, durationSeconds } = timeline;
  const tracks = listTracksOfBars(timeline);
  return (
    <div className="relative">
      <ul className="space-y-1" aria-label="Tracks, the topmost first">
        {tracks.map(([track, bars], row) => (
          <li key={track} className="relative h-7 rounded-md bg-sunken" aria-label={`Track ${track}`}>
            {bars.map(({ elementId, startSeconds, endSeconds, isSound }) => (
              <button
                key={`${elementId} ${startSeconds}`}
                type="button"
                onClick={() => onSelect(elementId)}
                aria-label={`${elementId}${isSound ? ' (sound)' : ''}, from ${formatClock(startSeconds)} to ${formatClock(endSeconds)}: show in the text`}
                className={clsx(
                  'absolute inset-y-0 overflow-hidden rounded-md border px-2 text-left text-xs leading-6 font-medium text-ellipsis whitespace-nowrap transition-colors focus-visible:z-20',
                  'border-[color-mix(in_oklab,var(--track)_55%,transparent)] bg-[color-mix(in_oklab,var(--track)_16%,var(--surface))] hover:bg-[color-mix(in_oklab,var(--track)_30%,var(--surface))]',
                )}
                style={
                  {
                    '--track': TRACK_COLORS[(tracks.length - 1 - row) % TRACK_COLORS.length],
                    left: `${(startSeconds / durationSeconds) * 100}%`,
                    width: `${((endSeconds - startSeconds) / durationSeconds) * 100}%`,
                  } as React.CSSProperties
                }
              >
                {isSound && <Music2 aria-hidden="true" className="mr-1 inline size-3 align-[-1px]" />}
                {elementId}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <Playhead player={player} frameCount={frameCount} />
    </div>
  );
}

function Playhead({ player, frameCount }: { player: Player | null; frameCount: number }) {
  const frame = usePlayerState(player, (state) => state.frame);
  return <div aria-hidden="true" className="pointer-events-none absolute -top-1 -bottom-1 z-10 w-px bg-ink" style={{ left: `${(frame / Math.max(1, frameCount - 1)) * 100}%` }} />;
}
