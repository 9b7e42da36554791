/**
 * Which engine draws a stretch of the composition: a segment and its parts in, the cheapest engine that gets it right and the reason for people out.
 */
import { isMovingWithin } from '#lib/composition/motion-stretches';
import { isBareLook } from '#lib/composition/look';
import type { Segment } from '#lib/composition/segments';
import type { Layer } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { areaOf } from '#worker/render/drawn-box';
import { isMoving } from '#worker/render/is-moving';
import type { PlannedSpan } from '#worker/render/render-plan';
import { isPlain, type SpanPart } from '#worker/render/span-parts';

export interface EngineChoice {
  engine: PlannedSpan['engine'];
  reason: string;
}

/**
 * What is drawn over a still may be this part of the canvas before it is cheaper to draw all of it: laying a transparent pixel on costs FFmpeg and
 * us 8 ms a million, drawing an opaque one 5.
 */
const DRAWN_OVER_STILL_MAX = 0.6;

export function chooseEngine(segment: Segment, parts: readonly SpanPart[], canvas: Size): EngineChoice {
  const drawn = parts.flatMap((part) => (part.kind === 'drawn' ? part.layers : []));
  const drawnOnce = nameAll('drawn once: ', parts.flatMap((part) => (part.kind === 'standing' ? part.layers.filter((layer) => !isPlain(layer)) : [])));
  if (parts.every(({ kind }) => kind === 'standing')) return { engine: 'still', reason: ['nothing moves', ...drawnOnce].join('; ') };
  const blended = listBlended(segment);
  if (blended.length > 0) return { engine: 'canvas', reason: [...listDrawnReasons(drawn, segment), ...blended].join('; ') };
  const others = [
    ...nameAll('moving: ', parts.flatMap((part) => (part.kind === 'video' ? [part.layer] : []))),
    ...nameAll('fading: ', parts.flatMap((part) => (part.kind === 'fading' ? [part.layer] : []))),
    ...drawnOnce,
  ];
  if (drawn.length === 0) return { engine: 'graph', reason: others.join('; ') };
  const reasons = listDrawnReasons(drawn, segment);
  return isWorthLayingOn(parts, canvas) ? { engine: 'overlay', reason: [...reasons, ...others].join('; ') } : { engine: 'canvas', reason: reasons.join('; ') };
}

/** A video below is never drawn for the sake of what is above it: decoding it for us costs more than all that could be saved. */
function isWorthLayingOn(parts: readonly SpanPart[], canvas: Size): boolean {
  const firstDrawn = parts.findIndex(({ kind }) => kind === 'drawn');
  if (parts.slice(0, firstDrawn).some(({ kind }) => kind === 'video')) return true;
  const drawnPx = parts.reduce((sum, part) => sum + (part.kind === 'drawn' ? areaOf(part.box) : 0), 0);
  return drawnPx <= DRAWN_OVER_STILL_MAX * areaOf(canvas);
}

/** What looks at the picture below it, where that moves. */
function listBlended(segment: Segment): string[] {
  const aboveMoving = segment.layers.slice(segment.layers.findIndex((layer) => isMoving(layer, segment)));
  return [
    ...nameAll('blended with what moves: ', aboveMoving.filter(({ look }) => look !== null && look.blendMode !== 'normal')),
    ...nameAll('masks what moves: ', aboveMoving.filter(({ look }) => look !== null && look.maskMode !== null)),
  ];
}

/** What FFmpeg's filters do not do as drawing does it. */
function listDrawnReasons(drawn: readonly Layer[], { startFrame, endFrame }: Segment): string[] {
  const moves = (layer: Layer): boolean => isMovingWithin(layer, startFrame, endFrame);
  const videos = drawn.filter(({ type }) => type === 'video');
  return [
    ...nameAll('its place, size or visibility changes: ', drawn.filter(moves)),
    ...nameAll('a video between whole pixels: ', videos.filter((layer) => layer.motion !== null && !moves(layer))),
    ...nameAll('look of a video: ', videos.filter(({ look }) => !isBareLook(look))),
    ...nameAll('moves within: ', drawn.filter((layer) => layer.type === 'group' && !moves(layer))),
  ];
}

function nameAll(what: string, layers: readonly Layer[]): string[] {
  return layers.length === 0 ? [] : [`${what}${layers.map(({ elementId }) => elementId).join(', ')}`];
}
