/**
 * What of a composition tells how long its render takes: the composition in, plain numbers out. Pure.
 * Stored with each job as they are, so that a model can be learned from them and the real durations later.
 */
import type { Composition } from '#lib/composition/schema/composition';
import { valuesOf } from '#lib/composition/still-properties';

export interface EstimateFeatures {
  widthPx: number;
  heightPx: number;
  frameRate: number;
  elementCount: number;
  videoCount: number;
  imageCount: number;
  /** Heard and not seen: they cost no pixels. */
  audioCount: number;
  /** Drawn once, and cheaper than a picture. */
  shapeCount: number;
  /** Different sources: what is downloaded. */
  sourceCount: number;
  /** Elements drawn turned or translucent: they cost more than a plain copy. */
  rotatedCount: number;
  translucentCount: number;
  /** The composition's own `duration`; null when the media decide. */
  declaredSeconds: number | null;
  /** The latest end that is written down, media of unknown length left out; 0 when none is. */
  knownEndSeconds: number;
}

const DEFAULT_FRAME_RATE = 30;

export function toEstimateFeatures({ width, height, frame_rate, duration, elements }: Composition): EstimateFeatures {
  const count = (matches: (element: Composition['elements'][number]) => boolean) => elements.filter(matches).length;
  const seen = elements.filter((element) => element.type !== 'audio');
  return {
    widthPx: width,
    heightPx: height,
    frameRate: frame_rate ?? DEFAULT_FRAME_RATE,
    elementCount: elements.length,
    videoCount: count(({ type }) => type === 'video'),
    imageCount: count(({ type }) => type === 'image'),
    audioCount: count(({ type }) => type === 'audio'),
    shapeCount: count(({ type }) => type === 'shape'),
    sourceCount: new Set(elements.flatMap((element) => ('source' in element ? [element.source] : []))).size,
    rotatedCount: seen.filter(({ rotation }) => valuesOf(rotation).some((degrees) => degrees % 360 !== 0)).length,
    translucentCount: seen.filter(({ opacity }) => valuesOf(opacity).some((value) => value !== 1 && value !== '100%')).length,
    declaredSeconds: duration ?? null,
    knownEndSeconds: Math.max(0, ...elements.map((element) => (element.time ?? 0) + (element.duration ?? 0))),
  };
}
