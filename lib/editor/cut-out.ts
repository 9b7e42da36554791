/**
 * Room made on tracks by taking away what is there: clips and the stretches that are to be free in; what is left of each clip, or why it cannot be cut, out.
 * A clip that is covered in its middle is left as two.
 */
import { findObstacle, splitAt } from '#lib/editor/commands/split-clips';
import type { Stretch } from '#lib/editor/find-free-place';
import { keep, type EditedElement } from '#lib/editor/finish-edit';
import type { EditorScene, PlacedClip } from '#lib/editor/scene';

export interface CutOutContext {
  scene: EditorScene;
  nextId: (wanted: string) => string;
}

export type CutOut = { ok: true; left: EditedElement[] } | { ok: false; reason: string };

/** What lies between two stretches stays. */
export function cutOut(clip: PlacedClip, stretches: readonly Stretch[], context: CutOutContext): CutOut {
  const covering = joinStretches(stretches.filter(({ track, startFrame, endFrame }) => track === clip.track && startFrame < clip.endFrame && endFrame > clip.startFrame));
  const latest = covering.at(-1);
  if (latest === undefined) return { ok: true, left: [keep(clip)] };
  const { startFrame, endFrame } = latest;
  const [isLeftBefore, isLeftAfter] = [clip.startFrame < startFrame, endFrame < clip.endFrame];
  const reason = (isLeftBefore ? findCutProblem(clip, startFrame, context) : null) ?? (isLeftAfter ? findCutProblem(clip, endFrame, context) : null);
  if (reason !== null) return { ok: false, reason };
  const before: CutOut = isLeftBefore ? cutOut(firstPart(clip, startFrame, context), covering.slice(0, -1), context) : { ok: true, left: [] };
  if (!before.ok) return before;
  const after = isLeftAfter ? splitAt(clip, endFrame, context).slice(1) : [];
  // What is left alone is still the same element.
  const named = isLeftBefore ? after : after.map((edited, index) => (index === 0 ? withIdOf(edited, clip) : edited));
  return { ok: true, left: [...before.left, ...named].map((edited) => ({ ...edited, isSelected: false })) };
}

/** By time; those that touch or overlap, as clips under a transition do, are one: nothing is cut between them. */
function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  return stretches.toSorted((a, b) => a.startFrame - b.startFrame).reduce<Stretch[]>((joined, stretch) => {
    const last = joined.at(-1);
    if (last === undefined || stretch.startFrame > last.endFrame) return [...joined, stretch];
    return [...joined.slice(0, -1), { ...last, endFrame: Math.max(last.endFrame, stretch.endFrame) }];
  }, []);
}

/** The clip up to a frame at which it can be split. */
function firstPart(clip: PlacedClip, endFrame: number, context: CutOutContext): PlacedClip {
  // What comes after the cut is not used, and needs no name.
  const [first] = splitAt(clip, endFrame, { ...context, nextId: (wanted) => wanted });
  return { ...clip, element: first?.element ?? clip.element, endFrame, endSeconds: first?.wanted?.endSeconds ?? clip.endSeconds, isOpenEnded: false };
}

function findCutProblem(clip: PlacedClip, frame: number, { scene }: CutOutContext): string | null {
  return clip.element.type === 'composition' ? 'A group cannot be cut by what is put over it: split it first' : findObstacle(clip, frame, scene);
}

function withIdOf(edited: EditedElement, { element: { id } }: PlacedClip): EditedElement {
  const { id: _id, ...element } = edited.element;
  return { ...edited, element: id === undefined ? element : { id, ...element } };
}
