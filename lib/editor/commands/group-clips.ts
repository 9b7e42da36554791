/** Makes a group of clips: a `composition` element as large as the canvas, from the first of them to the last, on the topmost of their tracks or a new one above it. */
import { secondsToFrame } from '#lib/composition/frame-rate';
import { knownLengthOf } from '#lib/composition/known-timing';
import type { Element } from '#lib/composition/schema/composition';
import { arrangeElements } from '#lib/editor/arrange';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { countedLabel } from '#lib/editor/clip-times';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep, type EditedElement } from '#lib/editor/finish-edit';
import { onTrack, openTracks } from '#lib/editor/open-tracks';
import { findClips, openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';
import { idSource } from '#lib/editor/unique-id';

export interface GroupClipsArgs {
  keys: readonly ElementKey[];
}

export const groupClips: Command<GroupClipsArgs> = (state, { keys }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const inside = findClips(scene, keys);
  const [first] = inside;
  if (first === undefined) return refuse('No clip is selected');
  const startSeconds = Math.min(...inside.map((clip) => clip.startSeconds));
  const endSeconds = Math.max(...inside.map((clip) => clip.endSeconds));
  const startFrame = Math.min(...inside.map((clip) => clip.startFrame));
  const endFrame = Math.max(...inside.map((clip) => clip.endFrame));
  const top = Math.max(...inside.map(({ track }) => track));
  const isTaken = scene.clips.some((clip) => !inside.includes(clip) && clip.track === top && clip.startFrame < endFrame && clip.endFrame > startFrame);
  const opened = isTaken ? openTracks(scene.clips, { above: top, count: 1 }) : { firstTrack: top, trackOf: (track: number) => track };
  const group: Element = { id: idSource(state.composition)('group'), type: 'composition', elements: enclose(inside, startSeconds, scene) };
  const edited = scene.clips.flatMap((clip): EditedElement[] => {
    if (clip === first) return [{ element: group, wanted: { track: opened.firstTrack, startSeconds, endSeconds, isOpenEnded: false }, isSelected: true }];
    return inside.includes(clip) ? [] : [onTrack(keep(clip), opened.trackOf(clip.track))];
  });
  return finishEdit(scene, edited, { label: countedLabel('Group', inside.length) });
};

/** The clips on the clock and the tracks of a group that begins at a moment: on its first frame, one may begin before it by a part of that. */
export function enclose(clips: readonly PlacedClip[], fromSeconds: number, { frameRate, sourceSecondsOf }: EditorScene): Element[] {
  const tracks = [...new Set(clips.map(({ track }) => track))].toSorted((a, b) => a - b);
  const items = clips.map(({ element, track, ...clip }) => {
    const [startSeconds, endSeconds] = [Math.max(0, clip.startSeconds - fromSeconds), clip.endSeconds - fromSeconds];
    // Moved by a part of a frame, it would end on another one.
    const isLater = secondsToFrame(startSeconds + clip.endSeconds - clip.startSeconds, frameRate) !== secondsToFrame(endSeconds, frameRate);
    const hasLength = element.duration !== undefined || knownLengthOf(element, frameRate, sourceSecondsOf) !== 'open';
    const kept = isLater && hasLength ? changeElement(element, { duration: roundSeconds(endSeconds - startSeconds) }) : element;
    return { element: kept, wanted: { track: tracks.indexOf(track) + 1, startSeconds, endSeconds, isOpenEnded: false } };
  });
  return arrangeElements(items, { arrangement: {}, frameRate, sourceSecondsOf }, { keepsTransitions: false });
}
