/** Where a clip that is seen takes over from the one before it on its track, or could: the tracks of a view in, the places of transitions out. */
import type { Transition } from '#lib/composition/schema/transition';
import type { ElementKey } from '#lib/editor/editor-state';
import type { ClipView, TrackView } from '#lib/editor/editor-view';

export interface JointPlace {
  /** The later clip: the transition is its own. */
  laterKey: ElementKey;
  earlierTitle: string;
  laterTitle: string;
  track: number;
  /** The same where nothing joins them. */
  startSeconds: number;
  endSeconds: number;
  /** Null: the clips touch, and one is possible. */
  transition: Transition | null;
}

export function listJoints(tracks: readonly TrackView[]): JointPlace[] {
  return tracks.flatMap(({ track, clips }) =>
    clips.flatMap((later, index): JointPlace[] => {
      const earlier = clips[index - 1];
      if (earlier === undefined || !isSeen(earlier) || !isSeen(later)) return [];
      const named = { laterKey: later.key, earlierTitle: earlier.title, laterTitle: later.title, track };
      if (later.joint !== null) return [{ ...named, startSeconds: later.joint.startSeconds, endSeconds: later.joint.endSeconds, transition: later.joint.transition }];
      return earlier.endFrame === later.startFrame ? [{ ...named, startSeconds: later.startSeconds, endSeconds: later.startSeconds, transition: null }] : [];
    }),
  );
}

const isSeen = ({ element }: ClipView): boolean => element.type !== 'audio';
