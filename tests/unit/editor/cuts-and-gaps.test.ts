/** Cuts that are moved, contents that are slipped and gaps that are closed: only what is meant changes. At 10 frames a second, sources of 10 s. */
import { describe, expect, it } from 'vitest';
import { addElements } from '#lib/editor/commands/add-elements';
import { closeGaps } from '#lib/editor/commands/close-gaps';
import { moveClips } from '#lib/editor/commands/move-clips';
import { rollJoint } from '#lib/editor/commands/roll-joint';
import { slipClip } from '#lib/editor/commands/slip-clip';
import { image, video } from '#tests/unit/composition/fixtures';
import { clipOf, done, elementsOf, framesOf, lengths, reasonOf, stateOf } from '#tests/unit/editor/editor-fixtures';

describe('a cut between two clips', () => {
  const state = stateOf([video({ id: 'a', track: 1, time: 0, duration: 3 }), video({ id: 'b', track: 1, time: 3, trim_start: 1, duration: 4 }), image({ id: 'c', track: 1, time: 7, duration: 1 })]);

  it('is moved both ways: one gets longer, the other begins later in its source, and the rest stays', () => {
    const later = done(rollJoint(state, { key: 'b', deltaSeconds: 0.5 }, lengths));
    expect(framesOf(later)).toEqual({ a: [1, 0, 35], b: [1, 35, 70], c: [1, 70, 80] });
    expect(clipOf(later, 'b').element).toMatchObject({ trim_start: 1.5 });
    const earlier = done(rollJoint(state, { key: 'b', deltaSeconds: -0.7 }, lengths));
    expect(framesOf(earlier)).toEqual({ a: [1, 0, 23], b: [1, 23, 70], c: [1, 70, 80] });
    expect(clipOf(earlier, 'b').element).toMatchObject({ trim_start: 0.3 });
  });

  it('stops where a source begins or ends, and before a clip is gone', () => {
    expect(framesOf(done(rollJoint(state, { key: 'b', deltaSeconds: -9 }, lengths)))).toMatchObject({ a: [1, 0, 20], b: [1, 20, 70] });
    expect(framesOf(done(rollJoint(state, { key: 'b', deltaSeconds: 9 }, lengths)))).toMatchObject({ a: [1, 0, 69], b: [1, 69, 70] });
  });

  it('is moved with its transition', () => {
    const joined = stateOf([image({ id: 'a', track: 1, time: 0, duration: 3 }), { ...image({ id: 'b', track: 1, time: 2.5, duration: 4 }), transition: { type: 'fade', duration: 0.5 } }]);
    const moved = done(rollJoint(joined, { key: 'b', deltaSeconds: 1 }, lengths));
    expect(framesOf(moved)).toEqual({ a: [1, 0, 40], b: [1, 35, 65] });
    expect(clipOf(moved, 'b').joint).toMatchObject({ startSeconds: 3.5, endSeconds: 4 });
  });

  it('is none where clips are apart', () => expect(reasonOf(rollJoint(stateOf([image({ id: 'a', duration: 1, track: 1, time: 0 }), image({ id: 'b', track: 1, time: 2, duration: 1 })]), { key: 'b', deltaSeconds: 1 }, lengths))).toContain('No clip ends'));
});

describe('the content of a clip', () => {
  it('is slipped within its source, the clip staying where it is and as long', () => {
    const state = stateOf([video({ id: 'a', time: 1, trim_start: 2, duration: 3 })]);
    const slip = (deltaSeconds: number) => done(slipClip(state, { key: 'a', deltaSeconds }, lengths));
    expect(elementsOf(slip(1.5))).toMatchObject([{ trim_start: 0.5, duration: 3 }]);
    expect(elementsOf(slip(9))).toMatchObject([{ trim_start: 0 }]);
    expect(elementsOf(slip(-9))).toMatchObject([{ trim_start: 7 }]);
    expect(framesOf(slip(-9))).toEqual(framesOf(state));
    expect(slip(0).composition).toBe(state.composition);
  });

  it('that lasts to the end of its source keeps the length it had', () => {
    expect(elementsOf(done(slipClip(stateOf([video({ id: 'a', trim_start: 4 })]), { key: 'a', deltaSeconds: 1 }, lengths)))).toMatchObject([{ trim_start: 3, duration: 6 }]);
  });

  it('is not slipped where there is none, or all of it repeats', () => {
    expect(reasonOf(slipClip(stateOf([image({ id: 'a' })]), { key: 'a', deltaSeconds: 1 }, lengths))).toContain('source');
    expect(reasonOf(slipClip(stateOf([video({ id: 'a', loop: true, duration: 30 })]), { key: 'a', deltaSeconds: 1 }, lengths))).toContain('repeats');
  });
});

describe('gaps', () => {
  const state = stateOf([image({ id: 'a', track: 1, time: 1, duration: 1 }), image({ id: 'b', track: 1, time: 4, duration: 1 }), image({ id: 'c', track: 1, time: 6, duration: 1 }), image({ id: 'd', track: 2, time: 5, duration: 1 })]);

  it('one is closed where it is, or all of a track', () => {
    expect(framesOf(done(closeGaps(state, { track: 1, atSeconds: 2.5 }, lengths)))).toEqual({ a: [1, 10, 20], b: [1, 20, 30], c: [1, 40, 50], d: [2, 50, 60] });
    expect(framesOf(done(closeGaps(state, { track: 1 }, lengths)))).toEqual({ a: [1, 0, 10], b: [1, 10, 20], c: [1, 20, 30], d: [2, 50, 60] });
  });

  it('before what begins between frames is closed to the start', () => {
    const next = done(closeGaps(stateOf([image({ id: 'a', track: 1, time: 0.46, duration: 1 })]), { track: 1 }, lengths));
    expect(elementsOf(next)).toMatchObject([{ time: 0 }]);
  });

  it('there is none in a clip, or after the last', () => {
    expect([reasonOf(closeGaps(state, { track: 1, atSeconds: 1.5 }, lengths)), reasonOf(closeGaps(state, { track: 1, atSeconds: 8 }, lengths))]).toEqual(['There is no gap there', 'There is no gap there']);
  });
});

