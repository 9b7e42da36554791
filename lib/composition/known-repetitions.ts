/** Groups that repeat too much too often, as far as lengths are known before any medium has been fetched. */
import { pathAt } from '#lib/composition/arrangement';
import { toPath, type CompositionProblem } from '#lib/composition/composition-problem';
import { countRounds, groupPeriodOf } from '#lib/composition/group-scene';
import { listKnownScenes, sceneIn, type KnownScene } from '#lib/composition/known-scenes';
import type { Composition } from '#lib/composition/schema/composition';
import { findTooManyParts } from '#lib/composition/too-many-parts';

export function findRepetitionProblems(composition: Composition): CompositionProblem[] {
  const [scene] = listKnownScenes(composition);
  if (scene === undefined) return [];
  return findTooManyParts(composition, countParts(scene)).map(({ elementIndex, message, code }) => ({
    path: toPath(pathAt(composition, elementIndex ?? 0)),
    message,
    code: code.toLowerCase(),
  }));
}

/** Of each element, by its place in the list; what is not known is taken to be there once. */
function countParts(scene: KnownScene): number[] {
  return scene.arrangement.elements.map((element, index) => {
    if (element.type !== 'composition') return 1;
    const inside = sceneIn(element, index, scene);
    const placement = scene.timing.placements[index] ?? null;
    const frames = placement === null ? 0 : Math.min(placement.endFrame, scene.timing.frameCount ?? placement.endFrame) - placement.startFrame;
    return countParts(inside).reduce((sum, count) => sum + count, 1) * countRounds(groupPeriodOf(element, inside.timing), frames);
  });
}
