/**
 * What the timeline shows: a state and the media's lengths in; tracks with their clips in frames and seconds, joints and length out.
 * Times are the core's, so that an element that follows another is shown where it will be seen and heard.
 */
import { findJoints } from '#lib/composition/find-joints';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { SourceSecondsOf } from '#lib/composition/known-timing';
import type { Rational } from '#lib/composition/media-facts';
import type { Element } from '#lib/composition/schema/composition';
import type { Transition } from '#lib/composition/schema/transition';
import { transitionOf } from '#lib/composition/transition-of';
import type { Size } from '#lib/composition/units';
import type { EditorState, ElementKey } from '#lib/editor/editor-state';
import { openScene, type PlacedClip } from '#lib/editor/scene';

/** How a clip takes over from the one before it. */
export interface ClipJoint {
  earlierKey: ElementKey;
  startSeconds: number;
  endSeconds: number;
  transition: Transition;
}

export interface ClipView extends PlacedClip {
  /** What people call it: its name, its words, its file. */
  title: string;
  /** It has no time of its own and follows the clip before it on its track (or begins with the scope). */
  isFollowing: boolean;
  /** With what the transition of this clip joins it to; null without one. */
  joint: ClipJoint | null;
  /** Length of the whole source of a video or an audio; null of what has none, or while it is not known. */
  sourceSeconds: number | null;
  isHidden: boolean;
  isMuted: boolean;
}

export interface TrackView {
  /** The core's number: higher is on top. */
  track: number;
  /** By their start. */
  clips: readonly ClipView[];
  /** Everything on it is hidden; false when nothing on it can be. */
  isHidden: boolean;
  /** Everything on it that sounds is muted; false when nothing does. */
  isMuted: boolean;
}

export interface EditorView {
  /** The topmost first, as a timeline shows them. */
  tracks: readonly TrackView[];
  /** In the order of the list of elements. */
  clips: readonly ClipView[];
  durationSeconds: number;
  frameCount: number;
  frameRate: Rational;
  /** Of the open scope, in pixels. */
  canvas: Size;
}

export function viewOf(state: EditorState, sourceSecondsOf: SourceSecondsOf): EditorView {
  const scene = openScene(state, sourceSecondsOf);
  const { arrangement, frameRate, frameCount, canvas } = scene;
  const { joints } = findJoints(arrangement, { placements: [...scene.clips] }, frameRate);
  const clips = scene.clips.map((clip): ClipView => {
    const joint = joints.find(({ laterIndex }) => laterIndex === clip.index);
    const transition = transitionOf(clip.element);
    const earlier = joint === undefined ? undefined : scene.clips[joint.earlierIndex];
    return {
      ...clip,
      title: titleOf(clip.element),
      isFollowing: clip.element.time === undefined,
      joint: joint === undefined || transition === null || earlier === undefined ? null : {
        earlierKey: earlier.key, startSeconds: frameToSeconds(joint.startFrame, frameRate), endSeconds: frameToSeconds(joint.endFrame, frameRate), transition,
      },
      sourceSeconds: clip.element.type === 'video' || clip.element.type === 'audio' ? sourceSecondsOf(clip.element) : null,
      isHidden: isHidden(clip.element),
      isMuted: isMuted(clip.element),
    };
  });
  const numbers = [...new Set(clips.map(({ track }) => track))].toSorted((a, b) => b - a);
  return { tracks: numbers.map((track) => toTrack(track, clips)), clips, durationSeconds: frameToSeconds(frameCount, frameRate), frameCount, frameRate, canvas };
}

function toTrack(track: number, all: readonly ClipView[]): TrackView {
  const clips = all.filter((clip) => clip.track === track).toSorted((a, b) => a.startFrame - b.startFrame || a.index - b.index);
  const seen = clips.filter(({ element }) => element.type !== 'audio');
  const heard = clips.filter(({ element }) => isHeard(element));
  return { track, clips, isHidden: seen.length > 0 && seen.every((clip) => clip.isHidden), isMuted: heard.length > 0 && heard.every((clip) => clip.isMuted) };
}

/** Whether an element can have a sound of its own that `muted` silences. */
export const isHeard = ({ type }: Element): boolean => type === 'video' || type === 'audio';
const isHidden = (element: Element): boolean => element.type !== 'audio' && element.visible === false;
const isMuted = (element: Element): boolean => 'muted' in element && element.muted === true;

const TYPE_TITLES = { image: 'Image', video: 'Video', audio: 'Audio', text: 'Text', shape: 'Shape', composition: 'Group' } as const satisfies Record<Element['type'], string>;
const TITLE_LENGTH_MAX = 60;

/** Its name, else its words, the name of its file or its shape. */
export function titleOf(element: Element): string {
  if (element.name !== undefined) return element.name;
  if (element.type === 'text') return (element.text ?? element.spans?.map(({ text }) => text).join('') ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, TITLE_LENGTH_MAX) || TYPE_TITLES.text;
  if ('source' in element) return fileNameOf(element.source) ?? TYPE_TITLES[element.type];
  if (element.type === 'shape') return element.shape.charAt(0).toUpperCase() + element.shape.slice(1);
  return TYPE_TITLES[element.type];
}

function fileNameOf(source: string): string | null {
  const name = source.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name) || null;
  } catch {
    // A lone percent sign is allowed in addresses that people type.
    return name;
  }
}
