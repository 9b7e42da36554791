/** The scenes of a composition, its own and that of each group, as far as they are known before any medium has been fetched. */
import { pathAt, type Arrangement } from '#lib/composition/arrangement';
import { frameToSeconds } from '#lib/composition/frame-rate';
import { arrangementIn, groupCanvasOf } from '#lib/composition/group-scene';
import { resolveKnownTiming, type SourceSecondsOf } from '#lib/composition/known-timing';
import type { Rational } from '#lib/composition/media-facts';
import { resolveCanvas, resolveFrameRate } from '#lib/composition/canvas-and-rate';
import type { Timing } from '#lib/composition/resolve-timing';
import type { Composition, GroupElement } from '#lib/composition/schema/composition';
import type { Size } from '#lib/composition/units';

export interface KnownScene {
  /** With the length that its group gives it, where only that decides and is known. */
  arrangement: Arrangement;
  timing: Timing;
  canvas: Size;
  frameRate: Rational;
  /** The media whose length is known; absent: none. */
  sourceSecondsOf?: SourceSecondsOf | undefined;
}

/** The composition first, each group after the scene it is in. */
export function listKnownScenes(composition: Composition, sourceSecondsOf?: SourceSecondsOf): KnownScene[] {
  return listFrom(outermostScene(composition, sourceSecondsOf));
}

/** The scene of the composition itself. */
export function outermostScene(composition: Composition, sourceSecondsOf?: SourceSecondsOf): KnownScene {
  const frameRate = resolveFrameRate(composition);
  return { arrangement: composition, timing: resolveKnownTiming(composition, frameRate, sourceSecondsOf), canvas: resolveCanvas(composition), frameRate, sourceSecondsOf };
}

function listFrom(scene: KnownScene): KnownScene[] {
  const inside = scene.arrangement.elements.flatMap((element, index) => (element.type === 'composition' ? listFrom(sceneIn(element, index, scene)) : []));
  return [scene, ...inside];
}

/** The scene of the group at a place of another. */
export function sceneIn(element: GroupElement, index: number, { arrangement: outer, timing: outerTiming, canvas, frameRate, sourceSecondsOf }: KnownScene): KnownScene {
  const arrangement = arrangementIn(element, pathAt(outer, index));
  const timing = resolveKnownTiming(arrangement, frameRate, sourceSecondsOf);
  const placement = outerTiming.placements[index] ?? null;
  const inside = { canvas: groupCanvasOf(element, canvas), frameRate, sourceSecondsOf };
  if (!timing.isOpenEnded || placement === null) return { ...inside, arrangement, timing };
  const arranged = { ...arrangement, duration: frameToSeconds(placement.endFrame - placement.startFrame, frameRate) };
  return { ...inside, arrangement: arranged, timing: resolveKnownTiming(arranged, frameRate, sourceSecondsOf) };
}
