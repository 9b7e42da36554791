/** Facts and layers for planner tests: what no file has to be made for. */
import type { ImageFacts, VideoFacts } from '#lib/composition/media-facts';
import type { ImageLayer, Sound, Timeline, VideoLayer } from '#lib/composition/timeline';

export const imageFacts = (facts: Partial<ImageFacts> = {}): ImageFacts => ({
  kind: 'image', codedWidthPx: 400, codedHeightPx: 200, widthPx: 400, heightPx: 200, orientation: 1, hasAlpha: false, codec: 'mjpeg', decoder: null,
  pixelFormat: 'yuvj420p', colorMatrix: 'bt601', colorRange: 'pc', streamIndex: 0, demuxer: 'jpeg_pipe', ...facts,
});

export const videoFacts = (facts: Partial<VideoFacts> = {}): VideoFacts => ({
  kind: 'video', codedWidthPx: 1280, codedHeightPx: 720, widthPx: 1280, heightPx: 720, orientation: 1, hasAlpha: false, codec: 'h264', decoder: null,
  pixelFormat: 'yuv420p', colorMatrix: 'bt709', colorRange: 'tv', streamIndex: 0, demuxer: 'mov', durationSeconds: 10, startSeconds: 0,
  frameRate: { numerator: 30, denominator: 1 }, sound: null, ...facts,
});

const box = (xPx: number, yPx: number, widthPx: number, heightPx: number) => ({ xPx, yPx, widthPx, heightPx });

export const imageLayer = (layer: Partial<ImageLayer> & Pick<ImageLayer, 'elementId' | 'source'>): ImageLayer => ({
  type: 'image', track: 1, startFrame: 0, endFrame: 60, box: box(0, 0, 640, 360), crop: box(0, 0, 400, 200), fit: null, rotationDegrees: 0, opacity: 1, look: null, motion: null, ...layer,
});

export const videoLayer = (layer: Partial<VideoLayer> & Pick<VideoLayer, 'elementId' | 'source'>): VideoLayer => ({
  type: 'video', track: 1, startFrame: 0, endFrame: 60, box: box(0, 0, 640, 360), crop: box(0, 0, 1280, 720), fit: null, rotationDegrees: 0, opacity: 1, look: null, motion: null,
  trimStartSeconds: 0, trimEndSeconds: 10, loopFrames: null, ...layer,
});

export const soundOf = (sound: Partial<Sound> & Pick<Sound, 'elementId' | 'source'>): Sound => ({
  kind: 'video', track: 1, startSeconds: 0, durationSeconds: 2, trimStartSeconds: 0, loopSeconds: null, volume: 1, envelope: null,
  fadeInSeconds: 0, fadeInCurve: 'linear', fadeOutSeconds: 0, fadeOutCurve: 'linear', ...sound,
});

/** Two seconds of 640 x 360 at 30 frames a second, unless it is said otherwise. */
export const timeline = (parts: Partial<Timeline>): Timeline => {
  const frameCount = parts.frameCount ?? 60;
  const frameRate = parts.frameRate ?? { numerator: 30, denominator: 1 };
  return {
    outputFormat: 'mp4', widthPx: 640, heightPx: 360, frameRate, frameCount, durationSeconds: (frameCount * frameRate.denominator) / frameRate.numerator,
    fillColor: '#000000', layers: [], sounds: [], ...parts,
  };
};
