/** Takes a group apart: its elements stand where and when they were seen. Only of a group that does nothing to them: one with a look, a place or motion of its own stays. */
import { frameToSeconds } from '#lib/composition/frame-rate';
import { resolveKnownTiming } from '#lib/composition/known-timing';
import type { Element, GroupElement } from '#lib/composition/schema/composition';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { titleOf } from '#lib/editor/editor-view';
import { finishEdit, keep, type EditedElement } from '#lib/editor/finish-edit';
import { onTrack, openTracks } from '#lib/editor/open-tracks';
import { findClips, guessTiming, openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';

export interface UngroupClipsArgs {
  key: ElementKey;
}

/** What a group may have and be nothing but a list of elements. */
const PLAIN = ['id', 'type', 'name', 'track', 'time', 'duration', 'elements'];

export const ungroupClips: Command<UngroupClipsArgs> = (state, { key }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const [group] = findClips(scene, [key]);
  if (group?.element.type !== 'composition') return refuse('No group is selected');
  const own = Object.keys(group.element).filter((name) => !PLAIN.includes(name));
  if (own.length > 0) return refuse(`“${titleOf(group.element)}” has its own ${own.join(', ').replaceAll('_', ' ')}, which its elements would lose`);
  const inside = listInside(group, group.element, scene);
  const tracks = [...new Set(inside.map(({ track }) => track))].toSorted((a, b) => a - b);
  const { trackOf } = openTracks(scene.clips, { above: group.track, count: tracks.length - 1 });
  const edited = scene.clips.flatMap((clip): EditedElement[] => {
    if (clip !== group) return [onTrack(keep(clip), trackOf(clip.track))];
    return inside.map(({ element, track, startSeconds, endSeconds }) => ({
      element,
      wanted: { track: group.track + tracks.indexOf(track), startSeconds: group.startSeconds + startSeconds, endSeconds: group.startSeconds + endSeconds, isOpenEnded: false },
      isSelected: true,
    }));
  });
  return finishEdit(scene, edited, { label: 'Ungroup' });
};

interface Inside {
  element: Element;
  track: number;
  startSeconds: number;
  endSeconds: number;
}

/** On the group's clock; cut where the group ends, and without what begins only then. */
function listInside(group: PlacedClip, { elements }: GroupElement, { frameRate, sourceSecondsOf }: EditorScene): Inside[] {
  const lengthSeconds = frameToSeconds(group.endFrame - group.startFrame, frameRate);
  const isOpenEnded = resolveKnownTiming({ elements }, frameRate, sourceSecondsOf).isOpenEnded;
  const { placements } = guessTiming({ elements, duration: group.element.duration ?? (isOpenEnded ? lengthSeconds : undefined) }, frameRate, sourceSecondsOf);
  return placements.flatMap((placement, index): Inside[] => {
    const element = elements[index];
    if (placement === null || element === undefined || placement.startSeconds >= lengthSeconds) return [];
    const { track, startSeconds, endSeconds } = placement;
    if (endSeconds <= lengthSeconds) return [{ element, track, startSeconds, endSeconds }];
    return [{ element: changeElement(element, { duration: roundSeconds(lengthSeconds - startSeconds) }), track, startSeconds, endSeconds: lengthSeconds }];
  });
}
