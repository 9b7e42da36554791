/**
 * Which engine draws a stretch of the composition: a segment in, the cheapest engine that gets it right and the reason for people out.
 */
import { isBareLook } from '#lib/composition/look';
import { isMovingWithin } from '#lib/composition/motion-stretches';
import type { Segment } from '#lib/composition/segments';
import type { Layer, PictureLayer } from '#lib/composition/timeline';
import type { PlannedSpan } from '#worker/render/render-plan';

export interface EngineChoice {
  engine: PlannedSpan['engine'];
  reason: string;
}

/** A picture that FFmpeg's filters place and fade as drawing does; neither changed by a look, but for flips, nor moved. */
export function isPlain(layer: Layer): layer is PictureLayer {
  return (layer.type === 'image' || layer.type === 'video') && isBareLook(layer.look) && layer.motion === null;
}

/** True when two frames of the segment differ because of the layer. */
export function isMoving(layer: Layer, { startFrame, endFrame }: Pick<Segment, 'startFrame' | 'endFrame'>): boolean {
  return layer.type === 'video' || isMovingWithin(layer, startFrame, endFrame);
}

export function chooseEngine(segment: Segment): EngineChoice {
  const { layers } = segment;
  const moving = layers.filter((layer) => isMoving(layer, segment));
  const drawn = nameAll('drawn once: ', layers.filter((layer) => layer.type !== 'video' && !isPlain(layer)));
  if (moving.length === 0) return { engine: 'still', reason: ['nothing moves', ...drawn].join('; ') };
  const needs = listCanvasNeeds(layers, moving, segment);
  if (needs.length > 0) return { engine: 'canvas', reason: needs.join('; ') };
  return { engine: 'graph', reason: [...nameAll('moving: ', moving), ...drawn].join('; ') };
}

/** What FFmpeg's filters do not do as drawing does it. */
function listCanvasNeeds(layers: readonly Layer[], moving: readonly Layer[], segment: Segment): string[] {
  const aboveMoving = layers.slice(layers.findIndex((layer) => moving.includes(layer)));
  return [
    ...nameAll('its place, size or visibility changes: ', moving.filter((layer) => isMovingWithin(layer, segment.startFrame, segment.endFrame))),
    ...nameAll('a video between whole pixels: ', moving.filter((layer) => layer.motion !== null && !isMovingWithin(layer, segment.startFrame, segment.endFrame))),
    ...nameAll('look of a video: ', moving.filter((layer) => !isBareLook(layer.look))),
    ...nameAll('blended with what moves: ', aboveMoving.filter(({ look }) => look !== null && look.blendMode !== 'normal')),
    ...nameAll('masks what moves: ', aboveMoving.filter(({ look }) => look !== null && look.maskMode !== null)),
  ];
}

function nameAll(what: string, layers: readonly Layer[]): string[] {
  return layers.length === 0 ? [] : [`${what}${layers.map(({ elementId }) => elementId).join(', ')}`];
}
