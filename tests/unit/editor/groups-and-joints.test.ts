/** Groups, transitions, tracks, keyframes and properties: what commands write. At 10 frames a second, on a canvas of 1000 x 500. */
import { describe, expect, it } from 'vitest';
import { deleteKeyframes, moveKeyframes } from '#lib/editor/commands/edit-keyframe-places';
import { setKeyframe, setKeyframeEasing, stopMoving } from '#lib/editor/commands/edit-keyframes';
import { groupClips } from '#lib/editor/commands/group-clips';
import { moveClips } from '#lib/editor/commands/move-clips';
import { moveTrack } from '#lib/editor/commands/move-track';
import { replaceDocument } from '#lib/editor/commands/replace-document';
import { replaceElement } from '#lib/editor/commands/replace-element';
import { setCanvas } from '#lib/editor/commands/set-canvas';
import { fadesOf, setFade } from '#lib/editor/commands/set-fade';
import { setHidden } from '#lib/editor/commands/set-hidden';
import { setProperty } from '#lib/editor/commands/set-property';
import { setTransition } from '#lib/editor/commands/set-transition';
import { ungroupClips } from '#lib/editor/commands/ungroup-clips';
import { enterGroup, leaveGroup } from '#lib/editor/editor-state';
import { viewOf } from '#lib/editor/editor-view';
import { audio, image, video } from '#tests/unit/composition/fixtures';
import { clipOf, done, drawnAt, elementsOf, framesOf, lengths, nothingKnown, reasonOf, stateOf, timelineFrom } from '#tests/unit/editor/editor-fixtures';

const a = image({ id: 'a', track: 1, duration: 2 });
const b = image({ id: 'b', track: 1, duration: 3 });
const c = image({ id: 'c', track: 1, duration: 1 });
const fade = { type: 'fade' as const, duration: 0.5 };

describe('a transition', () => {
  it('is made by letting the earlier clip last longer, so that nothing moves', () => {
    const state = stateOf([a, b, c]);
    const next = done(setTransition(state, { key: 'b', transition: fade }, lengths));
    expect(elementsOf(next)).toEqual([{ ...a, duration: 2.5 }, { ...b, transition: fade }, c]);
    expect(framesOf(next)).toEqual({ ...framesOf(state), a: [1, 0, 25] });
    expect(clipOf(next, 'b').joint).toMatchObject({ earlierKey: 'a', startSeconds: 2, endSeconds: 2.5 });
  });

  it('is made by beginning earlier where the source of the earlier clip has no more', () => {
    const next = done(setTransition(stateOf([video({ id: 'v', track: 1 }), b, c]), { key: 'b', transition: fade }, lengths));
    expect(framesOf(next)).toEqual({ v: [1, 0, 100], b: [1, 95, 125], c: [1, 125, 135] });
  });

  it('taken away leaves the later clip where it is', () => {
    const state = stateOf([a, { ...b, transition: fade }, c]);
    const next = done(setTransition(state, { key: 'b', transition: null }, lengths));
    expect(framesOf(next)).toEqual({ a: [1, 0, 15], b: [1, 15, 45], c: [1, 45, 55] });
    expect(elementsOf(next)).toEqual([{ ...a, duration: 1.5 }, b, c]);
  });

  it('is refused without a clip that it could take over from', () => {
    expect(reasonOf(setTransition(stateOf([a, { ...b, time: 5 }]), { key: 'b', transition: fade }, lengths))).toContain('ends where this one begins');
  });
});

describe('grouping', () => {
  it('shows the same, and taking apart gives back what was', () => {
    const state = stateOf([a, { ...b, x: 100, width: '20%' }, image({ id: 'top', track: 2, time: 1, duration: 2, opacity: 0.5 }), c]);
    const grouped = done(groupClips(state, { keys: ['b', 'top'] }, lengths));
    expect(framesOf(grouped)).toEqual({ a: [1, 0, 20], group: [2, 10, 50], c: [1, 50, 60] });
    const [before, after] = [timelineFrom(state), timelineFrom(grouped)];
    for (const frame of [5, 12, 25, 45, 55]) {
      const inside = drawnAt(after, frame).flatMap((item) => (item as { items: unknown[] | null }).items ?? [item]);
      expect(inside).toHaveLength(drawnAt(before, frame).length);
    }
    expect(framesOf(done(ungroupClips(grouped, { key: 'group' }, lengths)))).toEqual({ a: [1, 0, 20], b: [2, 20, 50], top: [3, 10, 30], c: [1, 50, 60] });
  });

  it('is not taken apart when it has a look of its own', () => {
    expect(reasonOf(ungroupClips(stateOf([{ id: 'g', type: 'composition', opacity: 0.5, elements: [a] }]), { key: 'g' }, lengths))).toContain('opacity');
  });

  it('opened is edited like a composition, and nothing around it is touched', () => {
    const state = enterGroup(stateOf([a, { id: 'g', type: 'composition', track: 2, time: 4, elements: [image({ duration: 1 }), image({ id: 'in', duration: 2 })] }]), 'g');
    expect(framesOf(state)).toEqual({ 'elements.1.elements.0': [1, 0, 10], in: [2, 0, 20] });
    const next = done(moveClips(state, { keys: ['in'], deltaSeconds: 1 }, lengths));
    expect(framesOf(next)).toMatchObject({ in: [2, 10, 30] });
    expect(next.composition.elements[0]).toBe(state.composition.elements[0]);
    expect(leaveGroup(next)).toMatchObject({ scope: null, selection: ['g'] });
    expect(framesOf(leaveGroup(next)).g).toEqual([2, 40, 70]);
  });
});

