/** Splitting, deleting, duplicating, copying and pasting: what is seen and heard before and after. At 10 frames a second. */
import { describe, expect, it } from 'vitest';
import { copyElements, readClipboard, writeClipboard } from '#lib/editor/clipboard';
import { deleteClips } from '#lib/editor/commands/delete-clips';
import { duplicateClips } from '#lib/editor/commands/duplicate-clips';
import { pasteElements } from '#lib/editor/commands/paste-elements';
import { splitClips } from '#lib/editor/commands/split-clips';
import { enterGroup } from '#lib/editor/editor-state';
import { audio, image, video } from '#tests/unit/composition/fixtures';
import { done, drawnAt, elementsOf, framesOf, lengths, reasonOf, stateOf, timelineFrom } from '#tests/unit/editor/editor-fixtures';

const a = image({ id: 'a', track: 1, duration: 2 });
const b = image({ id: 'b', track: 1, duration: 3 });
const c = image({ id: 'c', track: 1, duration: 1 });

describe('splitting', () => {
  const square = { type: 'shape', shape: 'rectangle', width: 100, height: 100 };
  it.each<[string, Record<string, unknown>]>([
    ['a video', video({ trim_start: 1.5, x: 20, rotation: 30 })],
    ['a video with a trimmed length, at the end of which it holds', video({ trim_duration: 4, duration: 6 })],
    ['an image without a length', image({})],
    ['a group that begins and ends in the middle of things', { type: 'composition', x: 20, width: 400, height: 200, rotation: [{ time: 0, value: 0 }, { time: 5, value: 50 }], elements: [image({ duration: 5, x: [{ time: 0, value: 0 }, { time: 4, value: 400 }] }), { ...square, time: 1, duration: 1 }, video({ time: 3, trim_start: 1, duration: 1 })] }],
    ['a group in a group', { type: 'composition', elements: [{ type: 'composition', time: 1, elements: [video({ duration: 3 })] }, image({ duration: 2 })] }],
    ['a shape with straight keyframes', { ...square, duration: 5, x: [{ time: 0, value: 0 }, { time: 4, value: 400 }], opacity: [{ time: '20%', value: 0.2 }, { time: 'end', value: '100%' }] }],
    ['a shape whose keyframes are in mixed units', { ...square, duration: 5, x: [{ time: 1, value: 0 }, { time: 4, value: '40%' }] }],
    ['a shape that jumps', { ...square, duration: 5, x: [{ time: 2, value: 0 }, { time: 2, value: 300 }] }],
  ])('%s shows the same at every frame', (_name, element) => {
    const state = stateOf([{ id: 'x', ...element }]);
    const next = done(splitClips(state, { keys: [], atSeconds: 2.3 }, lengths));
    expect(next.composition.elements).toHaveLength(2);
    const [before, after] = [timelineFrom(state), timelineFrom(next)];
    expect(after.frameCount).toBe(before.frameCount);
    for (let frame = 0; frame < before.frameCount; frame += 1) expectSame(drawnAt(after, frame), drawnAt(before, frame));
  });

  it.each([
    ['a video that repeats, in the middle of a round', video({ loop: true, trim_start: 1, trim_duration: 1.5, duration: 8 }), 3.1, 3],
    ['a video that repeats, where a round begins', video({ loop: true, trim_duration: 2, duration: 7 }), 4, 2],
    ['a video that repeats, in its last round', video({ loop: true, trim_duration: 2, duration: 5 }), 4.5, 2],
    ['a video that repeats as long as the rest', video({ loop: true }), 14, 3],
  ])('%s goes on with the frame it would have shown', (_name, element, atSeconds, count) => {
    const state = stateOf([{ id: 'x', ...element }, image({ id: 'long', track: 9, duration: 30 })]);
    const next = done(splitClips(state, { keys: ['x'], atSeconds }, lengths));
    expect(next.composition.elements).toHaveLength(count + 1);
    const [before, after] = [timelineFrom(state), timelineFrom(next)];
    for (let frame = 0; frame < before.frameCount; frame += 1) expectSame(drawnAt(after, frame), drawnAt(before, frame));
  });

  it('a group is refused where a mask in it would mask something else in one half', () => {
    const part = (rest: object) => ({ ...square, duration: 4, ...rest });
    const groupOf = (...elements: object[]) => stateOf([{ id: 'g', type: 'composition', elements }]);
    // What is heard on the track below is not masked.
    const lost = groupOf(part({ track: 1 }), part({ track: 2, duration: 2 }), audio({ track: 2, time: 2, duration: 2 }), part({ id: 'm', track: 3, mask_mode: 'alpha' }));
    expect(reasonOf(splitClips(lost, { keys: ['g'], atSeconds: 3 }, lengths))).toContain('on one side only');
    const kept = groupOf(part({ track: 1 }), part({ track: 2 }), part({ id: 'm', track: 3, mask_mode: 'alpha' }));
    expect(done(splitClips(kept, { keys: ['g'], atSeconds: 3 }, lengths)).composition.elements).toHaveLength(2);
  });

  it('a group with a clip that begins between frames, where it begins, begins with it', () => {
    const state = stateOf([{ id: 'g', type: 'composition', elements: [image({ track: 1, time: 0, duration: 1 }), image({ track: 1, time: 1.46, duration: 2 })] }]);
    const [, later] = elementsOf(done(splitClips(state, { keys: ['g'], atSeconds: 1.5 }, lengths)));
    expect(later).toMatchObject({ elements: [{ track: 1, duration: 2 }] });
  });

  it('a group ends on the frame it ended on, where its second half begins later than what is in it did', () => {
    const state = stateOf([{ type: 'composition', time: 1, elements: [image({ time: 0, duration: 1 }), image({ time: 12, duration: 5 })] }], { frame_rate: 29.97 });
    const after = timelineFrom(done(splitClips(state, { keys: [], atSeconds: 13 }, lengths)));
    expect([timelineFrom(state).frameCount, after.frameCount]).toEqual([539, 539]);
  });

  it('a sound that repeats is heard on without a gap', () => {
    const state = stateOf([audio({ id: 's', time: 0.1, loop: true, trim_start: 1, trim_duration: 1.25, duration: 6, audio_fade_out: 1 }), image({ duration: 12 })]);
    const next = done(splitClips(state, { keys: ['s'], atSeconds: 2 }, lengths));
    const [first, once, rest] = timelineFrom(next).sounds;
    expect(first!.startSeconds + first!.durationSeconds).toBeCloseTo(2, 8);
    expect([once!.startSeconds, once!.durationSeconds, once!.trimStartSeconds]).toEqual([expect.closeTo(2, 8), expect.closeTo(0.6, 8), expect.closeTo(1 + 0.65, 8)]);
    expect([rest!.startSeconds, rest!.trimStartSeconds, rest!.fadeOutSeconds]).toEqual([expect.closeTo(2.6, 8), 1, 1]);
    expect(rest!.startSeconds + rest!.durationSeconds).toBeCloseTo(6.1, 8);
  });

  it('an eased move stays near its curve', () => {
    const state = stateOf([{ id: 'x', ...square, duration: 5, x: [{ time: 0, value: 0 }, { time: 5, value: 400, easing: 'ease-in-out' }] }]);
    const next = done(splitClips(state, { keys: ['x'], atSeconds: 1.2 }, lengths));
    for (let frame = 0; frame < 50; frame += 1) {
      const [before, after] = [timelineFrom(state), timelineFrom(next)].map((timeline) => (drawnAt(timeline, frame)[0] as { box: { xPx: number } }).box.xPx);
      expect(Math.abs(before! - after!)).toBeLessThan(1.2);
    }
  });

  it('a sound is heard on without a gap', () => {
    const state = stateOf([audio({ id: 's', time: 0.123, trim_start: 1, audio_fade_in: 1, audio_fade_out: 2 }), image({ duration: 12 })]);
    const next = done(splitClips(state, { keys: ['s'], atSeconds: 4 }, lengths));
    const [whole] = timelineFrom(state).sounds;
    const [first, second] = timelineFrom(next).sounds;
    expect(first!.startSeconds + first!.durationSeconds).toBeCloseTo(second!.startSeconds, 8);
    expect(second!.trimStartSeconds - first!.trimStartSeconds).toBeCloseTo(second!.startSeconds - first!.startSeconds, 8);
    expect(second!.startSeconds + second!.durationSeconds).toBeCloseTo(whole!.startSeconds + whole!.durationSeconds, 8);
    expect([first!.fadeInSeconds, first!.fadeOutSeconds, second!.fadeInSeconds, second!.fadeOutSeconds]).toEqual([1, 0, 0, 2]);
  });

  it('gives arrivals to the first part, departures to the second, and the transition stays with its joint', () => {
    const animations = [{ type: 'fade' }, { type: 'shake', time: 2.5 }, { type: 'slide', time: 'end' }];
    const state = stateOf([a, { ...b, transition: { type: 'fade' }, animations }, { ...c, transition: { type: 'wipe', duration: 0.2 } }]);
    const next = done(splitClips(state, { keys: ['b'], atSeconds: 3 }, lengths));
    expect(elementsOf(next)).toMatchObject([
      a,
      { id: 'b', transition: { type: 'fade' }, animations: [{ type: 'fade' }] },
      { id: 'b-2', animations: [{ type: 'shake', time: 1 }, { type: 'slide', time: 'end' }] },
      { id: 'c', transition: { type: 'wipe', duration: 0.2 } },
    ]);
    expect(framesOf(next)).toEqual({ ...framesOf(state), b: [1, 15, 30], 'b-2': [1, 30, 45] });
    expect(next.selection).toEqual(['b-2']);
  });

  it('is refused where it cannot be shown: in a joint, in a group that repeats, outside', () => {
    const joint = stateOf([a, { ...b, transition: { type: 'fade', duration: 1 } }]);
    expect(reasonOf(splitClips(joint, { keys: [], atSeconds: 1.5 }, lengths))).toContain('transition');
    expect(reasonOf(splitClips(stateOf([video({ loop: true, duration: 30 })]), { keys: [], atSeconds: 12 }, () => null))).toContain('repeats');
    expect(reasonOf(splitClips(stateOf([{ type: 'composition', loop: true, duration: 9, elements: [a] }]), { keys: [], atSeconds: 1 }, lengths))).toContain('group');
    expect(reasonOf(splitClips(stateOf([{ type: 'composition', elements: [joint.composition.elements[0], joint.composition.elements[1]] }]), { keys: [], atSeconds: 1.5 }, lengths))).toContain('transition');
    expect(reasonOf(splitClips(stateOf([{ type: 'composition', duration: 5, elements: [a] }]), { keys: [], atSeconds: 3 }, lengths))).toContain('nothing after');
    expect(reasonOf(splitClips(stateOf([a]), { keys: [], atSeconds: 2 }, lengths))).toBe('The playhead is in no clip');
    expect(reasonOf(splitClips(stateOf([video({ duration: 20 })]), { keys: [], atSeconds: 15 }, lengths))).toContain('last frame');
  });
});

