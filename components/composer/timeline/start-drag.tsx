/** Which drag a press on a part of a clip begins: the part, the clip and the scene as they are then in, the drag out. No events. */
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { fadesOf } from '#lib/editor/commands/set-fade';
import type { ElementKey } from '#lib/editor/editor-state';
import type { ClipView } from '#lib/editor/editor-view';
import { listSnapTargets } from '#lib/editor/snap-time';
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
}

export function startDrag({ target, clip, point }: DragStart, { scene, selection, playheadSeconds, markerSeconds }: DragContext): TimelineDrag | null {
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
    case 'joint':
      return clip.joint === null ? null : { kind: 'joining', ...held, key: clip.key, transition: clip.joint.transition, startSeconds: clip.joint.startSeconds, endSeconds: clip.joint.endSeconds };
    case 'keyframe':
      return { kind: 'keyframing', ...held, clip, seconds: target.seconds };
    default: {
      // Toggled off by this very press: there is nothing to drag.
      if (!chosen.some(({ key }) => key === clip.key)) return null;
      return { kind: 'dragging', from: point, targets: targetsWithout(chosen.map(({ key }) => key)), clips: chosen, grabbed: clip, rows };
    }
  }
}
