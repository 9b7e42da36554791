/** Layers that stand still beside each other, found: a segment's layers in, groups that can be drawn together out. */
import type { Segment } from '#lib/composition/segments';
import type { Layer } from '#lib/composition/timeline';
import { isMoving } from '#worker/render/is-moving';

/** Neighbours that stand still are one group, what moves is one by itself. */
export function groupStanding(layers: readonly Layer[], segment: Pick<Segment, 'startFrame' | 'endFrame'>): Layer[][] {
  const groups: Layer[][] = [];
  let isOpen = false;
  for (const layer of layers) {
    const stands = !isMoving(layer, segment);
    const last = groups.at(-1);
    if (stands && isOpen && last !== undefined) last.push(layer);
    else groups.push([layer]);
    isOpen = stands;
  }
  return groups;
}
