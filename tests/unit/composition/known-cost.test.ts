/** What is refused before anything is fetched, because no machine could render it in a job's time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCostProblem } from '#lib/composition/known-cost';
import { accept, smallFacts } from '#tests/unit/composition/arbitraries';
import { compositionOf, factsOf, image, resolveWith, video } from '#tests/unit/composition/fixtures';
import { planRender } from '#worker/render/plan';
import { checkCost } from '#worker/render/render-cost';

const JOB_SECONDS = 600;
const LARGEST = { width: 7680, height: 4320, frame_rate: 60 };
const problemOf = (elements: unknown[], canvas: Record<string, unknown> = LARGEST, timeoutSeconds = JOB_SECONDS) => findCostProblem(compositionOf(elements, canvas), timeoutSeconds);

/** Small, and of elements of which many have to be drawn: blurs that change, videos with a look; some hidden by others, some outside. */
const element = fc.record({
  type: fc.constantFrom('image', 'video', 'video'),
  track: fc.integer({ min: 1, max: 4 }),
  duration: fc.integer({ min: 1, max: 8 }),
  place: fc.constantFrom({}, { width: 640, height: 360, fit_mode: 'fill' }, { x: -100, y: 40, width: 500, height: 300, fit_mode: 'cover' }, { width: 320 }, { x: 700 }),
  look: fc.constantFrom({ color_overlay: '#ff000040' }, { blur_radius: 4 }, { blur_radius: [{ time: 0, value: 0 }, { time: '80%', value: 9 }] }, { blur_radius: [{ time: '10%', value: 5 }, { time: '20%', value: '5px' }, { time: 'end', value: 0, easing: 'back-in' }] }),
  other: fc.constantFrom({}, {}, {}, { border_radius: 20 }, { opacity: 0 }, { opacity: 0.5 }, { opacity: [{ time: 0, value: 0 }, { time: 'end', value: 1 }] }, { rotation: 90 }, { animations: [{ type: 'slide' }] }, { visible: false }),
});
const drawnBody = fc.array(element, { minLength: 1, maxLength: 4 }).map((elements) => ({
  width: 640, height: 360, frame_rate: 10, duration: 8,
  elements: elements.map(({ place, look, other, ...timing }) => ({ ...(timing.type === 'image' ? image() : video()), ...timing, ...place, ...look, ...other })),
}));

describe('a composition is refused with its figures', () => {
  it('where a video is drawn anew for more frames than there is time for', () => {
    const tinted = [video({ duration: 600, color_overlay: '#ff000040' }), { type: 'text', text: 'On top' }];
    expect(problemOf(tinted)).toEqual({
      path: 'elements.0',
      message: 'is drawn anew for every frame, so that the composition takes at least 2031 seconds to render; a job has 600. Use a smaller canvas, a lower frame rate, a shorter duration or fewer moving layers',
      code: 'output_too_complex',
    });
    // One after the other on a track, they add up.
    expect(problemOf(Array.from({ length: 20 }, (_, index) => video({ track: 1, duration: 30, color_overlay: index === 7 ? '#ffffff80' : '#00000080' })))?.message).toContain('at least 2031 seconds');
  });

  it('where a blur changes as long', () => {
    const blurred = (end: number) => [image({ blur_radius: [{ time: 0, value: 0 }, { time: end, value: 40 }] })];
    expect(problemOf(blurred(600), { ...LARGEST, duration: 600 })?.message).toContain('at least 2031 seconds');
    expect(problemOf(blurred(100), { ...LARGEST, duration: 600 })).toBeNull();
  });

  it('where encoding alone takes longer', () => {
    expect(problemOf([image()], { ...LARGEST, duration: 600 }, 60)).toMatchObject({ path: 'duration', message: expect.stringMatching(/^makes the composition take at least 94 seconds to render; a job has 60\./) });
    // The song's length is not known; what is known is long enough.
    expect(problemOf([image({ duration: 600 }), { type: 'audio', source: 'https://example.com/song.mp3' }], LARGEST, 60)).toMatchObject({ path: '' });
  });
});

describe('a composition is left to the worker', () => {
  it.each([
    ['the longest of 4K', [video({ duration: 600, color_overlay: '#ff000040' })], { ...LARGEST, width: 3840, height: 2160, frame_rate: 30 }],
    ['plain videos', [video({ duration: 600 })], LARGEST],
    ['a length that only the medium says', [video({ color_overlay: '#ff000040' })], LARGEST],
    ['a size that only the medium says', [video({ duration: 600, width: 7000, color_overlay: '#ff000040' })], LARGEST],
    ['what is outside the canvas', [video({ duration: 600, x: 8000, width: 7680, height: 4320, color_overlay: '#ff000040' })], LARGEST],
    ['what something may hide', [video({ track: 1, duration: 600, color_overlay: '#ff000040' }), image({ track: 2 })], LARGEST],
    ['what is not seen', [video({ duration: 600, color_overlay: '#ff000040', visible: false })], LARGEST],
  ])('%s', (_name, elements, canvas) => {
    expect(problemOf(elements, canvas)).toBeNull();
  });

  it('unless its plan would be refused, too, on the largest machine', { timeout: 60_000 }, () => {
    let refusedCount = 0;
    fc.assert(
      fc.property(drawnBody, smallFacts, fc.double({ min: 0.002, max: 0.02, noNaN: true }), (value, media, timeoutSeconds) => {
        const composition = accept(value);
        const result = composition === null ? null : resolveWith(composition, media);
        if (composition === null || result === null || !result.ok || findCostProblem(composition, timeoutSeconds) === null) return;
        refusedCount += 1;
        expect(() => checkCost(planRender(result.timeline, factsOf(composition, media)), { timeoutSeconds, cores: 32 })).toThrow(expect.objectContaining({ code: 'OUTPUT_TOO_COMPLEX' }));
      }),
      { numRuns: 500 },
    );
    expect(refusedCount).toBeGreaterThan(50);
  });
});
