/**
 * The tracks of a timeline as rows of bars, the topmost first; each bar leads to its element in the text.
 */
import clsx from 'clsx';
import { formatClock } from '#components/preview/format-clock';
import type { Layer, Timeline } from '#lib/composition/timeline';

interface MiniTimelineProps {
  timeline: Timeline;
  frame: number;
  onSelect: (elementId: string) => void;
}

/** Hues repeat after these. */
const TRACK_COLORS = ['var(--track-1)', 'var(--track-2)', 'var(--track-3)', 'var(--track-4)'];

export function MiniTimeline({ timeline, frame, onSelect }: MiniTimelineProps) {
  const { frameCount } = timeline;
  const tracks = groupByTrack(timeline.layers);
  return (
    <div className="relative">
      <ul className="space-y-1" aria-label="Tracks, the topmost first">
        {tracks.map(([track, layers], row) => (
          <li key={track} className="relative h-7 rounded-md bg-sunken" aria-label={`Track ${track}`}>
            {layers.map((layer) => (
              <button
                key={`${layer.elementId} ${layer.startFrame}`}
                type="button"
                onClick={() => onSelect(layer.elementId)}
                aria-label={`${layer.elementId}, from ${toClock(layer.startFrame, timeline)} to ${toClock(layer.endFrame, timeline)}: show in the text`}
                className={clsx(
                  'absolute inset-y-0 overflow-hidden rounded-md border px-2 text-left text-xs leading-6 font-medium text-ellipsis whitespace-nowrap transition-colors focus-visible:z-20',
                  'border-[color-mix(in_oklab,var(--track)_55%,transparent)] bg-[color-mix(in_oklab,var(--track)_16%,var(--surface))] hover:bg-[color-mix(in_oklab,var(--track)_30%,var(--surface))]',
                )}
                style={
                  {
                    '--track': TRACK_COLORS[(tracks.length - 1 - row) % TRACK_COLORS.length],
                    left: `${(layer.startFrame / frameCount) * 100}%`,
                    width: `${((layer.endFrame - layer.startFrame) / frameCount) * 100}%`,
                  } as React.CSSProperties
                }
              >
                {layer.elementId}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <div aria-hidden="true" className="pointer-events-none absolute -top-1 -bottom-1 z-10 w-px bg-ink" style={{ left: `${(frame / Math.max(1, frameCount - 1)) * 100}%` }} />
    </div>
  );
}

/** Highest track first. */
function groupByTrack(layers: readonly Layer[]): Array<[number, Layer[]]> {
  const groups = new Map<number, Layer[]>();
  for (const layer of layers) groups.set(layer.track, [...(groups.get(layer.track) ?? []), layer]);
  return [...groups].sort(([a], [b]) => b - a);
}

function toClock(frame: number, { frameRate }: Timeline): string {
  return formatClock((frame * frameRate.denominator) / frameRate.numerator);
}
