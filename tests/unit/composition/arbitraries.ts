/** Compositions and media that nobody would think of, for the property tests of the core and of the planner. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { parseComposition } from '#lib/composition/parse';
import type { Composition } from '#lib/composition/schema/composition';
import { CLIP, imageFacts, PHOTO, soundFacts, videoFacts } from '#tests/unit/composition/fixtures';

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
    loop: fc.boolean(),
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
const { fit_mode: _groupFitMode, ...sharedByGroups } = shared;
const { x_alignment: _x, y_alignment: _y, crop: _crop, ...groupLook } = look;
const { leaf, group } = fc.letrec<{ leaf: unknown; group: unknown }>((tie) => ({
  leaf: fc.oneof(image, video, shape),
  group: fc.record(
    {
      type: fc.constant('composition'),
      ...sharedByGroups,
      ...groupLook,
      loop: fc.boolean(),
      fill_color: fc.constantFrom('#fff', '#01020380'),
      elements: fc.array(fc.oneof({ depthSize: 'small', maxDepth: 2 }, tie('leaf'), tie('group')), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['type', 'elements'] },
  ),
}));
export const body = fc.record(
  {
    width: fc.integer({ min: 1, max: 7680 }),
    height: fc.integer({ min: 1, max: 4320 }),
    frame_rate: number(1, 60),
    duration: positive(600),
    fill_color: fc.constantFrom('#fff', '#010203'),
    elements: fc.array(fc.oneof(image, video, shape, leaf, group), { minLength: 1, maxLength: 6 }),
  },
  { requiredKeys: ['width', 'height', 'elements'] },
);
/** Small and short enough to be planned in a moment. */
export const smallBody = body.map((value) => ({ ...value, width: 640, height: 360, frame_rate: 10, duration: 8, elements: value.elements.map(toUsual) }));

/** Without what is often refused (elements of one track that overlap, trims beyond the end, groups that are too large), and long enough to be seen. */
function toUsual(element: unknown): unknown {
  const { track: _track, time: _time, trim_start: _trimStart, trim_duration: _trimDuration, duration, ...others } = element as Record<string, unknown>;
  const usual = typeof duration === 'number' ? { ...others, duration: Math.ceil(duration) } : others;
  return Array.isArray(others['elements']) ? { ...usual, width: '60%', height: '80%', elements: others['elements'].map(toUsual) } : usual;
}

const pixels = fc.integer({ min: 1, max: 9000 });
export const smallFacts = fc
  .record({ side: fc.integer({ min: 1, max: 900 }), durationSeconds: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10), hasAlpha: fc.boolean(), sound: fc.option(fc.record({ durationSeconds: fc.constantFrom(0.5, 1, 2.5) }).map(soundFacts)) })
  .map(({ side, durationSeconds, hasAlpha, sound }) => ({
    image: imageFacts({ widthPx: side, heightPx: 400, hasAlpha }),
    video: videoFacts({ widthPx: side, heightPx: 300, durationSeconds, sound }),
  }));
export const facts = fc.record({
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

/** Every body of the generator is one the schema accepts, but its elements may overlap, and its groups be too large or repeat too often. */
export function accept(value: unknown): Composition | null {
  const parsed = parseComposition(value);
  if (parsed.ok) return parsed.composition;
  expect(parsed.problems.map(({ code }) => code).filter((code) => !['elements_overlap', 'too_big', 'output_too_complex'].includes(code))).toEqual([]);
  return null;
}
