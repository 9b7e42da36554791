/**
 * A part of a composition as one of its own, to see a few seconds as they will be: a composition and a range of frames in; a composition whose frames
 * are the same as those of the whole at the same moments out. What is moved, faded, joined or repeated cannot be cut everywhere without a difference:
 * such a range begins earlier and ends later, where it can.
 */
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { SourceSecondsOf } from '#lib/composition/known-timing';
import type { Composition, Element } from '#lib/composition/schema/composition';
import { findTrackBelow } from '#lib/composition/tracks';
import { trimSource } from '#lib/composition/trimmed-source';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { laterTrim } from '#lib/editor/commands/trim-clip';
import { cutMotion } from '#lib/editor/cut-keyframes';
import { keyframesOf, MOVING_PROPERTIES } from '#lib/editor/keyframes';
import { openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';

/** Frames from `startFrame` up to, and without, `endFrame`. */
export interface FrameRange {
  startFrame: number;
  endFrame: number;
}

/** The same composition when the range is all of it. */
export function rangeComposition(composition: Composition, range: FrameRange, sourceSecondsOf: SourceSecondsOf): Composition {
  const scene = openScene({ composition, selection: [], scope: null }, sourceSecondsOf);
  const { startFrame, endFrame } = cuttableRange(scene, range);
  if (startFrame === 0 && endFrame === scene.frameCount) return composition;
  const elements = scene.clips.filter((clip) => clip.endFrame > startFrame && clip.startFrame < endFrame).map((clip) => placeIn(clip, { startFrame, endFrame }, scene));
  return { ...composition, duration: roundSeconds(frameToSeconds(endFrame - startFrame, scene.frameRate)), elements };
}

/** The range, or a longer one: from and to frames at which every clip that is on can be cut. */
export function cuttableRange(scene: EditorScene, { startFrame, endFrame }: FrameRange): FrameRange {
  let end = Math.min(endFrame, scene.frameCount);
  let start = Math.min(Math.max(0, startFrame), end - 1);
  for (;;) {
    const early = scene.clips.filter((clip) => isAcross(clip, start) && !canBeginAt(clip, start, scene));
    // What lasts longer than the whole is cut at its end anyway.
    const late = end === scene.frameCount ? [] : scene.clips.filter((clip) => isAcross(clip, end) && !canEndAt(clip, end, scene));
    const masked = listMissedMasked(scene, { startFrame: start, endFrame: end });
    if (early.length === 0 && late.length === 0 && masked.length === 0) return { startFrame: start, endFrame: end };
    // A frame of what is masked is enough.
    start = Math.min(start, ...early.map((clip) => clip.startFrame), ...masked.map((clip) => clip.endFrame - 1));
    end = Math.max(end, ...late.map((clip) => Math.min(clip.endFrame, scene.frameCount)), ...masked.map((clip) => clip.startFrame + 1));
  }
}

/** A mask masks the next lower track there is: one of which nothing is on in the range has to be there all the same. The clip nearest to the range, of each. */
function listMissedMasked({ clips, arrangement, frameCount }: EditorScene, { startFrame, endFrame }: FrameRange): PlacedClip[] {
  const distanceOf = (clip: PlacedClip): number => Math.max(0, clip.startFrame - endFrame + 1, startFrame - clip.endFrame + 1);
  return clips.flatMap((mask) => {
    if (distanceOf(mask) > 0 || !('mask_mode' in mask.element) || mask.element.mask_mode === undefined) return [];
    const track = findTrackBelow(arrangement.elements, mask.index);
    const masked = clips.filter((clip) => clip.track === track && clip.element.type !== 'audio' && clip.startFrame < frameCount);
    const [nearest] = masked.toSorted((a, b) => distanceOf(a) - distanceOf(b));
    return nearest === undefined || distanceOf(nearest) === 0 ? [] : [nearest];
  });
}

const isAcross = (clip: PlacedClip, frame: number): boolean => clip.startFrame < frame && frame < clip.endFrame;

/** Whether what is left of the clip from a frame on can be written as a clip that is just the same. */
function canBeginAt({ element, startFrame, track, index }: PlacedClip, frame: number, { clips, frameRate, sourceSecondsOf }: EditorScene): boolean {
  if (isInJoint({ track, index }, frame, clips) || element.type === 'composition' || ('loop' in element && element.loop === true)) return false;
  if (MOVING_PROPERTIES.some((property) => keyframesOf(element, property) !== null)) return false;
  if ('animations' in element && element.animations?.some(({ time }) => time !== 'end')) return false;
  if (element.type !== 'video' && element.type !== 'audio') return true;
  const seconds = frameToSeconds(frame - startFrame, frameRate);
  const usedSeconds = trimSource(element, sourceSecondsOf(element) ?? 0).lengthSeconds;
  // Beyond its end only its last frame is held.
  return seconds >= (element.audio_fade_in ?? 0) && seconds < usedSeconds;
}

/** Whether the clip is just the same up to a frame when it ends there. */
function canEndAt({ element, endFrame, track, index }: PlacedClip, frame: number, { clips, frameRate }: EditorScene): boolean {
  if (isInJoint({ track, index }, frame, clips) || element.type === 'composition') return false;
  if ('animations' in element && element.animations !== undefined) return false;
  return !('audio_fade_out' in element) || frameToSeconds(endFrame - frame, frameRate) >= (element.audio_fade_out ?? 0);
}

/** A joint belongs to both of its clips. */
function isInJoint({ track, index }: Pick<PlacedClip, 'track' | 'index'>, frame: number, clips: readonly PlacedClip[]): boolean {
  return clips.some((other) => other.index !== index && other.track === track && isAcross(other, frame));
}

/** On the clock of the range, with a place and a length of its own, as what gave it one may be gone. */
function placeIn({ element, track, startFrame, endFrame, startSeconds, endSeconds }: PlacedClip, range: FrameRange, { frameRate, canvas, frameCount }: EditorScene): Element {
  const [from, to] = [frameToSeconds(range.startFrame, frameRate), frameToSeconds(range.endFrame, frameRate)];
  const isMedium = element.type === 'video' || element.type === 'audio';
  const isCutEarly = startFrame < range.startFrame;
  // What lasts longer than the whole is cut by the end of the part just as by the end of the whole.
  const isCutLate = endFrame > range.endFrame && range.endFrame < frameCount;
  const length = frameToSeconds(endFrame - startFrame, frameRate);
  // Keyframes stay when they were, wherever the clip ends.
  const still = isCutLate ? cutMotion(element, { fromSeconds: 0, toSeconds: length, durationSeconds: length }, { canvas, followsEnds: false }) : element;
  const cutSeconds = element.type === 'audio' ? from - startSeconds : frameToSeconds(range.startFrame - startFrame, frameRate);
  const hasLength = !isMedium || isCutLate || element.duration !== undefined || element.loop === true;
  return changeElement(still, {
    track,
    time: isCutEarly ? 0 : roundSeconds(Math.max(0, startSeconds - from)),
    ...(hasLength ? { duration: roundSeconds(Math.min(endSeconds, isCutLate ? to : Infinity) - (isCutEarly ? from : startSeconds)) } : {}),
    ...(isCutEarly ? laterTrim(element, cutSeconds) : {}),
    ...(isCutEarly && isMedium ? { audio_fade_in: undefined } : {}),
    ...(isCutLate && isMedium ? { audio_fade_out: undefined } : {}),
    ...(isCutEarly && element.type !== 'audio' ? { transition: undefined } : {}),
  });
}
