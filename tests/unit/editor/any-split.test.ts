/** Whatever is split, wherever: what is seen and heard stays as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolve } from '#lib/composition/resolve';
import type { Composition } from '#lib/composition/schema/composition';
import type { Timeline } from '#lib/composition/timeline';
import { splitClips } from '#lib/editor/commands/split-clips';
import { parseDocument, type EditorState } from '#lib/editor/editor-state';
import { factsOf } from '#tests/unit/composition/fixtures';
import { drawnAt, lengths, timelineFrom } from '#tests/unit/editor/editor-fixtures';

/** Straight motion, trims and repeats, with sound, and groups of them: all that can be cut anywhere without a difference. */
const cuttableElement = fc.record(
  {
    type: fc.constantFrom('image', 'video', 'audio'),
    track: fc.constantFrom(1, 2, 3),
    time: fc.nat({ max: 12 }),
    duration: fc.integer({ min: 1, max: 9 }),
    trim_start: fc.constantFrom(0.5, 2),
    trim_duration: fc.constantFrom(1, 1.3, 4),
    loop: fc.constant(true),
    opacity: fc.constantFrom([{ time: 0, value: 0 }, { time: '80%', value: 1 }], [{ time: 0.35, value: '20%' }, { time: 'end', value: 1 }]),
  },
  { requiredKeys: ['type', 'duration'] },
);
const cuttableDocument: fc.Arbitrary<EditorState> = fc
  .record({ frame_rate: fc.constantFrom(10, 25, 29.97), inside: fc.array(cuttableElement, { maxLength: 3 }), elements: fc.array(cuttableElement, { minLength: 1, maxLength: 4 }) })
  .map(({ frame_rate, inside, elements }) => ({ width: 100, height: 50, frame_rate, elements: [...elements.map(toMedium), ...(inside.length === 0 ? [] : [{ type: 'composition', time: 1, track: 9, elements: inside.map(toMedium) }])] }))
  .filter((value) => {
    const parsed = parseDocument(JSON.parse(JSON.stringify(value)));
    return parsed.ok && resolve(parsed.state.composition, factsOf(parsed.state.composition)).ok;
  })
  .map((value) => ({ composition: JSON.parse(JSON.stringify(value)) as Composition, selection: [], scope: null }));

function toMedium({ type, trim_start, trim_duration, loop, opacity, ...element }: { type: string; trim_start?: number; trim_duration?: number; loop?: true; opacity?: unknown }) {
  const [isSeen, isMedium] = [type !== 'audio', type !== 'image'];
  return { type, ...element, source: `https://example.com/a.${type}`, ...(isMedium ? { trim_start, trim_duration, loop } : {}), ...(isSeen ? { opacity } : {}) };
}

describe('splitting anything anywhere', () => {
  it('shows the same at every frame, and nothing is heard earlier or later', () => {
    let count = 0;
    fc.assert(
      fc.property(cuttableDocument, fc.integer({ min: 0, max: 160 }), (start, tenths) => {
        const outcome = splitClips(start, { keys: [], atSeconds: tenths / 10 }, lengths);
        if (!outcome.ok) return;
        count += 1;
        const [before, after] = [timelineFrom(start), timelineFrom(outcome.state)];
        expect(after.frameCount).toBe(before.frameCount);
        for (let frame = 0; frame < before.frameCount; frame += 1) expectSeenAlike(after, before, frame);
        const heard = (timeline: typeof before): number => timeline.sounds.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
        // A round of a picture is whole frames, one of its sound is not: where that is cut, less than a frame of it is lost or won.
        const { numerator, denominator } = before.frameRate;
        expect(Math.abs(heard(after) - heard(before))).toBeLessThan((start.composition.elements.length * 2 * denominator) / numerator);
      }),
      { numRuns: 200 },
    );
    expect(count).toBeGreaterThan(40);
  });
});

/** What is drawn, and the numbers of it; what layers are called and where they begin is not seen. */
function seenAt(timeline: Timeline, frame: number): { form: string; numbers: number[] } {
  const numbers: number[] = [];
  const form = JSON.stringify(drawnAt(timeline, frame), (key, value: unknown) => {
    if (['layer', 'layers', 'elementId', 'startFrame', 'endFrame'].includes(key)) return undefined;
    if (typeof value !== 'number') return value;
    numbers.push(value);
    return '#';
  });
  return { form, numbers };
}

/** What is written of times is rounded to the billionth, of values to the millionth. */
function expectSeenAlike(after: Timeline, before: Timeline, frame: number): void {
  const [now, then] = [seenAt(after, frame), seenAt(before, frame)];
  expect(now.form).toBe(then.form);
  expect(now.numbers.every((number, index) => Math.abs(number - (then.numbers[index] ?? NaN)) < 1e-4)).toBe(true);
}
