/** What is quick, and what people are told. */
import { describe, expect, test } from 'vitest';
import { decideEstimate } from '#lib/estimate/estimate';
import { toEstimateFeatures } from '#lib/estimate/features';

const SIMPLE = toEstimateFeatures({ width: 480, height: 640, elements: [{ type: 'image', source: 'https://example.com/a.png' }] });
const COMPLEX = toEstimateFeatures({
  width: 1920,
  height: 1080,
  elements: [
    { type: 'video', source: 'https://example.com/a.mp4' },
    { type: 'image', source: 'https://example.com/b.png', x: '10%', y: '10%', width: '25%' },
    { type: 'image', source: 'https://example.com/c.png', x: '70%', y: '70%', width: '20%' },
  ],
});

const decide = (features: typeof SIMPLE, load: { quickWaitSeconds: number; longWaitSeconds: number }, thresholdSeconds = 30) =>
  decideEstimate({ features, thresholdSeconds, load, model: null });
const IDLE = { quickWaitSeconds: 0, longWaitSeconds: 0 };

describe('decideEstimate', () => {
  test('the simple job of the contract is quick, the complex one is not', () => {
    expect(decide(SIMPLE, IDLE)).toMatchObject({ isQuick: true, estimatedSeconds: 2 });
    expect(decide(COMPLEX, IDLE)).toMatchObject({ isQuick: false, estimatedSeconds: 38 });
  });

  test('a full quick lane makes a small job long, and people are told the wait of the long lane', () => {
    expect(decide(SIMPLE, { quickWaitSeconds: 29, longWaitSeconds: 4 })).toMatchObject({ isQuick: false, queueWaitSeconds: 4, estimatedSeconds: 6 });
  });

  test('exactly the threshold is still quick', () => {
    expect(decide(SIMPLE, { quickWaitSeconds: 28, longWaitSeconds: 0 })).toMatchObject({ isQuick: true, estimatedSeconds: 30 });
  });

  test('a busy long lane does not touch a quick job', () => {
    expect(decide(SIMPLE, { quickWaitSeconds: 1, longWaitSeconds: 600 })).toMatchObject({ isQuick: true, estimatedSeconds: 3 });
  });

  test('the wait of its lane is part of what people are told of a long job', () => {
    expect(decide(COMPLEX, { quickWaitSeconds: 0, longWaitSeconds: 60 })).toMatchObject({ priorSeconds: 38, estimatedSeconds: 98 });
  });

  test('a threshold of 0 answers nothing at once', () => {
    expect(decide(SIMPLE, IDLE, 0).isQuick).toBe(false);
  });
});
