/**
 * Sets, changes or takes away the transition by which a clip takes over from the one before it, which it must touch. The overlap is made by letting the
 * earlier clip last longer, so that nothing moves; where its source has no more, the clip and all that follows it on the track begin that much earlier.
 */
import { secondsToFrame } from '#lib/composition/frame-rate';
import { TRANSITION_SECONDS_DEFAULT, type Transition } from '#lib/composition/schema/transition';
import { changeElement } from '#lib/editor/change-element';
import { shiftBy } from '#lib/editor/clip-times';
import { endLimits, trimEnd } from '#lib/editor/commands/trim-clip';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep, type EditedElement } from '#lib/editor/finish-edit';
import { findClips, openScene, type PlacedClip } from '#lib/editor/scene';

export interface SetTransitionArgs {
  /** The later of the two clips. */
  key: ElementKey;
  /** Null takes it away. */
  transition: Transition | null;
}

export const setTransition: Command<SetTransitionArgs> = (state, { key, transition }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const [later] = findClips(scene, [key]);
  if (later === undefined || later.element.type === 'audio') return refuse('A transition needs a clip that is seen');
  const earlier = findEarlier(later, scene.clips);
  if (transition !== null && earlier === null) return refuse('A transition needs a clip that ends where this one begins, on the same track');
  const frames = transition === null ? 0 : Math.max(1, secondsToFrame(transition.duration ?? TRANSITION_SECONDS_DEFAULT, scene.frameRate));
  const wantedEnd = later.startFrame + frames;
  const limits = earlier === null ? { low: 0, high: 0 } : endLimits(earlier, scene, true);
  const canLast = earlier !== null && wantedEnd >= limits.low && wantedEnd <= limits.high;
  // How much too early the earlier clip ends.
  const missing = earlier === null || canLast ? 0 : wantedEnd - earlier.endFrame;
  const edited = scene.clips.map((clip): EditedElement => {
    if (clip === earlier) return canLast ? { ...trimEnd(clip, wantedEnd, scene), isSelected: false } : keep(clip);
    const moved = clip.track === later.track && clip.startFrame >= later.startFrame ? shiftBy(clip, -missing, scene) : keep(clip);
    return clip === later ? { ...moved, element: changeElement(clip.element, { transition: transition ?? undefined }), isSelected: true } : moved;
  });
  return finishEdit(scene, edited, { label: transition === null ? 'Remove transition' : 'Set transition', keepsTransitions: true });
};

/** The clip it touches or overlaps; null when there is none. */
function findEarlier(later: PlacedClip, clips: readonly PlacedClip[]): PlacedClip | null {
  const before = clips.filter((other) => other !== later && other.track === later.track && other.startFrame < later.startFrame && other.endFrame >= later.startFrame);
  return before.toSorted((a, b) => b.startFrame - a.startFrame)[0] ?? null;
}