describe('tracks', () => {
  it('change places, and the others keep their numbers', () => {
    const state = stateOf([a, { ...b, track: 4 }, { ...c, track: 7 }]);
    const next = done(moveTrack(state, { track: 1, rows: 1 }, lengths));
    expect(framesOf(next)).toEqual({ a: [4, 0, 20], b: [1, 0, 30], c: [7, 0, 10] });
    expect(next.composition.elements[2]).toBe(state.composition.elements[2]);
    expect(viewOf(next, lengths).tracks.map(({ track }) => track)).toEqual([7, 4, 1]);
  });

  it('are hidden by what is on them', () => {
    const next = done(setHidden(stateOf([a, b, audio({ id: 's', track: 2 })]), { keys: ['a', 'b', 's'], isHidden: true }, lengths));
    expect(elementsOf(next)).toEqual([{ ...a, visible: false }, { ...b, visible: false }, audio({ id: 's', track: 2 })]);
    expect(viewOf(next, lengths).tracks.map(({ isHidden }) => isHidden)).toEqual([false, true]);
    expect(elementsOf(done(setHidden(next, { keys: ['a'], isHidden: false }, lengths)))[0]).toEqual(a);
  });
});

describe('what is not known yet', () => {
  it('is shown as five seconds, and as a guess', () => {
    const { clips } = viewOf(stateOf([video({ id: 'v', track: 1 }), c]), nothingKnown);
    expect(clips.map(({ startSeconds, endSeconds, isPlaced }) => [startSeconds, endSeconds, isPlaced])).toEqual([[0, 5, false], [5, 6, false]]);
  });
});

describe('keyframes', () => {
  const state = stateOf([image({ id: 'i', duration: 5, opacity: '50%', x: [{ time: 0, value: '0%' }, { time: 4, value: '100%' }] })]);
  const property = (next: typeof state, name: string): unknown => (elementsOf(next)[0] as Record<string, unknown>)[name];
  const placeOf = (index: number) => [{ property: 'x' as const, index }];

  it('begin with the value there is, in its unit', () => {
    expect(property(done(setKeyframe(state, { key: 'i', property: 'opacity', seconds: 1 }, lengths)), 'opacity')).toEqual([{ time: 1, value: '50%' }]);
    expect(property(done(setKeyframe(state, { key: 'i', property: 'x', seconds: 2 }, lengths)), 'x')).toEqual([{ time: 0, value: '0%' }, { time: 2, value: '50%' }, { time: 4, value: '100%' }]);
    expect(property(done(setKeyframe(state, { key: 'i', property: 'rotation', seconds: 1 }, lengths)), 'rotation')).toEqual([{ time: 1, value: 0 }]);
    expect(reasonOf(setKeyframe(state, { key: 'i', property: 'y', seconds: 1 }, lengths))).toContain('must be said');
    expect(property(done(setKeyframe(state, { key: 'i', property: 'y', seconds: 1, value: 20 }, lengths)), 'y')).toEqual([{ time: 1, value: 20 }]);
  });

  it('at a moment that has one change its value', () => {
    expect(property(done(setKeyframe(state, { key: 'i', property: 'x', seconds: 4, value: '80%' }, lengths)), 'x')).toEqual([{ time: 0, value: '0%' }, { time: 4, value: '80%' }]);
  });

  it('do not pass each other', () => {
    expect(property(done(moveKeyframes(state, { key: 'i', places: placeOf(0), deltaSeconds: 9 }, lengths)), 'x')).toEqual([{ time: 4, value: '0%' }, { time: 4, value: '100%' }]);
    expect(property(done(moveKeyframes(state, { key: 'i', places: placeOf(1), deltaSeconds: 9 }, lengths)), 'x')).toEqual([{ time: 0, value: '0%' }, { time: 5, value: '100%' }]);
  });

  it('have easings, and are taken away one by one or all at once', () => {
    const eased = done(setKeyframeEasing(state, { key: 'i', property: 'x', index: 1, easing: 'ease-out' }, lengths));
    expect(property(eased, 'x')).toEqual([{ time: 0, value: '0%' }, { time: 4, value: '100%', easing: 'ease-out' }]);
    expect(done(setKeyframeEasing(eased, { key: 'i', property: 'x', index: 1, easing: undefined }, lengths)).composition).toEqual(state.composition);
    const single = done(deleteKeyframes(state, { key: 'i', places: placeOf(0) }, lengths));
    expect(property(single, 'x')).toEqual([{ time: 4, value: '100%' }]);
    expect(property(done(deleteKeyframes(single, { key: 'i', places: placeOf(0) }, lengths)), 'x')).toBe('100%');
    expect(property(done(stopMoving(state, { key: 'i', property: 'x', seconds: 1 }, lengths)), 'x')).toBe('25%');
  });
});

