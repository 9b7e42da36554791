/** What is learned of finished jobs, and when nothing is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideEstimate } from '#lib/estimate/estimate';
import { type EstimateFeatures, toEstimateFeatures } from '#lib/estimate/features';
import { fitEstimateModel, predictSeconds, SAMPLES_MIN, toModelInputs } from '#lib/estimate/learned-model';

const image = (index: number) => ({ type: 'image' as const, source: `https://example.com/${index}.png`, time: 0 });
const job = (index: number): EstimateFeatures =>
  toEstimateFeatures({ width: 320 + (index % 5) * 320, height: 360, duration: 1 + (index % 7), elements: Array.from({ length: 1 + (index % 3) }, (_, place) => image(place)) });

/** A machine that takes 0.4 s, 0.2 s an image, and 1 s for 100 megapixels. */
const secondsOf = (features: EstimateFeatures) => 0.4 + 0.2 * features.imageCount + (features.widthPx * features.heightPx * features.frameRate * (features.outputSeconds ?? 0)) / 100e6;
const samples = (count: number) => Array.from({ length: count }, (_, index) => ({ features: job(index), seconds: secondsOf(job(index)) }));
const IDLE = { quickWaitSeconds: 0, longWaitSeconds: 0 };

describe('fitEstimateModel', () => {
  test(`there is no model below ${SAMPLES_MIN} jobs, and one from then on`, () => {
    expect(fitEstimateModel(samples(SAMPLES_MIN - 1))).toBeNull();
    expect(fitEstimateModel(samples(SAMPLES_MIN))).toMatchObject({ sampleCount: SAMPLES_MIN });
  });

  test('a job unlike those it learned from is told within a tenth', () => {
    const model = fitEstimateModel(samples(100));
    const features = toEstimateFeatures({ width: 1000, height: 500, duration: 4.5, elements: [image(0), image(1)] });
    const seconds = model === null ? 0 : predictSeconds(model, features);
    expect(Math.abs(seconds / secondsOf(features) - 1)).toBeLessThan(0.1);
  });

  test('rows of other versions and times that cannot be are left out', () => {
    const odd = [{}, null, 'text', { imageCount: 1 }].map((features) => ({ features, seconds: 1 }));
    const impossible = [NaN, Infinity, -1].map((seconds) => ({ features: job(1), seconds }));
    expect(fitEstimateModel([...samples(SAMPLES_MIN), ...odd, ...impossible])).toMatchObject({ sampleCount: SAMPLES_MIN });
  });

  test('newer jobs count more: it follows a machine that has become twice as slow', () => {
    const slower = samples(120).map(({ features, seconds }) => ({ features, seconds: seconds * 2 }));
    const model = fitEstimateModel([...slower, ...samples(120)]);
    const seconds = model === null ? 0 : predictSeconds(model, job(3));
    expect(seconds).toBeGreaterThan(1.6 * secondsOf(job(3)));
  });

  test('the pace of the latest jobs counts: five slow ones are enough to be told more', () => {
    const slower = samples(5).map(({ features, seconds }) => ({ features, seconds: seconds * 1.5 }));
    const model = fitEstimateModel([...slower, ...samples(120)]);
    const seconds = model === null ? 0 : predictSeconds(model, job(3));
    expect(seconds).toBeGreaterThan(1.4 * secondsOf(job(3)));
  });

  test('one job that went wrong changes the pace of no other', () => {
    const [last, ...before] = samples(120);
    const model = fitEstimateModel([{ features: last?.features, seconds: 60 }, ...before]);
    const seconds = model === null ? 0 : predictSeconds(model, job(3));
    expect(Math.abs(seconds / secondsOf(job(3)) - 1)).toBeLessThan(0.1);
  });

  test('it never says a negative time, none at all, or less for more work', () => {
    const anyCount = fc.integer({ min: 0, max: 50 });
    const anySeconds = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(anySeconds, anyCount, anyCount, (seconds, few, more) => {
        const model = fitEstimateModel(seconds.map((value, index) => ({ features: job(index), seconds: value })));
        if (model === null) throw new Error('there is no model');
        const small = { ...job(few), videoCount: few };
        const large = { ...small, videoCount: few + more, imageCount: small.imageCount + more, outputSeconds: (small.outputSeconds ?? 0) + more };
        const [least, most] = [predictSeconds(model, small), predictSeconds(model, large)];
        expect(Number.isFinite(most) && least > 0 && most >= least).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('every input is finite and not negative, with media known or not', () => {
    const source = 'https://example.com/a.mp4';
    const composition = { width: 1280, height: 720, elements: [{ type: 'video' as const, source }, image(1)] };
    const known = new Map([[`video ${source}`, { durationSeconds: 12, pixels: 640 * 360, sizeBytes: 5e6 }]]);
    for (const features of [toEstimateFeatures(composition), toEstimateFeatures(composition, known)]) {
      for (const input of toModelInputs(features)) expect(Number.isFinite(input) && input >= 0).toBe(true);
    }
  });
});

describe('decideEstimate with a model', () => {
  const model = fitEstimateModel(samples(60));
  const decide = (features: EstimateFeatures, load = IDLE) => decideEstimate({ features, thresholdSeconds: 30, load, model });

  test('people are told the learned figure', () => {
    const features = job(3);
    const { estimatedSeconds, priorSeconds } = decide(features, { quickWaitSeconds: 2, longWaitSeconds: 2 });
    expect(Math.abs(estimatedSeconds - 2 - secondsOf(features))).toBeLessThan(0.2);
    expect(estimatedSeconds).not.toBe(priorSeconds + 2);
  });

  test('a job that the rule calls long stays long, however fast the machine', () => {
    const complex = toEstimateFeatures({ width: 1920, height: 1080, duration: 1, elements: [{ type: 'video', source: 'https://example.com/a.mp4' }, image(1), image(2)] });
    expect(decide(complex)).toMatchObject({ priorSeconds: 38, isQuick: false });
  });

  test('a job that the rule calls quick is long where the machine has shown that it is', () => {
    const long = toEstimateFeatures({ width: 720, height: 1280, duration: 600, elements: [image(1)] });
    expect(decide(long)).toMatchObject({ priorSeconds: 7, isQuick: false });
  });

  test('the wait in the queue is part of the decision', () => {
    expect(decide(job(1)).isQuick).toBe(true);
    expect(decide(job(1), { quickWaitSeconds: 29.5, longWaitSeconds: 0 }).isQuick).toBe(false);
  });
});
