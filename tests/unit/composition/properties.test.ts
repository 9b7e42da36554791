// What holds for every composition, tried with thousands that nobody would think of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEMS_MAX } from '#lib/composition/limits';
import { parseComposition } from '#lib/composition/parse';
import { cutSegments } from '#lib/composition/segments';
import type { Composition } from '#lib/composition/schema/composition';
import type { Box, Timeline } from '#lib/composition/timeline';
import { ERROR_CODES } from '#lib/error-codes';
import { CLIP, imageFacts, PHOTO, resolveWith, soundFacts, videoFacts } from '#tests/unit/composition/fixtures';

const number = (min: number, max: number) => fc.oneof(fc.integer({ min, max }), fc.double({ min, max, noNaN: true }));
const position = fc.oneof(number(-9999, 9999), fc.tuple(fc.integer({ min: -300, max: 300 }), fc.constantFrom('%', 'px', ' vmin', 'vw')).map(([value, unit]) => `${value}${unit}`));
const size = fc.oneof(number(0, 9999).filter((value) => value > 0), fc.tuple(fc.integer({ min: 1, max: 200 }), fc.constantFrom('%', 'px', ' vmax', 'vh')).map(([value, unit]) => `${value}${unit}`));
const positive = (max: number) => fc.double({ min: 0, max, minExcluded: true, noNaN: true });

const shared = {
  track: fc.integer({ min: 0, max: 9 }),
  time: number(0, 30),
  duration: positive(20),
  x: position,
  y: position,
  width: size,
  height: size,
  x_anchor: position,
  y_anchor: position,
  fit_mode: fc.constantFrom('auto', 'cover', 'contain', 'fill', 'none'),
  rotation: number(-36_000, 36_000),
  opacity: fc.oneof(number(0, 1), fc.integer({ min: 0, max: 100 }).map((value) => `${value}%`)),
};
const factor = fc.oneof(number(0, 1), fc.integer({ min: 0, max: 100 }).map((value) => `${value}%`));
const half = fc.integer({ min: 0, max: 50 }).map((value) => `${value}%`);
const look = {
  x_alignment: factor,
  y_alignment: factor,
  x_scale: fc.oneof(factor, number(0, 3)),
  y_scale: fc.oneof(factor, number(0, 3)),
  flip: fc.constantFrom('horizontal', 'vertical', 'both'),
  border_radius: size,
  stroke_color: fc.constant('#ff0000'),
  shadow_color: fc.constant('#00000080'),
  blur_radius: size,
  color_filter: fc.constantFrom('sepia', 'contrast'),
  blend_mode: fc.constantFrom('normal', 'multiply'),
  crop: fc.record({ x: half, y: half, width: half.filter((value) => value !== '0%'), height: half.filter((value) => value !== '0%') }, { requiredKeys: [] }),
  visible: fc.boolean(),
};
const image = fc.record({ type: fc.constant('image'), source: fc.constant(PHOTO), ...shared, ...look }, { requiredKeys: ['type', 'source'] });
const video = fc.record(
  {
    type: fc.constant('video'),
    source: fc.constant(CLIP),
    ...shared,
    ...look,
    trim_start: number(0, 12),
    trim_duration: positive(12),
    volume: number(0, 4),
    muted: fc.boolean(),
  },
  { requiredKeys: ['type', 'source'] },
);
const { fit_mode: _fitMode, ...sharedByShapes } = shared;
const percent = number(0, 100);
const shape = fc
  .record(
    { type: fc.constant('shape'), ...sharedByShapes, stroke_color: fc.constantFrom('#fff', '#11223344'), points: fc.array(fc.tuple(percent, percent), { minLength: 3, maxLength: 6 }) },
    { requiredKeys: ['type', 'points'] },
  )
  .chain(({ points, ...element }) => fc.constantFrom({ ...element, shape: 'ellipse' }, { ...element, shape: 'polygon', points }, { ...element, shape: 'line' }));
const body = fc.record(
  {
    width: fc.integer({ min: 1, max: 7680 }),
    height: fc.integer({ min: 1, max: 4320 }),
    frame_rate: number(1, 60),
    duration: positive(600),
    fill_color: fc.constantFrom('#fff', '#010203'),
    elements: fc.array(fc.oneof(image, video, shape), { minLength: 1, maxLength: 8 }),
  },
  { requiredKeys: ['width', 'height', 'elements'] },
);
const pixels = fc.integer({ min: 1, max: 9000 });
const facts = fc.record({
  image: fc.record({ widthPx: pixels, heightPx: pixels }).map(imageFacts),
  video: fc
    .record({
      widthPx: pixels,
      heightPx: pixels,
      durationSeconds: number(0, 700),
      startSeconds: number(-2, 2),
      sound: fc.option(fc.record({ startSeconds: number(-2, 2), durationSeconds: number(0, 700) }).map(soundFacts)),
    })
    .map(videoFacts),
});

/** Every body of the generator is one the schema accepts, but its elements may overlap. */
function accept(value: unknown): Composition | null {
  const parsed = parseComposition(value);
  if (parsed.ok) return parsed.composition;
  expect(parsed.problems.map(({ code }) => code).filter((code) => code !== 'elements_overlap')).toEqual([]);
  return null;
}

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

function expectLayers({ layers, frameCount }: Timeline, pictures: { image: { widthPx: number; heightPx: number }; video: { widthPx: number; heightPx: number } }): void {
  for (const layer of layers) {
    expect([layer.startFrame, layer.endFrame].every(Number.isInteger)).toBe(true);
    expect(layer.startFrame).toBeGreaterThanOrEqual(0);
    expect(layer.endFrame).toBeGreaterThan(layer.startFrame);
    expect(layer.endFrame).toBeLessThanOrEqual(frameCount);
    expect(isIntegerBox(layer.box)).toBe(true);
    expect(layer.opacity > 0 && layer.opacity <= 1).toBe(true);
    expect(layer.rotationDegrees >= 0 && layer.rotationDegrees < 360).toBe(true);
    if (layer.type === 'image' || layer.type === 'video') expectCrop(layer.crop, pictures[layer.type]);
  }
  expect(layers.map(({ track }) => track)).toEqual(layers.map(({ track }) => track).toSorted((a, b) => a - b));
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