describe('properties', () => {
  it('are set on several at once and taken away, keys in their places', () => {
    const state = stateOf([{ ...a, opacity: 0.5, name: 'A' }, b]);
    const next = done(setProperty(state, { keys: ['a', 'b'], path: ['opacity'], value: 0.2 }, lengths));
    expect(JSON.stringify(elementsOf(next))).toBe(JSON.stringify([{ ...a, opacity: 0.2, name: 'A' }, { ...b, opacity: 0.2 }]));
    expect(elementsOf(done(setProperty(next, { keys: ['a', 'b'], path: ['opacity'], value: undefined }, lengths)))).toEqual([{ ...a, name: 'A' }, b]);
    expect(elementsOf(done(setProperty(state, { keys: ['a'], path: ['crop', 'width'], value: '50%' }, lengths)))[0]).toMatchObject({ crop: { width: '50%' } });
  });

  it('that are not allowed are refused in the words of the schema', () => {
    expect(reasonOf(setProperty(stateOf([a]), { keys: ['a'], path: ['opacity'], value: 7 }, lengths))).toBe('opacity of “a” must be a number from 0 to 1, or a percentage from "0%" to "100%", not 7');
    expect(reasonOf(setProperty(stateOf([a]), { keys: ['a'], path: ['opacty'], value: 1 }, lengths))).toContain('did you mean "opacity"?');
    expect(reasonOf(setProperty(stateOf([a, b]), { keys: ['a'], path: ['duration'], value: 3 }, lengths))).toContain('overlap');
  });

  it('a shorter duration leaves what follows where it is', () => {
    expect(framesOf(done(setProperty(stateOf([a, b]), { keys: ['a'], path: ['duration'], value: 1 }, lengths)))).toEqual({ a: [1, 0, 10], b: [1, 20, 50] });
  });

  it('fades are animations of the picture and fades of the sound', () => {
    const next = done(setFade(stateOf([video({ id: 'v' })]), { keys: ['v'], edge: 'out', seconds: 1 }, lengths));
    expect(elementsOf(next)).toEqual([video({ id: 'v', animations: [{ type: 'fade', time: 'end', duration: 1 }], audio_fade_out: 1 })]);
    expect(fadesOf(next.composition.elements[0]!)).toEqual({ pictureIn: 0, pictureOut: 1, soundIn: 0, soundOut: 1 });
    expect(elementsOf(done(setFade(next, { keys: ['v'], edge: 'out', seconds: 0 }, lengths)))).toEqual([video({ id: 'v' })]);
  });

  it('of the canvas are set and taken away', () => {
    const next = done(setCanvas(stateOf([a], { fill_color: '#ffffff' }), { width: 500, fill_color: undefined }, lengths));
    expect(next.composition).toEqual({ width: 500, height: 500, frame_rate: 10, elements: [a] });
    expect(reasonOf(setCanvas(stateOf([a]), { width: 0 }, lengths))).toContain('width');
  });

  it('JSON edited by hand is taken when it is valid, and keeps the selection', () => {
    const state = { ...stateOf([a, b]), selection: ['b'] };
    expect(elementsOf(done(replaceElement(state, { key: 'b', value: { ...b, opacity: 0.1 } }, lengths)))).toEqual([a, { ...b, opacity: 0.1 }]);
    expect(reasonOf(replaceElement(state, { key: 'b', value: { type: 'imagee' } }, lengths))).toContain('did you mean "image"?');
    expect(reasonOf(replaceElement(state, { key: 'b', value: { ...b, time: 'soon' } }, lengths))).toContain('time');
    expect(done(replaceDocument(state, { value: { width: 10, height: 10, elements: [b] } }, lengths)).selection).toEqual(['b']);
    expect(done(replaceDocument(state, { value: structuredClone(state.composition) }, lengths))).toBe(state);
  });
});
