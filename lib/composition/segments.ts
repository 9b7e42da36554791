/**
 * The timeline cut into stretches in which the same layers are seen.
 * Together they show every frame exactly once, without gaps, and no two neighbours show the same.
 */
import { isBareLook } from '#lib/composition/look';
import { listFlatStretches } from '#lib/composition/flatten-groups';
import type { Stretch } from '#lib/composition/motion-stretches';
import type { Layer, Timeline } from '#lib/composition/timeline';

export interface Segment {
  startFrame: number;
  /** First frame of the next segment. */
  endFrame: number;
  /** Bottom to top, resting ones as they rest; those fully behind an opaque layer are left out. Empty: the fill colour alone. */
  layers: Layer[];
}

/**
 * Cuts where a layer that is seen begins or ends, and where one begins to move or comes to rest. Groups that do nothing as a whole give way to what
 * is in them.
 * @param isOpaquePicture whether the layer's picture has no transparency of its own (the facts say); opacity and coverage are looked at here
 */
export function cutSegments(timeline: Timeline, isOpaquePicture: (layer: Layer) => boolean): Segment[] {
  const { frameCount } = timeline;
  const stretches = timeline.layers.flatMap((layer) => listFlatStretches(layer, timeline));
  const edges = new Set([0, frameCount, ...stretches.flatMap(({ startFrame, endFrame }) => [startFrame, endFrame])]);
  const sorted = [...edges].filter((frame) => frame >= 0 && frame <= frameCount).toSorted((a, b) => a - b);
  const segments: Segment[] = [];
  let shown: Stretch[] | null = null;
  for (const [index, startFrame] of sorted.slice(0, -1).entries()) {
    const endFrame = sorted[index + 1] ?? frameCount;
    const active = stretches.filter((stretch) => stretch.startFrame <= startFrame && stretch.endFrame >= endFrame);
    const seen = dropHidden(active, (layer) => isOpaquePicture(layer) && coversCanvas(layer, timeline));
    const previous = segments.at(-1);
    if (previous !== undefined && shown !== null && isSameList(shown, seen)) previous.endFrame = endFrame;
    else segments.push({ startFrame, endFrame, layers: seen.map(({ layer }) => layer) });
    shown = seen;
  }
  return segments;
}

/** Those from the topmost that hides all below it; all where a mask may open it. */
function dropHidden(active: Stretch[], hides: (layer: Layer) => boolean): Stretch[] {
  if (active.some(({ layer: { look } }) => look !== null && look.maskMode !== null)) return active;
  return active.slice(Math.max(0, active.findLastIndex(({ layer }) => hides(layer))));
}

/** True when no pixel of the canvas shows anything below the layer, given a picture without transparency. Looks are taken to let something through. */
export function coversCanvas({ box, opacity, rotationDegrees, look, motion }: Layer, canvas: Pick<Timeline, 'widthPx' | 'heightPx'>): boolean {
  return (
    isBareLook(look) &&
    motion === null &&
    opacity === 1 &&
    // Half a turn about its centre leaves a box where it is.
    rotationDegrees % 180 === 0 &&
    box.xPx <= 0 &&
    box.yPx <= 0 &&
    box.xPx + box.widthPx >= canvas.widthPx &&
    box.yPx + box.heightPx >= canvas.heightPx
  );
}

/** A layer that comes to rest is another stretch, though it may be the same layer. */
function isSameList(first: readonly Stretch[], second: readonly Stretch[]): boolean {
  return first.length === second.length && first.every((stretch, index) => stretch === second[index]);
}