/** What layers are called and when they begin and end: in a group that was split it is another. What is drawn of them is beside it. */
const OF_THE_LAYER = ['layer', 'layers', 'elementId', 'startFrame', 'endFrame'];

/** Numbers of keyframes are cut to six digits. */
function expectSame(actual: unknown[], expected: unknown[]): void {
  const round = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (OF_THE_LAYER.includes(key) ? undefined : typeof inner === 'number' ? Math.round(inner * 1e4) / 1e4 + 0 : inner)));
  expect(round(actual)).toEqual(round(expected));
}

describe('deleting', () => {
  it('leaves a gap, with ripple none, also between clips that a transition joined', () => {
    expect(framesOf(done(deleteClips(stateOf([a, b, c]), { keys: ['b'] }, lengths)))).toEqual({ a: [1, 0, 20], c: [1, 50, 60] });
    expect(elementsOf(done(deleteClips(stateOf([a, b, c]), { keys: ['b'], ripple: true }, lengths)))).toEqual([a, c]);
    const joined = stateOf([a, { ...b, transition: { type: 'fade', duration: 1 } }, c, image({ id: 'd', track: 1, time: 9, duration: 1 })]);
    expect(framesOf(done(deleteClips(joined, { keys: ['b'], ripple: true }, lengths)))).toEqual({ a: [1, 0, 20], c: [1, 20, 30], d: [1, 70, 80] });
  });

  it('leaves a slide that lasted until the next as long as it was', () => {
    const state = stateOf([image({ id: 'x', track: 1, time: 0 }), image({ id: 'y', track: 1, time: 4 }), image({ id: 'z', track: 1, time: 6, duration: 1 })]);
    expect(framesOf(done(deleteClips(state, { keys: ['y'] }, lengths)))).toEqual({ x: [1, 0, 40], z: [1, 60, 70] });
  });

  it('the last of a group deletes the group', () => {
    const state = enterGroup(stateOf([a, { id: 'g', type: 'composition', track: 2, elements: [image({ id: 'in', duration: 1 })] }]), 'g');
    const next = done(deleteClips(state, { keys: ['in'] }, lengths));
    expect([elementsOf(next), next.scope]).toEqual([[a], null]);
  });
});

