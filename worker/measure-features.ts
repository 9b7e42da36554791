/**
 * What a finished render was made of, in figures: timeline and media in, plain numbers out. Pure.
 * Kept beside the durations of its stages, so that the estimator can learn what costs how much.
 */
import type { AudioFacts, PictureFacts } from '#lib/composition/media-facts';
import { listPictureLayers } from '#lib/composition/list-picture-layers';
import type { MediaKind } from '#lib/composition/sources';
import type { Timeline } from '#lib/composition/timeline';

export interface MeasuredFeatures {
  /** Output pixels times frames: what is composited and encoded. */
  outputPixelFrames: number;
  frameCount: number;
  outputSeconds: number;
  imageLayerCount: number;
  videoLayerCount: number;
  soundCount: number;
  sourceCount: number;
  sourceBytes: number;
  /** Stored pixels of all sources, one frame of each: what is decoded. Sound has none. */
  sourcePixels: number;
}

/** The part of a downloaded medium that counts here. */
interface MeasuredMedia {
  sizeBytes: number;
  facts: Pick<PictureFacts, 'codedWidthPx' | 'codedHeightPx'> | Pick<AudioFacts, 'kind'>;
}

export function measureFeatures(timeline: Timeline, media: readonly MeasuredMedia[]): MeasuredFeatures {
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  const pictures = listPictureLayers(timeline.layers);
  const countLayers = (type: MediaKind): number => pictures.filter((layer) => layer.type === type).length;
  return {
    outputPixelFrames: timeline.widthPx * timeline.heightPx * timeline.frameCount,
    frameCount: timeline.frameCount,
    outputSeconds: timeline.durationSeconds,
    imageLayerCount: countLayers('image'),
    videoLayerCount: countLayers('video'),
    soundCount: timeline.sounds.length,
    sourceCount: media.length,
    sourceBytes: sum(media.map(({ sizeBytes }) => sizeBytes)),
    sourcePixels: sum(media.map(({ facts }) => ('codedWidthPx' in facts ? facts.codedWidthPx * facts.codedHeightPx : 0))),
  };
}
