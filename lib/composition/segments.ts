/**
 * The timeline cut into stretches in which the same layers are seen.
 * Together they show every frame exactly once, without gaps, and no two neighbours show the same.
 */
import type { Layer, Timeline } from '#lib/composition/timeline';

export interface Segment {
  startFrame: number;
  /** First frame of the next segment. */
  endFrame: number;
  /** Bottom to top; those fully behind an opaque layer are left out. Empty: the fill colour alone. */
  layers: Layer[];
}

/**
 * Cuts where a layer that is seen begins or ends.
 * @param isOpaquePicture whether the layer's picture has no transparency of its own (the facts say); opacity and coverage are looked at here
 */
export function cutSegments(timeline: Timeline, isOpaquePicture: (layer: Layer) => boolean): Segment[] {
  const { layers, frameCount } = timeline;
  const edges = new Set([0, frameCount, ...layers.flatMap(({ startFrame, endFrame }) => [startFrame, endFrame])]);
  const sorted = [...edges].filter((frame) => frame >= 0 && frame <= frameCount).toSorted((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, startFrame] of sorted.slice(0, -1).entries()) {
    const endFrame = sorted[index + 1] ?? frameCount;
    const active = layers.filter((layer) => layer.startFrame <= startFrame && layer.endFrame >= endFrame);
    const seen = active.slice(Math.max(0, active.findLastIndex((layer) => isOpaquePicture(layer) && coversCanvas(layer, timeline))));
    const previous = segments.at(-1);
    if (previous !== undefined && isSameList(previous.layers, seen)) previous.endFrame = endFrame;
    else segments.push({ startFrame, endFrame, layers: seen });
  }
  return segments;
}

/** True when no pixel of the canvas shows anything below the layer, given a picture without transparency. */
export function coversCanvas({ box, opacity, rotationDegrees }: Layer, canvas: Pick<Timeline, 'widthPx' | 'heightPx'>): boolean {
  return (
    opacity === 1 &&
    // Half a turn about its centre leaves a box where it is.
    rotationDegrees % 180 === 0 &&
    box.xPx <= 0 &&
    box.yPx <= 0 &&
    box.xPx + box.widthPx >= canvas.widthPx &&
    box.yPx + box.heightPx >= canvas.heightPx
  );
}

function isSameList(first: readonly Layer[], second: readonly Layer[]): boolean {
  return first.length === second.length && first.every((layer, index) => layer === second[index]);
}