describe('overwriting', () => {
  const long = video({ id: 'long', track: 1, time: 0, trim_start: 1, duration: 8 });
  const state = stateOf([long, image({ id: 'small', track: 1, time: 9, duration: 1 }), image({ id: 'over', track: 2, time: 0, duration: 2 })]);

  it('in the middle of a clip leaves both of its ends, at one end the other, over all of it nothing', () => {
    const middle = done(moveClips(state, { keys: ['over'], deltaSeconds: 3, rows: -1, onOccupied: 'overwrite' }, lengths));
    expect(framesOf(middle)).toEqual({ long: [1, 0, 30], over: [1, 30, 50], 'long-2': [1, 50, 80], small: [1, 90, 100] });
    expect([clipOf(middle, 'long-2').element, middle.selection]).toMatchObject([{ trim_start: 6 }, ['over']]);
    const start = done(moveClips(state, { keys: ['over'], deltaSeconds: 0, rows: -1, onOccupied: 'overwrite' }, lengths));
    expect(framesOf(start)).toEqual({ over: [1, 0, 20], long: [1, 20, 80], small: [1, 90, 100] });
    const all = done(moveClips(state, { keys: ['over'], deltaSeconds: 8.5, rows: -1, onOccupied: 'overwrite' }, lengths));
    expect(framesOf(all)).toEqual({ long: [1, 0, 80], over: [1, 85, 105] });
  });

  it('by something new does the same', () => {
    const added = done(addElements(state, { elements: [{ id: 'long', type: 'text', text: 'New', duration: 2 }], destination: { kind: 'track', track: 1, atSeconds: 3, onOccupied: 'overwrite' } }, lengths));
    expect(Object.values(framesOf(added)).filter(([track]) => track === 1).toSorted((a, b) => a[1] - b[1])).toEqual([[1, 0, 30], [1, 30, 50], [1, 50, 80], [1, 90, 100]]);
  });

  it('with several clips leaves what lies between them', () => {
    const two = stateOf([long, image({ id: 'first', track: 2, time: 0, duration: 1 }), image({ id: 'second', track: 2, time: 3, duration: 1 })]);
    const next = done(moveClips(two, { keys: ['first', 'second'], deltaSeconds: 2, rows: -1, onOccupied: 'overwrite' }, lengths));
    expect(framesOf(next)).toEqual({ long: [1, 0, 20], first: [1, 20, 30], 'long-2': [1, 30, 50], second: [1, 50, 60], 'long-3': [1, 60, 80] });
    expect([clipOf(next, 'long-2').element, clipOf(next, 'long-3').element]).toMatchObject([{ trim_start: 4 }, { trim_start: 7 }]);
    const atStart = done(moveClips(two, { keys: ['first', 'second'], deltaSeconds: 0, rows: -1, onOccupied: 'overwrite' }, lengths));
    expect(framesOf(atStart)).toMatchObject({ first: [1, 0, 10], long: [1, 10, 30], second: [1, 30, 40] });
    expect(Object.values(framesOf(atStart))).toContainEqual([1, 40, 80]);
  });

  it('with clips that touch takes away what is under both, be it a group', () => {
    const state = stateOf([{ id: 'g', type: 'composition', track: 1, time: 0, duration: 2, elements: [image({ duration: 2 })] }, image({ id: 'first', track: 2, time: 3, duration: 1 }), image({ id: 'second', track: 2, time: 4, duration: 1 })]);
    expect(framesOf(done(moveClips(state, { keys: ['first', 'second'], deltaSeconds: -3, rows: -1, onOccupied: 'overwrite' }, lengths)))).toEqual({ first: [1, 0, 10], second: [1, 10, 20] });
  });

  it('by a joined clip is cut at where it comes to be, not at where it was; back where it was nothing is', () => {
    const joined = stateOf([image({ id: 'a', track: 1, time: 0, duration: 3 }), { ...image({ id: 'b', track: 1, time: 2.5, duration: 4 }), transition: { type: 'fade', duration: 0.5 } }]);
    const move = (deltaSeconds: number) => moveClips(joined, { keys: ['b'], deltaSeconds, onOccupied: 'overwrite' }, lengths);
    expect(framesOf(done(move(0.2)))).toEqual({ a: [1, 0, 27], b: [1, 27, 67] });
    expect(done(move(0)).composition).toBe(joined.composition);
  });

  it('does not cut through a group or a transition', () => {
    const grouped = stateOf([{ id: 'g', type: 'composition', track: 1, time: 0, duration: 5, elements: [image({ duration: 5 })] }, image({ id: 'over', track: 2, time: 0, duration: 2 })]);
    expect(reasonOf(moveClips(grouped, { keys: ['over'], deltaSeconds: 1, rows: -1, onOccupied: 'overwrite' }, lengths))).toContain('group');
  });
});
