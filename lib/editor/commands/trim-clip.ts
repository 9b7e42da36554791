/**
 * Moves one end of a clip: of a video or an audio, more or less of its source is used; of anything else, it lasts longer or shorter. An end stops at
 * the clip next to it and at the end of the source. With `ripple` the clips after it on the track move along, so that no gap opens and none is in the
 * way. What moves in the element stays when it was; what is bound to its ends goes with them.
 */
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import type { Element } from '#lib/composition/schema/composition';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { lastStartFrame, shiftBy } from '#lib/editor/clip-times';
import { cutMotion } from '#lib/editor/cut-keyframes';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep, type EditedElement } from '#lib/editor/finish-edit';
import { findClips, openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';

export interface TrimClipArgs {
  key: ElementKey;
  edge: 'start' | 'end';
  /** Where the edge should be, on the clock of the open scope; rounded to frames. */
  toSeconds: number;
  ripple?: boolean;
}

export const trimClip: Command<TrimClipArgs> = (state, { key, edge, toSeconds, ripple = false }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const [clip] = findClips(scene, [key]);
  if (clip === undefined) return refuse('There is no such clip');
  const wantedFrame = secondsToFrame(toSeconds, scene.frameRate);
  const { low, high } = edge === 'start' ? startLimits(clip, scene, ripple) : endLimits(clip, scene, ripple);
  const frame = Math.min(high, Math.max(low, wantedFrame));
  const trimmed = edge === 'start' ? trimStart(clip, frame, { scene, ripple }) : trimEnd(clip, frame, scene);
  const pushFrames = edge === 'end' ? frame - clip.endFrame : clip.startFrame - frame;
  const edited = scene.clips.map((other) => {
    if (other === clip) return trimmed;
    return ripple && other.track === clip.track && other.startFrame > clip.startFrame ? shiftBy(other, pushFrames, scene) : keep(other);
  });
  return finishEdit(scene, edited, { label: edge === 'start' ? 'Trim start' : 'Trim end' });
};

export interface Limits {
  low: number;
  high: number;
}

/** The used part of a medium that has an end: where in it the clip begins, and how much is left of it from there. Null of all else. */
function usedPartOf({ element }: PlacedClip, { sourceSecondsOf }: EditorScene): { trimStart: number; restSeconds: number } | null {
  if ((element.type !== 'video' && element.type !== 'audio') || element.loop === true) return null;
  const trimStart = element.trim_start ?? 0;
  return { trimStart, restSeconds: (sourceSecondsOf(element) ?? Infinity) - trimStart };
}

/** What of the other clips of the track bounds a trim. */
interface Surroundings {
  /** Where the clip before has ended: with a transition, within the clip. */
  earlierEnd: number;
  /** Where the next one begins: with a transition, within the clip. Infinity after the last. */
  laterStart: number;
}

function surroundingsOf(clip: PlacedClip, { clips }: EditorScene): Surroundings {
  const others = clips.filter((other) => other !== clip && other.track === clip.track);
  const isBefore = (other: PlacedClip): boolean => other.startFrame < clip.startFrame || (other.startFrame === clip.startFrame && other.index < clip.index);
  return {
    earlierEnd: Math.max(0, ...others.filter(isBefore).map(({ endFrame }) => endFrame)),
    laterStart: Math.min(...others.filter((other) => !isBefore(other)).map(({ startFrame }) => startFrame)),
  };
}

/** How early and how late its start may be; with `ripple` what comes before it is not in the way. */
export function startLimits(clip: PlacedClip, scene: EditorScene, ripple: boolean): Limits {
  const { frameRate } = scene;
  const used = usedPartOf(clip, scene);
  const { earlierEnd, laterStart } = surroundingsOf(clip, scene);
  const source = used === null ? (ripple ? -Infinity : 0) : clip.startFrame - Math.floor((used.trimStart * frameRate.numerator) / frameRate.denominator + 1e-6);
  const held = used === null || !Number.isFinite(used.restSeconds) ? Infinity : clip.startFrame + Math.max(0, secondsToFrame(used.restSeconds, frameRate) - 1);
  // Under a transition the clip before reaches into this one: then this one begins no earlier than it does.
  const low = ripple ? source : Math.max(Math.min(earlierEnd, clip.startFrame), source, 0);
  return { low: Math.min(low, clip.startFrame), high: Math.max(clip.startFrame, Math.min(clip.endFrame - 1, laterStart - 1, held)) };
}

/** How early and how late its end may be; with `ripple` what comes after it is not in the way. */
export function endLimits(clip: PlacedClip, scene: EditorScene, ripple: boolean): Limits {
  const used = usedPartOf(clip, scene);
  const { earlierEnd, laterStart } = surroundingsOf(clip, scene);
  const source = used === null || !Number.isFinite(used.restSeconds) ? Infinity : Math.max(clip.endFrame, clip.startFrame + secondsToFrame(used.restSeconds, scene.frameRate));
  const last = lastStartFrame(scene);
  // A joint with the next one moves along, and stays after the start of this one and after the joint with the one before.
  const first = Math.max(clip.startFrame + 1, earlierEnd);
  const low = ripple && laterStart < clip.endFrame ? first + clip.endFrame - laterStart : first;
  return { low: Math.min(low, clip.endFrame), high: Math.max(clip.endFrame, Math.min(ripple ? Infinity : Math.max(laterStart, clip.endFrame), source, last, clip.startFrame + last)) };
}

/** The clip with its end at a frame. */
export function trimEnd(clip: PlacedClip, endFrame: number, scene: EditorScene): EditedElement {
  if (endFrame === clip.endFrame) return keep(clip, true);
  const { frameRate, canvas } = scene;
  const endSeconds = frameToSeconds(endFrame, frameRate);
  const seconds = endSeconds - clip.startSeconds;
  const whole = frameToSeconds(clip.endFrame - clip.startFrame, frameRate);
  const part = { fromSeconds: 0, toSeconds: frameToSeconds(endFrame - clip.startFrame, frameRate), durationSeconds: whole };
  const element = changeElement(cutMotion(clip.element, part, { canvas, followsEnds: true }), { duration: roundSeconds(seconds), ...widenTrim(clip.element, seconds) });
  return { element, wanted: { track: clip.track, startSeconds: clip.startSeconds, endSeconds, isOpenEnded: false }, isSelected: true };
}

/** A clip that lasts longer than its trim uses more of its source. */
function widenTrim(element: Element, seconds: number): { trim_duration?: number } {
  if (!('trim_duration' in element) || element.trim_duration === undefined || element.loop === true) return {};
  return seconds > element.trim_duration && element.trim_duration >= (element.duration ?? 0) ? { trim_duration: roundSeconds(seconds) } : {};
}

/** The clip with its start at a frame. With `ripple` it stays where it begins, and ends earlier. */
export function trimStart(clip: PlacedClip, startFrame: number, { scene, ripple }: { scene: EditorScene; ripple: boolean }): EditedElement {
  if (startFrame === clip.startFrame) return keep(clip, true);
  const { frameRate, canvas } = scene;
  const frames = startFrame - clip.startFrame;
  const cutSeconds = frameToSeconds(frames, frameRate);
  const newStart = frameToSeconds(startFrame, frameRate);
  const startSeconds = ripple ? clip.startSeconds : newStart;
  const endSeconds = ripple ? clip.endSeconds - cutSeconds : clip.endSeconds;
  const whole = frameToSeconds(clip.endFrame - clip.startFrame, frameRate);
  const cut = cutMotion(clip.element, { fromSeconds: cutSeconds, toSeconds: whole, durationSeconds: whole }, { canvas, followsEnds: true });
  const duration = clip.element.duration === undefined ? {} : { duration: roundSeconds(endSeconds - startSeconds) };
  // A sound is cut to the sample where it is, a picture at its frames.
  const element = changeElement(cut, { ...duration, ...laterTrim(clip.element, clip.element.type === 'audio' && !ripple ? newStart - clip.startSeconds : cutSeconds) });
  return { element, wanted: { track: clip.track, startSeconds, endSeconds, isOpenEnded: clip.isOpenEnded && !ripple }, isSelected: true };
}

/** So much later in the source. What repeats begins with its beginning wherever it is. */
export function laterTrim(element: Element, seconds: number): { trim_start?: number; trim_duration?: number } {
  if ((element.type !== 'video' && element.type !== 'audio') || element.loop === true) return {};
  const trimStart = Math.max(0, roundSeconds((element.trim_start ?? 0) + seconds));
  const trim = element.trim_duration === undefined ? {} : { trim_duration: Math.max(SHORTEST_TRIM_SECONDS, roundSeconds(element.trim_duration - seconds)) };
  return { trim_start: trimStart, ...trim };
}

/** Shorter than any frame: of what is trimmed away, the last frame is held. */
const SHORTEST_TRIM_SECONDS = 0.001;