describe('copying', () => {
  it('and pasting keeps distances and tracks, on free tracks or above all, under new ids', () => {
    const state = stateOf([a, b, image({ id: 'top', track: 5, time: 1, duration: 1 })]);
    const content = copyElements(state, ['b', 'top'], lengths)!;
    expect(content.elements).toEqual([{ ...b, track: 1, time: 1 }, image({ id: 'top', track: 2, time: 0, duration: 1 })]);
    const read = readClipboard(writeClipboard(content));
    expect(read).toEqual({ ok: true, content });
    const free = done(pasteElements(state, { content, atSeconds: 6 }, lengths));
    expect(framesOf(free)).toMatchObject({ 'b-2': [1, 70, 100], 'top-2': [5, 60, 70] });
    expect(free.selection).toEqual(['b-2', 'top-2']);
    expect(framesOf(done(pasteElements(state, { content, atSeconds: 1 }, lengths)))).toMatchObject({ 'b-2': [6, 20, 50], 'top-2': [7, 10, 20] });
  });

  it('takes what somebody copied elsewhere: a composition, a list, one element; and says what it cannot take', () => {
    for (const text of [JSON.stringify(a), JSON.stringify([a]), JSON.stringify({ width: 10, height: 10, elements: [a] })]) {
      expect(readClipboard(text)).toEqual({ ok: true, content: { elements: [a], fonts: [] } });
    }
    expect(readClipboard('hello')).toMatchObject({ ok: false });
    expect(readClipboard('{"elements":[{"type":"imagee"}]}')).toMatchObject({ ok: false, reason: expect.stringContaining('image') });
  });

  it('brings the fonts along', () => {
    const font = { family: 'Brand', source: 'https://example.com/brand.woff2' };
    const content = copyElements(stateOf([a], { fonts: [font] }), ['a'], lengths)!;
    expect(done(pasteElements(stateOf([]), { content, atSeconds: 0 }, lengths)).composition.fonts).toEqual([font]);
  });

  it('duplicates right after the original, which keeps its id', () => {
    expect(framesOf(done(duplicateClips(stateOf([a, b]), { keys: ['b'] }, lengths)))).toEqual({ a: [1, 0, 20], b: [1, 20, 50], 'b-2': [1, 50, 80] });
  });
});
