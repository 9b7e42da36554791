/** Going from clip to clip by arrow keys: a clip and a direction in, the clip there out. */
import type { ClipView, EditorView } from '#lib/editor/editor-view';

export type ClipDirection = 'before' | 'after' | 'first' | 'last' | 'above' | 'below';

/** Along the track; up and down to what is nearest in time on the next track. Null at the end. */
export function findNextClip({ tracks }: Pick<EditorView, 'tracks'>, current: ClipView, direction: ClipDirection): ClipView | null {
  const row = tracks.findIndex(({ track }) => track === current.track);
  const clips = tracks[row]?.clips ?? [];
  const place = clips.findIndex(({ key }) => key === current.key);
  switch (direction) {
    case 'before': return clips[place - 1] ?? null;
    case 'after': return clips[place + 1] ?? null;
    case 'first': return clips[0] ?? null;
    case 'last': return clips.at(-1) ?? null;
    case 'above': return nearest(tracks[row - 1]?.clips ?? [], current);
    case 'below': return nearest(tracks[row + 1]?.clips ?? [], current);
    default: return direction satisfies never;
  }
}

function nearest(clips: readonly ClipView[], { startSeconds, endSeconds }: ClipView): ClipView | null {
  const middle = (startSeconds + endSeconds) / 2;
  const distance = (clip: ClipView): number => Math.max(clip.startSeconds - middle, middle - clip.endSeconds, 0);
  return clips.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
