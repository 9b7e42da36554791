/** Which drag a press on a part of a clip begins: the part, the clip and the scene as they are then in, the drag out. No events. */
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { fadesOf } from '#lib/editor/commands/set-fade';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import type { ElementKey } from '#lib/editor/editor-state';
import type { ClipView } from '#lib/editor/editor-view';
import { isSamePlace, listKeyframeMoments, type KeyframePlace } from '#lib/editor/keyframe-moments';
import { listSnapTargets, type SnapTarget } from '#lib/editor/snap-time';
import type { TimelineDrag, TimelinePoint } from '#lib/editor/timeline-drag';

export interface DragStart {
  /** `seconds`: of a keyframe, from the start of its clip. */
  target: { part: string; seconds: number };
  /** Null where there is none. */
  clip: ClipView | null;
  isLocked: boolean;
  point: TimelinePoint;
}

interface DragContext {
  scene: TimelineScene;
  selection: readonly ElementKey[];
  playheadSeconds: number | null;
  markerSeconds: readonly number[];
  /** Of the clip that is selected. */
  selectedKeyframes: readonly KeyframePlace[];
}

export function startDrag({ target, clip, point }: DragStart, { scene, selection, playheadSeconds, markerSeconds, selectedKeyframes }: DragContext): TimelineDrag | null {
  const { view, rows, locked } = scene;
  if (clip === null) return null;
  const chosen = view.clips.filter(({ key, track }) => selection.includes(key) && !locked.has(track));
  const targetsWithout = (movingKeys: readonly ElementKey[]) => listSnapTargets(view, { movingKeys, playheadSeconds, markerSeconds });
  const held = { from: point, targets: targetsWithout([clip.key]) };
  switch (target.part) {
    case 'start':
    case 'end':
      return { kind: 'trimming', ...held, clip, edge: target.part };
    case 'fade-in':
    case 'fade-out': {
      const edge = target.part === 'fade-in' ? 'in' : 'out';
      const keys = chosen.some(({ key }) => key === clip.key) ? chosen.map(({ key }) => key) : [clip.key];
      const fades = fadesOf(clip.element);
      return { kind: 'fading', ...held, clip, keys, edge, fadedSeconds: edge === 'in' ? Math.max(fades.pictureIn, fades.soundIn) : Math.max(fades.pictureOut, fades.soundOut) };
    }
    case 'roll':
      return { kind: 'rolling', ...held, targets: targetsWithout(view.clips.filter((other) => other.key === clip.key || touches(other, clip)).map(({ key }) => key)), key: clip.key, atSeconds: clip.startSeconds };
    case 'slip':
      return { kind: 'slipping', ...held, clip };
    case 'joint':
      return clip.joint === null ? null : { kind: 'joining', ...held, key: clip.key, transition: clip.joint.transition, startSeconds: clip.joint.startSeconds, endSeconds: clip.joint.endSeconds };
    case 'keyframe':
      return startKeyframing(clip, { seconds: target.seconds, held: { ...held, targets: targetsWithout([]) }, selected: selectedKeyframes, frameRate: view.frameRate });
    default: {
      // Toggled off by this very press: there is nothing to drag.
      if (!chosen.some(({ key }) => key === clip.key)) return null;
      return { kind: 'dragging', from: point, targets: targetsWithout(chosen.map(({ key }) => key)), clips: chosen, grabbed: clip, rows };
    }
  }
}

/** The clip before, whose end is at the same cut. */
const touches = (other: ClipView, { track, startFrame }: ClipView): boolean => other.track === track && other.startFrame < startFrame && other.endFrame >= startFrame;

interface KeyframesStart {
  /** Of the one that was taken hold of, from the start of the clip. */
  seconds: number;
  held: { from: TimelinePoint; targets: readonly SnapTarget[] };
  selected: readonly KeyframePlace[];
  frameRate: Rational;
}

/** The selected keyframes with the one under the pointer; those that stay attract. */
function startKeyframing(clip: ClipView, { seconds, held, selected, frameRate }: KeyframesStart): TimelineDrag | null {
  const moments = listKeyframeMoments(clip.element, frameToSeconds(clip.endFrame - clip.startFrame, frameRate));
  const grabbed = moments.find((moment) => Math.abs(moment.seconds - seconds) < SAME_SECONDS);
  if (grabbed === undefined) return null;
  const isChosen = ({ keyframes }: (typeof moments)[number]): boolean => keyframes.some((place) => selected.some((other) => isSamePlace(place, other)));
  const moving = isChosen(grabbed) ? [grabbed, ...moments.filter((moment) => moment !== grabbed && isChosen(moment))] : [grabbed];
  const still = moments.filter((moment) => !moving.includes(moment)).map((moment): SnapTarget => ({ seconds: clip.startSeconds + moment.seconds, kind: 'keyframe' }));
  return { kind: 'keyframing', from: held.from, targets: [...held.targets, ...still], key: clip.key, places: moving.flatMap(({ keyframes }) => keyframes), edges: moving.map((moment) => clip.startSeconds + moment.seconds) };
}

/** Far below any frame. */
const SAME_SECONDS = 1e-6;
