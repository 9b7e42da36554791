/**
 * Splits clips in two at a moment: the first part keeps the element, the second gets an id of its own and is listed right after it. What is seen and heard
 * stays as it was: the source is used on, keyframes are cut, animations, fades and the transition go to the part that has their end of the clip.
 */
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import type { Element } from '#lib/composition/schema/composition';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { countedLabel } from '#lib/editor/clip-times';
import { laterTrim } from '#lib/editor/commands/trim-clip';
import { cutFades, cutMotion } from '#lib/editor/cut-keyframes';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { titleOf } from '#lib/editor/editor-view';
import { finishEdit, keep, type EditedElement } from '#lib/editor/finish-edit';
import { findClips, openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';
import { idSource } from '#lib/editor/unique-id';

export interface SplitClipsArgs {
  /** Those to split where the moment is in them; empty: all that it is in. */
  keys: readonly ElementKey[];
  /** On the clock of the open scope; rounded to frames. */
  atSeconds: number;
}

export const splitClips: Command<SplitClipsArgs> = (state, { keys, atSeconds }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const frame = secondsToFrame(atSeconds, scene.frameRate);
  const chosen = keys.length === 0 ? scene.clips : findClips(scene, keys);
  const clips = chosen.filter(({ startFrame, endFrame }) => startFrame < frame && frame < endFrame);
  if (clips.length === 0) return refuse('The playhead is in no clip');
  const obstacle = clips.map((clip) => findObstacle(clip, frame, scene)).find((reason) => reason !== null);
  if (obstacle !== undefined && obstacle !== null) return refuse(obstacle);
  const nextId = idSource(state.composition);
  const edited = scene.clips.flatMap((clip) => (clips.includes(clip) ? splitAt(clip, frame, { scene, nextId }) : [keep(clip)]));
  return finishEdit(scene, edited, { label: countedLabel('Split', clips.length) });
};

/** Why a clip cannot be split there; null when it can. */
function findObstacle(clip: PlacedClip, frame: number, { frameRate, sourceSecondsOf, clips }: EditorScene): string | null {
  const { element } = clip;
  const title = titleOf(element);
  if (element.type === 'composition') return `“${title}” is a group: open it, and split what is in it`;
  if ('loop' in element && element.loop === true) return `“${title}” repeats: a second part would begin from its start again`;
  // A joint belongs to both of its clips.
  const isInJoint = clips.some((other) => other !== clip && other.track === clip.track && other.startFrame <= frame && frame < other.endFrame);
  if (isInJoint) return `A transition of “${title}” is there`;
  if (element.type !== 'video' && element.type !== 'audio') return null;
  const seconds = frameToSeconds(frame - clip.startFrame, frameRate);
  const used = Math.min((sourceSecondsOf(element) ?? Infinity) - (element.trim_start ?? 0), element.trim_duration ?? Infinity);
  return seconds < used ? null : `“${title}” has ended there: only its last frame is held`;
}

function splitAt(clip: PlacedClip, frame: number, { scene, nextId }: { scene: EditorScene; nextId: (wanted: string) => string }): EditedElement[] {
  const { element, track, startSeconds, endSeconds, isOpenEnded } = clip;
  const { frameRate, canvas } = scene;
  const atSeconds = frameToSeconds(frame, frameRate);
  const cutSeconds = frameToSeconds(frame - clip.startFrame, frameRate);
  const durationSeconds = frameToSeconds(clip.endFrame - clip.startFrame, frameRate);
  const cut = (fromSeconds: number, toSeconds: number): Element => {
    const part = { fromSeconds, toSeconds, durationSeconds };
    return cutFades(cutMotion(element, part, { canvas, followsEnds: false }), part);
  };
  const first = changeElement(cut(0, cutSeconds), { duration: roundSeconds(atSeconds - startSeconds) });
  const second = changeElement(cut(cutSeconds, durationSeconds), {
    id: nextId(element.id ?? element.type),
    transition: undefined,
    time: undefined,
    ...(element.duration === undefined ? {} : { duration: roundSeconds(endSeconds - atSeconds) }),
    ...laterTrim(element, element.type === 'audio' ? atSeconds - startSeconds : cutSeconds),
  });
  return [
    { element: first, wanted: { track, startSeconds, endSeconds: atSeconds, isOpenEnded: false }, isSelected: false },
    { element: second, wanted: { track, startSeconds: atSeconds, endSeconds, isOpenEnded: isOpenEnded && !scene.isOpenEnded }, isSelected: true },
  ];
}
