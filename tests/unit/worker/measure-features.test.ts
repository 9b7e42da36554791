/** The figures that a finished render leaves for the estimator. */
import { expect, it } from 'vitest';
import type { Timeline } from '#lib/composition/timeline';
import { soundOf } from '#tests/unit/composition/fixtures';
import { measureFeatures } from '#worker/measure-features';

it('a render is measured by what is decoded, composited and encoded', () => {
  const box = { xPx: 0, yPx: 0, widthPx: 10, heightPx: 10 };
  const layer = { track: 1, startFrame: 0, endFrame: 60, box, crop: box, rotationDegrees: 0, opacity: 1, fit: null, look: null, motion: null };
  const timeline: Timeline = {
    outputFormat: 'mp4',
    widthPx: 160,
    heightPx: 90,
    frameRate: { numerator: 30, denominator: 1 },
    frameCount: 60,
    durationSeconds: 2,
    fillColor: '#000000',
    layers: [
      { ...layer, type: 'video', elementId: 'a', source: 'v', trimStartSeconds: 0, trimEndSeconds: 2, loopFrames: null },
      { ...layer, type: 'image', elementId: 'b', source: 'i' },
      { ...layer, type: 'image', elementId: 'c', source: 'i' },
    ],
    sounds: [soundOf({ elementId: 'a', source: 'v', kind: 'video', durationSeconds: 2 })],
  };
  const media = [
    { sizeBytes: 1000, facts: { codedWidthPx: 320, codedHeightPx: 180 } },
    { sizeBytes: 500, facts: { codedWidthPx: 10, codedHeightPx: 10 } },
    { sizeBytes: 7, facts: { kind: 'audio' as const } },
  ];
  expect(measureFeatures(timeline, media)).toEqual({
    outputPixelFrames: 160 * 90 * 60,
    frameCount: 60,
    outputSeconds: 2,
    imageLayerCount: 2,
    videoLayerCount: 1,
    soundCount: 1,
    sourceCount: 3,
    sourceBytes: 1507,
    sourcePixels: 320 * 180 + 100,
  });
});
