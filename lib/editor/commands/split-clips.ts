/**
 * Splits clips in two at a moment: the first part keeps the element, the second gets an id of its own and is listed right after it. What is seen and heard
 * stays as it was: the source is used on, keyframes are cut, animations, fades and the transition go to the part that has their end of the clip. In a group
 * what is in it is split; of what repeats, the rest of the round that is cut becomes a clip of its own, and the rounds after it another.
 */
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { knownLengthOf, type SourceSecondsOf } from '#lib/composition/known-timing';
import type { Element } from '#lib/composition/schema/composition';
import { findTrackBelow } from '#lib/composition/tracks';
import { trimSource } from '#lib/composition/trimmed-source';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { countedLabel } from '#lib/editor/clip-times';
import { enclose } from '#lib/editor/commands/group-clips';
import { laterTrim } from '#lib/editor/commands/trim-clip';
import { cutFades, cutMotion } from '#lib/editor/cut-keyframes';
import { refuse, type Command, type EditOutcome } from '#lib/editor/edit-outcome';
import type { EditorState, ElementKey } from '#lib/editor/editor-state';
import { titleOf } from '#lib/editor/editor-view';
import { finishEdit, keep, type EditedElement } from '#lib/editor/finish-edit';
import { keyframesOf } from '#lib/editor/keyframes';
import { openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';
import { idSource } from '#lib/editor/unique-id';

export interface SplitClipsArgs {
  /** Those to split where the moment is in them; empty: all that it is in. */
  keys: readonly ElementKey[];
  /** On the clock of the open scope; rounded to frames. */
  atSeconds: number;
}

export const splitClips: Command<SplitClipsArgs> = (state, { keys, atSeconds }, sourceSecondsOf) => {
  const whole = openScene(state, sourceSecondsOf);
  const frame = secondsToFrame(atSeconds, whole.frameRate);
  const isChosen = (clip: PlacedClip): boolean => (keys.length === 0 || keys.includes(clip.key)) && clip.startFrame < frame && frame < clip.endFrame;
  const chosen = whole.clips.filter(isChosen);
  if (chosen.length === 0) return refuse('The playhead is in no clip');
  const obstacle = chosen.map((clip) => findObstacle(clip, frame, whole)).find((reason) => reason !== null);
  if (obstacle !== undefined && obstacle !== null) return refuse(obstacle);
  const inside = chosen.filter(({ element }) => element.type === 'composition').reduce<EditOutcome>((outcome, group) => (outcome.ok ? splitInside(outcome.state, { group, frame }, sourceSecondsOf) : outcome), { ok: true, state, label: '' });
  if (!inside.ok) return inside;
  const scene = openScene(inside.state, sourceSecondsOf);
  const clips = scene.clips.filter(isChosen);
  const nextId = idSource(scene.state.composition);
  const edited = scene.clips.flatMap((clip) => (clips.includes(clip) ? splitAt(clip, frame, { scene, nextId }) : [keep(clip)]));
  return finishEdit(scene, edited, { label: countedLabel('Split', clips.length) });
};

/** Why a clip cannot be split there; null when it can. */
export function findObstacle(clip: PlacedClip, frame: number, { frameRate, sourceSecondsOf, clips }: EditorScene): string | null {
  const { element } = clip;
  const title = titleOf(element);
  if (element.type === 'composition' && element.loop === true) return `“${title}” is a group that repeats: open it, and split what is in it`;
  if (element.type === 'composition' && (keyframesOf(element, 'width') ?? keyframesOf(element, 'height')) !== null) return `“${title}” is a group that changes its size: open it, and split what is in it`;
  // A joint belongs to both of its clips.
  const isInJoint = clips.some((other) => other.index !== clip.index && other.track === clip.track && other.startFrame <= frame && frame < other.endFrame);
  if (isInJoint) return `A transition of “${title}” is there`;
  if (element.type !== 'video' && element.type !== 'audio') return null;
  if (element.loop === true) return roundSecondsOf(clip, { frameRate, sourceSecondsOf }) === null ? `“${title}” repeats, and its length is not known yet` : null;
  const seconds = frameToSeconds(frame - clip.startFrame, frameRate);
  return seconds < trimSource(element, sourceSecondsOf(element) ?? Infinity).lengthSeconds ? null : `“${title}” has ended there: only its last frame is held`;
}

/** How long a round of what repeats is, to whole frames of a picture; null while its source's length is not known. */
function roundSecondsOf({ element }: PlacedClip, { frameRate, sourceSecondsOf }: Pick<EditorScene, 'frameRate' | 'sourceSecondsOf'>): number | null {
  if (element.type !== 'video' && element.type !== 'audio') return null;
  const seconds = trimSource(element, sourceSecondsOf(element) ?? Infinity).lengthSeconds;
  if (!Number.isFinite(seconds)) return null;
  return element.type === 'audio' ? seconds : frameToSeconds(Math.max(1, secondsToFrame(seconds, frameRate)), frameRate);
}

/** What is in a group, split where the group is to be. */
function splitInside(state: EditorState, { group, frame }: { group: PlacedClip; frame: number }, sourceSecondsOf: SourceSecondsOf): EditOutcome {
  const inner: EditorState = { ...state, scope: group.key, selection: [] };
  const scene = openScene(inner, sourceSecondsOf);
  const { clips, frameRate } = scene;
  const innerFrame = frame - group.startFrame;
  if (!clips.some((clip) => clip.startFrame < innerFrame)) return refuse(`In “${titleOf(group.element)}” there is nothing before`);
  if (!clips.some((clip) => clip.endFrame > innerFrame)) return refuse(`In “${titleOf(group.element)}” there is nothing after`);
  const lost = findLostMask(scene, innerFrame);
  if (lost !== null) return refuse(`In “${titleOf(group.element)}” what “${titleOf(lost.element)}” masks is on one side only: open it, and split what is in it`);
  if (!clips.some((clip) => clip.startFrame < innerFrame && innerFrame < clip.endFrame)) return { ok: true, state, label: '' };
  const outcome = splitClips(inner, { keys: [], atSeconds: frameToSeconds(innerFrame, frameRate) }, sourceSecondsOf);
  return outcome.ok ? { ...outcome, state: { ...outcome.state, scope: state.scope, selection: state.selection } } : outcome;
}

/** A mask masks the next lower track there is: in a half without anything of that it would mask another. Null when there is none such. */
function findLostMask({ clips, arrangement }: EditorScene, frame: number): PlacedClip | null {
  const halves = [clips.filter(({ startFrame }) => startFrame < frame), clips.filter(({ endFrame }) => endFrame > frame)];
  const lost = halves.flatMap((half) => half.filter(({ element, index }) => {
    if (!('mask_mode' in element) || element.mask_mode === undefined) return false;
    const masked = findTrackBelow(arrangement.elements, index);
    return masked !== null && !half.some((clip) => clip.track === masked && clip.element.type !== 'audio');
  }));
  return lost[0] ?? null;
}

interface SplitContext {
  scene: EditorScene;
  nextId: (wanted: string) => string;
}

/** A stretch of a clip that becomes a clip: on the clock of the scope, and what it shows there. */
interface Piece {
  fromSeconds: number;
  toSeconds: number;
  element: Element;
}

/** What is in a group is split before: `splitInside`. */
export function splitAt(clip: PlacedClip, frame: number, { scene, nextId }: SplitContext): EditedElement[] {
  const { element, track, startSeconds, endSeconds, isOpenEnded } = clip;
  const { frameRate, canvas } = scene;
  const isSound = element.type === 'audio';
  // A sound begins between frames; a picture is cut at its own.
  const originSeconds = isSound ? startSeconds : frameToSeconds(clip.startFrame, frameRate);
  const durationSeconds = isSound ? endSeconds - startSeconds : frameToSeconds(clip.endFrame - clip.startFrame, frameRate);
  const pieces = listPieces(clip, frameToSeconds(frame, frameRate), scene);
  return pieces.map(({ fromSeconds, toSeconds, element: shown }, index): EditedElement => {
    const isLast = index === pieces.length - 1;
    const part = { fromSeconds: index === 0 ? 0 : fromSeconds - originSeconds, toSeconds: isLast ? durationSeconds : toSeconds - originSeconds, durationSeconds };
    const cut = cutFades(cutMotion(shown, part, { canvas, followsEnds: false }), part);
    const length = isLast && element.duration === undefined && endsRight(shown, fromSeconds, clip, scene) ? {} : { duration: roundSeconds(toSeconds - fromSeconds) };
    const own = index === 0 ? {} : { id: nextId(element.id ?? element.type), transition: undefined, time: undefined };
    return {
      element: changeElement(cut, { ...own, ...length }),
      wanted: { track, startSeconds: fromSeconds, endSeconds: toSeconds, isOpenEnded: isLast && isOpenEnded && !scene.isOpenEnded },
      isSelected: index > 0,
    };
  });
}

/** Whether the rest of a group, which begins on a frame although the group may not have, ends by itself where the group did. */
function endsRight(rest: Element, fromSeconds: number, { endFrame }: PlacedClip, { frameRate, sourceSecondsOf }: EditorScene): boolean {
  const seconds = rest.type === 'composition' ? knownLengthOf(rest, frameRate, sourceSecondsOf) : 'unknown';
  return typeof seconds !== 'number' || secondsToFrame(fromSeconds + seconds, frameRate) === endFrame;
}

function listPieces(clip: PlacedClip, atSeconds: number, scene: EditorScene): Piece[] {
  const { element, startSeconds, endSeconds } = clip;
  const cutSeconds = atSeconds - (element.type === 'audio' ? startSeconds : frameToSeconds(clip.startFrame, scene.frameRate));
  const before = (first: Element): Piece => ({ fromSeconds: startSeconds, toSeconds: atSeconds, element: first });
  const after = (second: Element): Piece => ({ fromSeconds: atSeconds, toSeconds: endSeconds, element: second });
  if (element.type === 'composition') return splitGroup(clip, cutSeconds, scene).map((part, index) => (index === 0 ? before(part) : after(part)));
  const round = 'loop' in element && element.loop === true ? roundSecondsOf(clip, scene) : null;
  if (round === null) return [before(element), after(changeElement(element, laterTrim(element, cutSeconds)))];
  const shown = cutSeconds - Math.floor(cutSeconds / round + 1e-6) * round;
  if (shown < 1e-6) return [before(element), after(element)];
  const roundEnd = atSeconds + round - shown;
  const unlooped = changeElement(element, { loop: undefined });
  const once = changeElement(unlooped, laterTrim(unlooped, shown));
  if (roundEnd > endSeconds - 1e-6) return [before(element), after(changeElement(once, { duration: roundSeconds(endSeconds - atSeconds) }))];
  return [before(element), { fromSeconds: atSeconds, toSeconds: roundEnd, element: once }, { fromSeconds: roundEnd, toSeconds: endSeconds, element }];
}

/** What is in the group has been split there already. */
function splitGroup(group: PlacedClip, cutSeconds: number, { state, sourceSecondsOf }: EditorScene): Element[] {
  const inner = openScene({ ...state, scope: group.key, selection: [] }, sourceSecondsOf);
  const cutFrame = secondsToFrame(cutSeconds, inner.frameRate);
  const later = inner.clips.filter(({ startFrame }) => startFrame >= cutFrame);
  const earlier = inner.clips.filter((clip) => !later.includes(clip));
  return [changeElement(group.element, { elements: earlier.map(({ element }) => element) }), changeElement(group.element, { elements: enclose(later, cutSeconds, inner) })];
}
