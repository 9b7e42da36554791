/** Whether a layer changes over a stretch of frames: what does not is drawn once. */
import { isMovingWithin } from '#lib/composition/motion-stretches';
import type { Segment } from '#lib/composition/segments';
import type { Layer } from '#lib/composition/timeline';

/** True when two frames of the segment differ because of the layer. */
export function isMoving(layer: Layer, segment: Pick<Segment, 'startFrame' | 'endFrame'>): boolean {
  const { startFrame, endFrame } = segment;
  if (isMovingWithin(layer, startFrame, endFrame)) return true;
  if (layer.type !== 'group') return layer.type === 'video';
  const shown = layer.layers.filter((inner) => inner.startFrame < endFrame && inner.endFrame > startFrame);
  return shown.some((inner) => inner.startFrame > startFrame || inner.endFrame < endFrame || isMoving(inner, segment));
}
