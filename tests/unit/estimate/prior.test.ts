/** The contract's rule, figure by figure. */
import { describe, expect, test } from 'vitest';
import { toEstimateFeatures } from '#lib/estimate/features';
import { estimatePriorSeconds } from '#lib/estimate/prior';

const image = (over = {}) => ({ type: 'image' as const, source: 'https://example.com/a.png', ...over });
const video = (over = {}) => ({ type: 'video' as const, source: 'https://example.com/a.mp4', ...over });
type Elements = Array<ReturnType<typeof image> | ReturnType<typeof video>>;

describe('estimatePriorSeconds', () => {
  test.each<[string, [number, number], Elements, number]>([
    // (5 + 2) x 1/3
    ['the simple job of the contract', [480, 640], [image()], 2],
    // (5 + 8 + 2 + 2) x 2.25
    ['the complex job of the contract', [1920, 1080], [video(), image(), image()], 38],
    // the reference canvas: factor 1
    ['one image at the reference size', [720, 1280], [image()], 7],
    ['one video at the reference size', [720, 1280], [video()], 13],
    ['a canvas of one pixel', [1, 1], [image()], 0],
    // (5 + 2) x 36
    ['the largest canvas', [7680, 4320], [image()], 252],
  ])('%s is by the formula', (_, [width, height], elements, expected) => {
    expect(estimatePriorSeconds(toEstimateFeatures({ width, height, elements }))).toBe(expected);
  });
});

describe('toEstimateFeatures', () => {
  test('counts what costs: kinds, different sources, turned and translucent elements', () => {
    const elements = [
      video({ rotation: 90, opacity: 0.5 }),
      image({ rotation: 360, opacity: '100%' }),
      image({ source: 'https://example.com/b.png', opacity: '50%' }),
      image({ opacity: 1 }),
    ];
    expect(toEstimateFeatures({ width: 10, height: 20, elements })).toMatchObject({
      widthPx: 10, heightPx: 20, frameRate: 30, elementCount: 4, videoCount: 1, imageCount: 3, sourceCount: 3, rotatedCount: 1, translucentCount: 2,
    });
  });

  test('counts shapes, which have no source and cost nothing by the rule', () => {
    const features = toEstimateFeatures({ width: 720, height: 1280, elements: [image(), { type: 'shape', shape: 'ellipse' }] });
    expect(features).toMatchObject({ elementCount: 2, shapeCount: 1, imageCount: 1, sourceCount: 1 });
    expect(estimatePriorSeconds(features)).toBe(7);
  });

  test('the length of the video is known without its media where nothing else decides it', () => {
    expect(toEstimateFeatures({ width: 1, height: 1, elements: [image()] })).toMatchObject({ outputSeconds: 5, unknownVideoCount: 0 });
    expect(toEstimateFeatures({ width: 1, height: 1, elements: [video()] })).toMatchObject({ outputSeconds: null, unknownVideoCount: 1, videoPixelSeconds: 0 });
    expect(toEstimateFeatures({ width: 10, height: 10, elements: [video({ duration: 3 }), image()] })).toMatchObject({ outputSeconds: 3, videoPixelSeconds: 300 });
  });

  test('what earlier jobs found the media to be counts as it is', () => {
    const known = new Map([
      ['video https://example.com/a.mp4', { durationSeconds: 12, pixels: 1000, sizeBytes: 50 }],
      ['image https://example.com/a.png', { durationSeconds: null, pixels: 77, sizeBytes: 5 }],
    ]);
    const composition = { width: 10, height: 10, elements: [video({ trim_start: 4 }), video({ source: 'https://example.com/new.mp4', duration: 2 }), image()] };
    expect(toEstimateFeatures(composition, known)).toMatchObject({ outputSeconds: 8, unknownVideoCount: 0, videoPixelSeconds: 8 * 1000 + 2 * 100, imagePixels: 77, sourceBytes: 55 });
  });

  test('tells what is declared of the length apart from what the elements add up to', () => {
    const elements = [image({ time: 2, duration: 3 }), video({ time: 4 })];
    expect(toEstimateFeatures({ width: 1, height: 1, elements })).toMatchObject({ declaredSeconds: null, knownEndSeconds: 5 });
    expect(toEstimateFeatures({ width: 1, height: 1, duration: 7, frame_rate: 24, elements })).toMatchObject({ declaredSeconds: 7, frameRate: 24 });
  });
});
