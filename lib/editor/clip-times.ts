/** Times of clips for commands: frames as seconds to write, lengths, and clips put elsewhere. */
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { OUTPUT_SECONDS_MAX } from '#lib/composition/limits';
import { keep, type EditedElement } from '#lib/editor/finish-edit';
import type { Stretch } from '#lib/editor/find-free-place';
import { onTrack } from '#lib/editor/open-tracks';
import type { EditorScene, PlacedClip } from '#lib/editor/scene';

/** The latest frame on which an element may start. */
export const lastStartFrame = ({ frameRate }: Pick<EditorScene, 'frameRate'>): number => secondsToFrame(OUTPUT_SECONDS_MAX, frameRate);

export const lengthSecondsOf = ({ startSeconds, endSeconds }: PlacedClip): number => endSeconds - startSeconds;

/** How many frames it lasts when it starts on one. */
export function lengthFramesOf(clip: PlacedClip, { frameRate }: Pick<EditorScene, 'frameRate'>): number {
  return Math.max(1, secondsToFrame(lengthSecondsOf(clip), frameRate));
}

export const stretchOf = ({ track, startFrame, endFrame }: PlacedClip): Stretch => ({ track, startFrame, endFrame });

/** The clip on another track or at another frame, as long as it is. Only a clip that moves in time is put on a frame. */
export function moveTo(clip: PlacedClip, { track, startFrame }: { track: number; startFrame: number }, { frameRate }: Pick<EditorScene, 'frameRate'>): EditedElement {
  if (startFrame === clip.startFrame) return onTrack(keep(clip, true), track);
  const startSeconds = frameToSeconds(startFrame, frameRate);
  return { element: clip.element, wanted: { track, startSeconds, endSeconds: startSeconds + lengthSecondsOf(clip), isOpenEnded: false }, isSelected: true };
}

/** The clip so many frames later (earlier when negative), between frames where it was; on the first one it may lie before the start by a part of it. */
export function shiftBy(clip: PlacedClip, frames: number, { frameRate }: Pick<EditorScene, 'frameRate'>): EditedElement {
  if (frames === 0) return keep(clip);
  const seconds = frameToSeconds(frames, frameRate);
  return { ...keep(clip), wanted: { track: clip.track, startSeconds: Math.max(0, clip.startSeconds + seconds), endSeconds: clip.endSeconds + seconds, isOpenEnded: clip.isOpenEnded } };
}

/** "Move clip" or "Move 3 clips". */
export const countedLabel = (verb: string, count: number, noun = 'clip'): string => (count === 1 ? `${verb} ${noun}` : `${verb} ${count} ${noun}s`);
