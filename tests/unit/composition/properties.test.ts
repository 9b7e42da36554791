// What holds for every composition, tried with thousands that nobody would think of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEMS_MAX } from '#lib/composition/limits';
import { parseComposition } from '#lib/composition/parse';
import { cutSegments } from '#lib/composition/segments';
import type { Box, GroupLayer, Timeline } from '#lib/composition/timeline';
import { ERROR_CODES } from '#lib/error-codes';
import { accept, body, facts } from '#tests/unit/composition/arbitraries';
import { resolveWith } from '#tests/unit/composition/fixtures';

const isIntegerBox = (box: Box) => Object.values(box).every(Number.isInteger) && box.widthPx >= 1 && box.heightPx >= 1;

function expectSound(timeline: Timeline): void {
  for (const sound of timeline.sounds) {
    expect(sound.volume).toBeGreaterThan(0);
    expect(sound.durationSeconds).toBeGreaterThan(0);
    expect(sound.startSeconds).toBeGreaterThanOrEqual(0);
    expect(sound.startSeconds + sound.durationSeconds).toBeLessThanOrEqual(timeline.durationSeconds + 1e-6);
  }
}

function expectCrop(crop: Box, picture: { widthPx: number; heightPx: number }): void {
  expect(isIntegerBox(crop)).toBe(true);
  expect(crop.xPx >= 0 && crop.yPx >= 0).toBe(true);
  expect(crop.xPx + crop.widthPx).toBeLessThanOrEqual(picture.widthPx);
  expect(crop.yPx + crop.heightPx).toBeLessThanOrEqual(picture.heightPx);
}

interface Pictures {
  image: { widthPx: number; heightPx: number };
  video: { widthPx: number; heightPx: number };
}

function expectLayers({ layers, frameCount }: Pick<Timeline, 'layers' | 'frameCount'>, pictures: Pictures): void {
  for (const layer of layers) {
    expect([layer.startFrame, layer.endFrame].every(Number.isInteger)).toBe(true);
    expect(layer.startFrame).toBeGreaterThanOrEqual(0);
    expect(layer.endFrame).toBeGreaterThan(layer.startFrame);
    expect(layer.endFrame).toBeLessThanOrEqual(frameCount);
    expect(isIntegerBox(layer.box)).toBe(true);
    expect(layer.opacity > 0 && layer.opacity <= 1).toBe(true);
    expect(layer.rotationDegrees >= 0 && layer.rotationDegrees < 360).toBe(true);
    if (layer.type === 'image' || layer.type === 'video') expectCrop(layer.crop, pictures[layer.type]);
    if (layer.type === 'group') expectGroup(layer, frameCount, pictures);
  }
  expect(layers.map(({ track }) => track)).toEqual(layers.map(({ track }) => track).toSorted((a, b) => a - b));
}

/** What is in a group is there while the group is; each round brings its layers bottom to top. */
function expectGroup({ layers, canvas, startFrame, endFrame }: GroupLayer, frameCount: number, pictures: Pictures): void {
  expect(Number.isInteger(canvas.widthPx) && Number.isInteger(canvas.heightPx) && canvas.widthPx >= 1 && canvas.heightPx >= 1).toBe(true);
  for (const layer of layers) expect(layer.startFrame >= startFrame && layer.endFrame <= endFrame).toBe(true);
  for (const frame of [startFrame, endFrame - 1]) {
    const active = layers.filter((layer) => layer.startFrame <= frame && frame < layer.endFrame);
    expectLayers({ layers: active, frameCount }, pictures);
  }
}

describe('for every composition the schema accepts', () => {
  // Thousands of compositions take longer than a test usually may on a machine that does other things.
  it('resolving gives a timeline of whole frames and pixels, or problems by name', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(body, facts, (value, media) => {
        const composition = accept(value);
        if (composition === null) return;
        const result = resolveWith(composition, media);
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { code, message } of result.problems) expect([code in ERROR_CODES, message.length > 10]).toEqual([true, true]);
          return;
        }
        const { timeline } = result;
        expect(timeline.widthPx % 2 === 0 && timeline.heightPx % 2 === 0 && timeline.frameCount >= 1).toBe(true);
        expectLayers(timeline, media);
        expectSound(timeline);
      }),
      { numRuns: 3000 },
    );
  });

  it('resolving twice gives the same, and leaves the composition as it was', () => {
    fc.assert(
      fc.property(body, facts, (value, media) => {
        const composition = accept(value);
        if (composition === null) return;
        const before = JSON.stringify(composition);
        expect(resolveWith(composition, media)).toEqual(resolveWith(composition, media));
        expect(JSON.stringify(composition)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it('the segments show every frame exactly once, with the layers of that frame less what is hidden', () => {
    fc.assert(
      fc.property(body, facts, fc.boolean(), (value, media, isOpaque) => {
        const composition = accept(value);
        const result = composition === null ? null : resolveWith(composition, media);
        if (result === null || !result.ok) return;
        const { timeline } = result;
        const segments = cutSegments(timeline, () => isOpaque);
        expect(segments[0]?.startFrame).toBe(0);
        expect(segments.at(-1)?.endFrame).toBe(timeline.frameCount);
        for (const [index, segment] of segments.entries()) {
          expect(segment.endFrame).toBeGreaterThan(segment.startFrame);
          if (index > 0) expect(segment.startFrame).toBe(segments[index - 1]?.endFrame);
          // A group may be there as what is in it.
          if (timeline.layers.some(({ type }) => type === 'group')) continue;
          for (const frame of [segment.startFrame, segment.endFrame - 1]) {
            const active = timeline.layers.filter(({ startFrame, endFrame }) => startFrame <= frame && frame < endFrame);
            expect(active.slice(active.length - segment.layers.length)).toEqual(segment.layers);
            if (!isOpaque) expect(segment.layers).toHaveLength(active.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('for every JSON value at all', () => {
  it('parsing accepts or gives problems, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ width: fc.jsonValue(), height: fc.jsonValue(), elements: fc.array(fc.jsonValue()) })), (value) => {
        const result = parseComposition(value);
        if (!result.ok) expect(result.problems.length > 0 && result.problems.length <= PROBLEMS_MAX + 1).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('one wrong property of a good composition is told at its path', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('width', 'frame_rate', 'duration', 'fill_color', 'elements', 'unknown'), fc.constantFrom(null, {}, -1, '50', 1e300), (value, key, wrong) => {
        const result = parseComposition({ ...value, [key]: wrong });
        expect(result.ok ? [] : result.problems.map(({ path }) => path)).toContain(key);
      }),
    );
  });
});
