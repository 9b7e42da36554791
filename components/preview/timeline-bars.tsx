/**
 * What the tracks of a timeline show: layers, and the sounds that have no layer of their own, as bars in seconds, track by track.
 */
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Sound, Timeline } from '#lib/composition/timeline';

export interface TimelineBar {
  elementId: string;
  startSeconds: number;
  endSeconds: number;
  /** It is heard and not seen. */
  isSound: boolean;
}

/** The topmost track first. */
export function listTracksOfBars({ layers, sounds, frameRate }: Pick<Timeline, 'layers' | 'sounds' | 'frameRate'>): Array<[track: number, bars: TimelineBar[]]> {
  const seen = new Set(layers.map(({ elementId }) => elementId));
  // A group is one bar, with all that is heard in it.
  const groups = layers.filter(({ type }) => type === 'group').map(({ track, startFrame, endFrame }) => ({ track, startSeconds: frameToSeconds(startFrame, frameRate), endSeconds: frameToSeconds(endFrame, frameRate) }));
  const isInGroup = ({ track, startSeconds }: Sound): boolean => groups.some((group) => group.track === track && group.startSeconds <= startSeconds && startSeconds < group.endSeconds);
  const bars = [
    ...layers.map(({ track, elementId, startFrame, endFrame }) => ({
      track,
      bar: { elementId, startSeconds: frameToSeconds(startFrame, frameRate), endSeconds: frameToSeconds(endFrame, frameRate), isSound: false },
    })),
    ...sounds
      .filter((sound) => !seen.has(sound.elementId) && !isInGroup(sound))
      .map(({ track, elementId, startSeconds, durationSeconds }) => ({ track, bar: { elementId, startSeconds, endSeconds: startSeconds + durationSeconds, isSound: true } })),
  ];
  const byTrack = new Map<number, TimelineBar[]>();
  for (const { track, bar } of bars) byTrack.set(track, [...(byTrack.get(track) ?? []), bar]);
  return [...byTrack].toSorted(([a], [b]) => b - a);
}
