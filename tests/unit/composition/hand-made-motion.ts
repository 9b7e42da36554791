/** Motion and layers made by hand, for the tests of what evaluates them. */
import type { Easing } from '#lib/composition/easing';
import type { Motion, MotionChannel, MotionProperty } from '#lib/composition/motion';
import type { ImageLayer, VideoLayer } from '#lib/composition/timeline';

export const RATE = { numerator: 10, denominator: 1 };

const linear: Easing = { kind: 'linear' };

/** Keyframes as [frame, value]; linear between them. */
export function channel(property: MotionProperty, keyframes: ReadonlyArray<readonly [number, number]>, combine: MotionChannel['combine'] = 'set'): MotionChannel {
  return { property, combine, keyframes: keyframes.map(([frame, value]) => ({ frame, value, easing: linear })) };
}

export const motionOf = (...channels: MotionChannel[]): Motion => ({ channels, clips: [] });

/** 40 x 20 pixels at (100, 50), of a picture of 80 x 40; frames 10 to 109. */
export function imageLayer(changes: Partial<ImageLayer> = {}): ImageLayer {
  return {
    type: 'image', elementId: 'picture', source: 'https://example.com/picture.png', track: 1, startFrame: 10, endFrame: 110,
    box: { xPx: 100, yPx: 50, widthPx: 40, heightPx: 20 }, crop: { xPx: 0, yPx: 0, widthPx: 80, heightPx: 40 }, fit: null,
    rotationDegrees: 0, opacity: 1, look: null, motion: null, ...changes,
  };
}

/** The same of a video, from 2 s of the source to 5 s. */
export function videoLayer(changes: Partial<VideoLayer> = {}): VideoLayer {
  return { ...imageLayer(), type: 'video', elementId: 'clip', source: 'https://example.com/clip.mp4', trimStartSeconds: 2, trimEndSeconds: 5, loopFrames: null, ...changes };
}
