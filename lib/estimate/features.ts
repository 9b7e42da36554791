/**
 * What of a composition tells how long its render takes: the composition in, plain numbers out. Pure.
 * Stored with each job as they are, so that a model can be learned from them and the real durations later.
 */
import { z } from 'zod';
import { frameToSeconds, toFrameRate } from '#lib/composition/frame-rate';
import { resolveKnownTiming } from '#lib/composition/known-timing';
import { listElements } from '#lib/composition/list-elements';
import type { Composition, Element } from '#lib/composition/schema/composition';
import { listSources, mediaKey } from '#lib/composition/sources';
import { isMoved, valuesOf } from '#lib/composition/still-properties';

const amount = z.number().min(0);

/** Each is finite and not negative. Rows of versions that did not have all of them are no features. */
export const estimateFeaturesSchema = z.object({
  widthPx: amount,
  heightPx: amount,
  frameRate: amount,
  elementCount: amount,
  videoCount: amount,
  imageCount: amount,
  /** Heard and not seen: they cost no pixels. */
  audioCount: amount,
  textCount: amount,
  /** Drawn once, and cheaper than a picture. */
  shapeCount: amount,
  /** Different sources: what is downloaded. */
  sourceCount: amount,
  /** Elements drawn turned or translucent: they cost more than a plain copy. */
  rotatedCount: amount,
  translucentCount: amount,
  /** Elements that change from frame to frame: they are drawn anew for each. */
  movingCount: amount,
  /** Length of the video; null when a medium decides whose length is not known. */
  outputSeconds: amount.nullable(),
  /** Pixels of a frame times the seconds that are shown, of all videos: what is decoded. Those whose length is not known count nothing here, and one below. */
  videoPixelSeconds: amount,
  unknownVideoCount: amount,
  /** Of the images that are known already. */
  imagePixels: amount,
  /** Of the sources that are known already. */
  sourceBytes: amount,
  /** The composition's own `duration`; null when the media decide. */
  declaredSeconds: amount.nullable(),
  /** The latest end that is written down, media of unknown length left out; 0 when none is. */
  knownEndSeconds: amount,
});

export type EstimateFeatures = z.infer<typeof estimateFeaturesSchema>;

const DEFAULT_FRAME_RATE = 30;

/** What earlier jobs found a medium to be. */
export interface KnownMedium {
  /** null of an image. */
  durationSeconds: number | null;
  /** As stored, of one frame; 0 of sound. */
  pixels: number;
  sizeBytes: number;
}

/** By `mediaKey`; media that no job has seen are not in it. */
export type KnownMedia = ReadonlyMap<string, KnownMedium>;

type MediaElement = Extract<Element, { type: 'video' | 'image' }>;

/** Elements in groups count like any others. */
export function toEstimateFeatures(composition: Composition, known: KnownMedia = new Map()): EstimateFeatures {
  const { width, height, frame_rate, duration } = composition;
  const elements = listElements(composition).map(({ element }) => element);
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
    textCount: count(({ type }) => type === 'text'),
    shapeCount: count(({ type }) => type === 'shape'),
    sourceCount: new Set(elements.flatMap((element) => ('source' in element ? [element.source] : []))).size,
    rotatedCount: seen.filter(({ rotation }) => valuesOf(rotation).some((degrees) => degrees % 360 !== 0)).length,
    translucentCount: seen.filter(({ opacity }) => valuesOf(opacity).some((value) => value !== 1 && value !== '100%')).length,
    movingCount: seen.filter(isMoved).length,
    ...measureMedia(composition, known),
    declaredSeconds: duration ?? null,
    knownEndSeconds: Math.max(0, ...composition.elements.map((element) => (element.time ?? 0) + (element.duration ?? 0))),
  };
}

/**
 * Of a group the whole counts, as far as it is known: it may repeat, and cut, what is in it. A video that nobody has seen yet is taken
 * to have the canvas' size.
 */
function measureMedia(composition: Composition, known: KnownMedia): Pick<EstimateFeatures, 'outputSeconds' | 'videoPixelSeconds' | 'unknownVideoCount' | 'imagePixels' | 'sourceBytes'> {
  const frameRate = toFrameRate(composition.frame_rate ?? DEFAULT_FRAME_RATE);
  const { frameCount, placements } = resolveKnownTiming(composition, frameRate, ({ type, source }) => known.get(mediaKey(type, source))?.durationSeconds ?? null);
  const pixelsOf = ({ type, source }: MediaElement, otherwise: number): number => known.get(mediaKey(type, source))?.pixels ?? otherwise;
  const measured = { videoPixelSeconds: 0, unknownVideoCount: 0, imagePixels: 0 };
  for (const [index, top] of composition.elements.entries()) {
    const placement = placements[index] ?? null;
    const frames = placement === null ? null : Math.max(0, Math.min(placement.endFrame, frameCount ?? Infinity) - placement.startFrame);
    for (const { element } of listElements({ elements: [top] })) {
      if (element.type === 'image') measured.imagePixels += pixelsOf(element, 0);
      if (element.type !== 'video') continue;
      if (frames === null) measured.unknownVideoCount += 1;
      else measured.videoPixelSeconds += frameToSeconds(frames, frameRate) * pixelsOf(element, composition.width * composition.height);
    }
  }
  const sourceBytes = listSources(composition).reduce((sum, { kind, source }) => sum + (known.get(mediaKey(kind, source))?.sizeBytes ?? 0), 0);
  return { outputSeconds: frameCount === null ? null : frameToSeconds(frameCount, frameRate), ...measured, sourceBytes };
}
