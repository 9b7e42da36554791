// What holds for whatever moves, tried with thousands of keyframes, animations and transitions that nobody would think of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAt, type DrawItem } from '#lib/composition/frame-at';
import { EASING_NAMES } from '#lib/composition/parse-easing';
import { parseComposition } from '#lib/composition/parse';
import { cutSegments } from '#lib/composition/segments';
import type { Timeline } from '#lib/composition/timeline';
import { image, resolveWith, video } from '#tests/unit/composition/fixtures';

const share = (max: number) => fc.oneof(fc.double({ min: 0, max, noNaN: true }), fc.integer({ min: 0, max: max * 100 }).map((value) => `${value}%`));
const length = fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -200, max: 200 }).map((value) => `${value}%`));
const size = fc.oneof(fc.double({ min: 0.01, max: 3000, noNaN: true }), fc.integer({ min: 1, max: 300 }).map((value) => `${value}%`));
const easing = fc.option(fc.constantFrom(...EASING_NAMES, 'cubic-bezier(0,-10,1,10)', 'steps(3, jump-both)', 'spring(0.95)'), { nil: undefined });
const seconds = fc.double({ min: 0, max: 8, noNaN: true });

/** In order: all in seconds or all in percent, which may be mixed only where the length is known. */
const times = fc.oneof(
  fc.array(seconds, { minLength: 1, maxLength: 5 }).map((list) => list.toSorted((a, b) => a - b)),
  fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 }).map((list) => list.toSorted((a, b) => a - b).map((value) => `${value}%`)),
  fc.constant(['start', '50%', 'end']),
);
const animated = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(value, times.chain((list) => fc.tuple(...list.map((time) => fc.record({ time: fc.constant(time), value, easing }, { requiredKeys: ['time', 'value'] })))));

const direction = fc.constantFrom('left', 'right', 'up', 'down');
const arrival = { time: fc.oneof(seconds, fc.constantFrom('start', 'end')), duration: fc.double({ min: 0.001, max: 9, noNaN: true }), easing };
const animation = fc.oneof(
  fc.record({ type: fc.constantFrom('fade', 'scale', 'spin'), reversed: fc.boolean(), ...arrival }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constantFrom('slide', 'wipe'), direction, ...arrival }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constantFrom('bounce', 'shake'), direction, distance: size, count: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('pan'), ...arrival, start_zoom: fc.double({ min: 1, max: 5, noNaN: true }), start_x: share(1), end_y: share(1) }, { requiredKeys: ['type'] }),
);
const transition = fc.record(
  {
    type: fc.constantFrom('fade', 'fade-black', 'fade-white', 'wipe', 'slide', 'push', 'circle-open', 'circle-close', 'zoom', 'radial'),
    duration: fc.double({ min: 0.001, max: 2, noNaN: true }),
    easing,
  },
  { requiredKeys: ['type'] },
);
const moving = {
  x: animated(length), y: animated(length), width: animated(size), height: animated(size), x_scale: animated(share(4)), rotation: animated(fc.integer({ min: -9999, max: 9999 })),
  opacity: animated(share(1)), blur_radius: animated(fc.integer({ min: 0, max: 50 })), x_anchor: length,
  fit_mode: fc.constantFrom('cover', 'contain', 'fill', 'none'),
  animations: fc.array(animation, { maxLength: 3 }),
  transition,
  track: fc.integer({ min: 0, max: 2 }), duration: fc.double({ min: 0.001, max: 9, noNaN: true }),
};
const element = fc.oneof(fc.record(moving, { requiredKeys: ['track'] }).map(image), fc.record(moving, { requiredKeys: ['track'] }).map(video));
/** The first of a track has nothing to take over from. */
const elements = fc
  .array(element, { minLength: 1, maxLength: 6 })
  .map((list) => list.map((item, index) => (list.slice(0, index).some((before) => Reflect.get(before, 'track') === Reflect.get(item, 'track')) ? item : { ...item, transition: undefined })));
