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

/** The stretches do not overlap. */
export function cutOut(clip: PlacedClip, stretches: readonly Stretch[], context: CutOutContext): CutOut {
  const covering = stretches.filter(({ track, startFrame, endFrame }) => track === clip.track && startFrame < clip.endFrame && endFrame > clip.startFrame);
  if (covering.length === 0) return { ok: true, left: [keep(clip)] };
  const [startFrame, endFrame] = [Math.min(...covering.map((stretch) => stretch.startFrame)), Math.max(...covering.map((stretch) => stretch.endFrame))];
  const [isLeftBefore, isLeftAfter] = [clip.startFrame < startFrame, endFrame < clip.endFrame];
  const reason = (isLeftBefore ? findCutProblem(clip, startFrame, context) : null) ?? (isLeftAfter ? findCutProblem(clip, endFrame, context) : null);
  if (reason !== null) return { ok: false, reason };
  // What comes after the cut is not used, and needs no name.
  const before = isLeftBefore ? splitAt(clip, startFrame, { ...context, nextId: (wanted) => wanted }).slice(0, 1) : [];
  const after = isLeftAfter ? splitAt(clip, endFrame, context).slice(1) : [];
  // What is left alone is still the same element.
  const named = isLeftBefore ? after : after.map((edited, index) => (index === 0 ? withIdOf(edited, clip) : edited));
  return { ok: true, left: [...before, ...named].map((edited) => ({ ...edited, isSelected: false })) };
}

function findCutProblem(clip: PlacedClip, frame: number, { scene }: CutOutContext): string | null {
  return clip.element.type === 'composition' ? 'A group cannot be cut by what is put over it: split it first' : findObstacle(clip, frame, scene);
}

function withIdOf(edited: EditedElement, { element: { id } }: PlacedClip): EditedElement {
  const { id: _id, ...element } = edited.element;
  return { ...edited, element: id === undefined ? element : { id, ...element } };
}
