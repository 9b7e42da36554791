/** Moving and trimming clips: where they come to be, and that nothing else does. At 10 frames a second. */
import { describe, expect, it } from 'vitest';
import { moveClips } from '#lib/editor/commands/move-clips';
import { moveToNewTrack } from '#lib/editor/commands/move-to-new-track';
import { trimClip } from '#lib/editor/commands/trim-clip';
import { image, video } from '#tests/unit/composition/fixtures';
import { done, elementsOf, framesOf, lengths, reasonOf, stateOf } from '#tests/unit/editor/editor-fixtures';

const a = video({ id: 'a', track: 1, duration: 2 });
const b = image({ id: 'b', track: 1, duration: 3 });
const c = image({ id: 'c', track: 1, duration: 1 });

describe('moving a clip', () => {
  it('that follows another gives it a time, and what followed it one too, where they were', () => {
    const state = stateOf([a, b, c]);
    const next = done(moveClips(state, { keys: ['b'], deltaSeconds: 5 }, lengths));
    expect(framesOf(next)).toEqual({ a: [1, 0, 20], b: [1, 70, 100], c: [1, 50, 60] });
    expect(elementsOf(next)).toEqual([a, { ...b, time: 7 }, { ...c, time: 5 }]);
    expect(next.composition.elements[0]).toBe(state.composition.elements[0]);
  });

  it('to where it is changes nothing', () => {
    const state = { ...stateOf([a, b, c]), selection: ['b'] };
    expect(done(moveClips(state, { keys: ['b'], deltaSeconds: 0.04 }, lengths))).toBe(state);
  });

  it('keeps the order in which clips were chosen', () => {
    const state = { ...stateOf([a, b, c]), selection: ['c', 'b'] };
    expect(done(moveClips(state, { keys: ['c', 'b'], deltaSeconds: 1 }, lengths)).selection).toEqual(['c', 'b']);
  });

  it('onto another goes to the nearest place that is free', () => {
    const state = stateOf([a, { ...b, time: 4 }, { ...c, time: 10 }]);
    expect(framesOf(done(moveClips(state, { keys: ['c'], deltaSeconds: -5.6 }, lengths))).c).toEqual([1, 30, 40]);
    expect(framesOf(done(moveClips(state, { keys: ['c'], deltaSeconds: -4.5 }, lengths))).c).toEqual([1, 70, 80]);
  });

  it('fits exactly into a gap of its length', () => {
    const state = stateOf([a, { ...b, time: 3 }, { ...c, time: 10 }]);
    expect(framesOf(done(moveClips(state, { keys: ['c'], deltaSeconds: -7.8 }, lengths))).c).toEqual([1, 20, 30]);
  });

  it('is refused where that is asked for and the place is taken', () => {
    expect(reasonOf(moveClips(stateOf([a, b, c]), { keys: ['c'], deltaSeconds: -3, onOccupied: 'refuse' }, lengths))).toBe('There is no room for it there');
  });

  it('inserted between two pushes what is later', () => {
    const state = stateOf([a, b, image({ id: 'd', track: 2, time: 8, duration: 2 })]);
    const next = done(moveClips(state, { keys: ['d'], deltaSeconds: -5.4, rows: -1, onOccupied: 'insert' }, lengths));
    expect(framesOf(next)).toEqual({ a: [1, 0, 20], d: [1, 20, 40], b: [1, 40, 70] });
  });

  it('to a track that is only counted leaves the others on theirs', () => {
    const state = stateOf([image({ id: 'x', duration: 1 }), image({ id: 'y', duration: 1 }), image({ id: 'z', time: 3, duration: 1 })]);
    expect(framesOf(state)).toEqual({ x: [1, 0, 10], y: [2, 0, 10], z: [3, 30, 40] });
    const next = done(moveClips(state, { keys: ['z'], deltaSeconds: 0, rows: -1 }, lengths));
    expect(framesOf(next)).toEqual({ x: [1, 0, 10], y: [2, 0, 10], z: [2, 30, 40] });
  });

  it('that has no length of its own keeps the one it was seen with', () => {
    const state = stateOf([image({ id: 'back', track: 1 }), image({ id: 'front', track: 2, duration: 8 })]);
    const next = done(moveClips(state, { keys: ['back'], deltaSeconds: 1 }, lengths));
    expect(elementsOf(next)[0]).toEqual({ ...image({ id: 'back', track: 1 }), time: 1, duration: 8 });
  });

  it('leaves a background that lasts to the end without a length', () => {
    const state = stateOf([image({ id: 'back', track: 1 }), image({ id: 'front', track: 2, duration: 8 })]);
    const next = done(moveClips(state, { keys: ['front'], deltaSeconds: 2 }, lengths));
    expect(framesOf(next)).toEqual({ back: [1, 0, 100], front: [2, 20, 100] });
    expect(next.composition.elements[0]).toBe(state.composition.elements[0]);
  });

  it('away from the one it takes over from takes the transition away', () => {
    const state = stateOf([a, { ...b, transition: { type: 'fade', duration: 1 } }, c]);
    const next = done(moveClips(state, { keys: ['b'], deltaSeconds: 8 }, lengths));
    expect(elementsOf(next)[1]).toEqual({ ...b, time: 9 });
    expect(framesOf(next).c).toEqual([1, 40, 50]);
  });

  it('together with the one it takes over from keeps the transition', () => {
    const state = stateOf([a, { ...b, transition: { type: 'fade', duration: 1 } }]);
    const next = done(moveClips(state, { keys: ['a', 'b'], deltaSeconds: 3 }, lengths));
    expect(elementsOf(next)[1]).toBe(state.composition.elements[1]);
    expect(framesOf(next)).toEqual({ a: [1, 30, 50], b: [1, 40, 70] });
  });

  it('never goes before the start', () => {
    expect(framesOf(done(moveClips(stateOf([{ ...a, time: 1 }]), { keys: ['a'], deltaSeconds: -9 }, lengths))).a).toEqual([1, 0, 20]);
  });

  it('to a new track between two shifts those above', () => {
    const state = stateOf([a, { ...b, track: 2 }, { ...c, track: 1 }]);
    const next = done(moveToNewTrack(state, { keys: ['c'], deltaSeconds: 0, above: 1 }, lengths));
    expect(framesOf(next)).toEqual({ a: [1, 0, 20], b: [3, 0, 30], c: [2, 20, 30] });
  });
});