const body = fc.record(
  { width: fc.constant(640), height: fc.constant(360), frame_rate: fc.constantFrom(10, 23.976, 29.97, 60), elements },
  { requiredKeys: ['width', 'height', 'elements'] },
);

/** Only what motion itself can be refused for; the rest of the body is always right. */
const ITS_PROBLEMS = ['elements_overlap', 'transition_impossible', 'keyframes_out_of_order', 'animation_out_of_range', 'too_big'];

function timelineFor(value: unknown): Timeline | null {
  const parsed = parseComposition(value);
  if (!parsed.ok) {
    for (const { code } of parsed.problems) expect(ITS_PROBLEMS).toContain(code);
    return null;
  }
  const result = resolveWith(parsed.composition);
  if (result.ok) return result.timeline;
  for (const { code } of result.problems) expect(['TRANSITION_IMPOSSIBLE', 'KEYFRAMES_OUT_OF_ORDER', 'ANIMATION_OUT_OF_RANGE', 'ELEMENTS_OVERLAP', 'OUTPUT_TOO_COMPLEX']).toContain(code);
  return null;
}

function expectDrawable({ box, crop, scaleX, scaleY, rotationDegrees, opacity, blurRadiusPx, clips }: DrawItem): void {
  const numbers = [...Object.values(box), ...Object.values(crop ?? {}), scaleX, scaleY, rotationDegrees, blurRadiusPx];
  expect(numbers.filter((number) => !Number.isFinite(number))).toEqual([]);
  expect(opacity > 0 && opacity <= 1 && blurRadiusPx >= 0 && box.widthPx > 0 && box.heightPx > 0).toBe(true);
  for (const { progress } of clips) expect(progress > 0 && progress < 1).toBe(true);
}

// Thousands of compositions take their time on a machine that does other things as well.
describe('for everything that moves', { timeout: 60_000 }, () => {
  it('every frame has a draw list of finite numbers, and no layer that is not to be seen', () => {
    let resolvedCount = 0;
    fc.assert(
      fc.property(body, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (value, place) => {
        const timeline = timelineFor(value);
        if (timeline === null) return;
        resolvedCount += 1;
        for (const frame of [0, Math.floor(place * timeline.frameCount), timeline.frameCount - 1]) frameAt(timeline, frame).forEach(expectDrawable);
      }),
      { numRuns: 1000 },
    );
    // The generator is worth nothing when hardly anything of it resolves.
    expect(resolvedCount).toBeGreaterThan(250);
  });

  it('a timeline is plain data: as JSON and back it is the same', () => {
    fc.assert(
      fc.property(body, (value) => {
        const timeline = timelineFor(value);
        if (timeline !== null) expect(JSON.parse(JSON.stringify(timeline))).toEqual(timeline);
      }),
      { numRuns: 200 },
    );
  });

  it('segments show the same as frames do: what rests is where it was, and as opaque', () => {
    fc.assert(
      fc.property(body, (value) => {
        const timeline = timelineFor(value);
        if (timeline === null) return;
        for (const { startFrame, endFrame, layers } of cutSegments(timeline, () => false)) {
          for (const frame of [startFrame, endFrame - 1]) {
            const [whole, cut] = [frameAt(timeline, frame), frameAt({ ...timeline, layers }, frame)];
            expect(cut.map(({ layer }) => layer.elementId)).toEqual(whole.map(({ layer }) => layer.elementId));
            for (const [index, item] of cut.entries()) for (const [side, px] of drawnSides(item).entries()) expect(px).toBeCloseTo(drawnSides(whole[index])[side] ?? Number.NaN, 6);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Centre and size as drawn, and the opacity. */
function drawnSides(item: DrawItem | undefined): number[] {
  if (item === undefined) return [];
  const { box, scaleX, scaleY, opacity } = item;
  return [box.xPx + box.widthPx / 2, box.yPx + box.heightPx / 2, box.widthPx * scaleX, box.heightPx * scaleY, opacity];
}