describe('trimming', () => {
  it('the start of a video uses its source from later on, and leaves the rest where it is', () => {
    const state = stateOf([video({ id: 'v', track: 1, trim_start: 1 }), c]);
    const next = done(trimClip(state, { key: 'v', edge: 'start', toSeconds: 2 }, lengths));
    expect(elementsOf(next)).toEqual([{ ...video({ id: 'v', track: 1, trim_start: 3 }), time: 2 }, c]);
    expect(framesOf(next)).toEqual({ v: [1, 20, 90], c: [1, 90, 100] });
  });

  it('stops at the beginning of the source, at its end and at the next clip', () => {
    const state = stateOf([video({ id: 'v', track: 1, time: 5, trim_start: 1, duration: 2 })]);
    expect(framesOf(done(trimClip(state, { key: 'v', edge: 'start', toSeconds: 0 }, lengths))).v).toEqual([1, 40, 70]);
    expect(framesOf(done(trimClip(state, { key: 'v', edge: 'end', toSeconds: 60 }, lengths))).v).toEqual([1, 50, 140]);
    expect(framesOf(done(trimClip(stateOf([a, b]), { key: 'a', edge: 'end', toSeconds: 4 }, lengths))).a).toEqual([1, 0, 20]);
    expect(framesOf(done(trimClip(stateOf([a]), { key: 'a', edge: 'end', toSeconds: -4 }, lengths))).a).toEqual([1, 0, 1]);
  });

  it('the end leaves a gap, with ripple none', () => {
    expect(framesOf(done(trimClip(stateOf([a, b, c]), { key: 'a', edge: 'end', toSeconds: 1 }, lengths)))).toEqual({ a: [1, 0, 10], b: [1, 20, 50], c: [1, 50, 60] });
    const next = done(trimClip(stateOf([a, b, c]), { key: 'a', edge: 'end', toSeconds: 1, ripple: true }, lengths));
    expect(framesOf(next)).toEqual({ a: [1, 0, 10], b: [1, 10, 40], c: [1, 40, 50] });
    expect(elementsOf(next)).toEqual([{ ...a, duration: 1 }, b, c]);
  });

  it('the start with ripple keeps where the clip begins', () => {
    const next = done(trimClip(stateOf([a, b, { ...c, time: 6 }]), { key: 'b', edge: 'start', toSeconds: 3, ripple: true }, lengths));
    expect(framesOf(next)).toEqual({ a: [1, 0, 20], b: [1, 20, 40], c: [1, 50, 60] });
  });

  it('past the trimmed part of a source uses more of it', () => {
    const next = done(trimClip(stateOf([video({ id: 'v', trim_duration: 3 })]), { key: 'v', edge: 'end', toSeconds: 5 }, lengths));
    expect(elementsOf(next)).toEqual([video({ id: 'v', trim_duration: 5, duration: 5 })]);
  });

  it('leaves keyframes in seconds when they were, and stretches those at the ends', () => {
    const opacity = [{ time: 1, value: 0 }, { time: 3, value: 1 }];
    const x = [{ time: 'start', value: 0 }, { time: 'end', value: 100 }];
    const next = done(trimClip(stateOf([image({ id: 'i', time: 0, duration: 5, opacity, x })]), { key: 'i', edge: 'start', toSeconds: 2 }, lengths));
    expect(elementsOf(next)[0]).toMatchObject({ time: 2, duration: 3, opacity: [{ time: 0, value: 0.5 }, { time: 1, value: 1 }], x });
  });

  it('leaves out animations that would begin after the end', () => {
    const animations = [{ type: 'fade' }, { type: 'shake', time: 3 }, { type: 'fade', time: 'end' }];
    const next = done(trimClip(stateOf([image({ id: 'i', duration: 5, animations })]), { key: 'i', edge: 'end', toSeconds: 2 }, lengths));
    expect(elementsOf(next)[0]).toMatchObject({ animations: [{ type: 'fade' }, { type: 'fade', time: 'end' }] });
  });
});
