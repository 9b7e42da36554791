/** Any edit with any arguments, for tests of what holds of all of them: what an edit is given is read off the state it is done to. */
import fc from 'fast-check';
import { addElements } from '#lib/editor/commands/add-elements';
import { closeGaps } from '#lib/editor/commands/close-gaps';
import { copyClips } from '#lib/editor/commands/copy-clips';
import { deleteClips } from '#lib/editor/commands/delete-clips';
import { duplicateClips } from '#lib/editor/commands/duplicate-clips';
import { deleteTrack } from '#lib/editor/commands/delete-track';
import { deleteKeyframes, moveKeyframes, setKeyframesEasing } from '#lib/editor/commands/edit-keyframe-places';
import { setKeyframe, stopMoving } from '#lib/editor/commands/edit-keyframes';
import { setMoment } from '#lib/editor/commands/edit-moment';
import { groupClips } from '#lib/editor/commands/group-clips';
import { moveClips } from '#lib/editor/commands/move-clips';
import { moveToNewTrack } from '#lib/editor/commands/move-to-new-track';
import { moveTrack } from '#lib/editor/commands/move-track';
import { pasteKeyframes } from '#lib/editor/commands/paste-keyframes';
import { pasteElements } from '#lib/editor/commands/paste-elements';
import { rollJoint } from '#lib/editor/commands/roll-joint';
import { setFade } from '#lib/editor/commands/set-fade';
import { setHidden } from '#lib/editor/commands/set-hidden';
import { setMuted } from '#lib/editor/commands/set-muted';
import { setProperty } from '#lib/editor/commands/set-property';
import { setTransition } from '#lib/editor/commands/set-transition';
import { slipClip } from '#lib/editor/commands/slip-clip';
import { splitClips } from '#lib/editor/commands/split-clips';
import { toggleKeyframe } from '#lib/editor/commands/toggle-keyframe';
import { trimClip } from '#lib/editor/commands/trim-clip';
import { ungroupClips } from '#lib/editor/commands/ungroup-clips';
import { copyElements } from '#lib/editor/clipboard';
import { createShapeElement } from '#lib/editor/create-element';
import type { EditOutcome } from '#lib/editor/edit-outcome';
import { listScopeKeys, type EditorState } from '#lib/editor/editor-state';
import { viewOf } from '#lib/editor/editor-view';
import { listKeyframeMoments, type KeyframePlace } from '#lib/editor/keyframe-moments';
import { MOVING_PROPERTIES } from '#lib/editor/keyframes';
import { lengths } from '#tests/unit/editor/editor-fixtures';

export type Edit = (state: EditorState) => EditOutcome;
export interface NamedEdit {
  name: string;
  edit: Edit;
}

const seconds = fc.oneof(fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 10), fc.double({ min: 0, max: 20, noNaN: true }));
const delta = fc.oneof(fc.integer({ min: -80, max: 80 }).map((tenths) => tenths / 10), fc.double({ min: -9, max: 9, noNaN: true }));
const place = fc.nat({ max: 30 });
const places = fc.array(place, { minLength: 1, maxLength: 3 });

/** Keys of elements of the state, by whatever numbers. */
function keysAt(state: EditorState, numbers: readonly number[]): string[] {
  const keys = listScopeKeys(state);
  return keys.length === 0 ? [] : [...new Set(numbers.map((number) => keys[number % keys.length] ?? ''))];
}
const keyAt = (state: EditorState, number: number): string => keysAt(state, [number])[0] ?? '';

const trackAt = (state: EditorState, number: number): number => viewOf(state, lengths).clips[number % Math.max(1, listScopeKeys(state).length)]?.track ?? 0;

/** Places of keyframes of an element, by whatever numbers. */
function keyframesAt(state: EditorState, number: number, chosen: readonly number[]): KeyframePlace[] {
  const clip = viewOf(state, lengths).clips.find(({ key }) => key === keyAt(state, number));
  const all = clip === undefined ? [] : listKeyframeMoments(clip.element, clip.endSeconds - clip.startSeconds).flatMap(({ keyframes }) => keyframes);
  return all.filter((_place, index) => chosen.some((other) => other % all.length === index));
}

const named = (name: string, edits: fc.Arbitrary<Edit>): fc.Arbitrary<NamedEdit> => edits.map((edit) => ({ name, edit }));

/** Edits after which every other clip is where it was. */
export const stillEdit = fc.oneof(
  named('move', fc.record({ at: places, deltaSeconds: delta, rows: fc.integer({ min: -2, max: 2 }) }).map(({ at, ...args }) => (state) => moveClips(state, { keys: keysAt(state, at), ...args }, lengths))),
  named('trim', fc.record({ at: place, edge: fc.constantFrom('start' as const, 'end' as const), toSeconds: seconds }).map(({ at, ...args }) => (state) => trimClip(state, { key: keyAt(state, at), ...args }, lengths))),
  named('delete', places.map((at) => (state) => deleteClips(state, { keys: keysAt(state, at) }, lengths))),
  named('duplicate', places.map((at) => (state) => duplicateClips(state, { keys: keysAt(state, at) }, lengths))),
);

/** Moves the cut before a clip: the clip before it changes as well. */
const roll = named('roll', fc.record({ at: place, deltaSeconds: delta }).map(({ at, ...args }) => (state) => rollJoint(state, { key: keyAt(state, at), ...args }, lengths)));

export const edit = fc.oneof(
  stillEdit,
  roll,
  named('ripple trim', fc.record({ at: place, edge: fc.constantFrom('start' as const, 'end' as const), toSeconds: seconds }).map(({ at, ...args }) => (state) => trimClip(state, { key: keyAt(state, at), ripple: true, ...args }, lengths))),
  named('ripple delete', places.map((at) => (state) => deleteClips(state, { keys: keysAt(state, at), ripple: true }, lengths))),
  named('insert', fc.record({ at: place, deltaSeconds: delta }).map(({ at, ...args }) => (state) => moveClips(state, { keys: keysAt(state, [at]), onOccupied: 'insert', ...args }, lengths))),
  named('overwrite', fc.record({ at: places, deltaSeconds: delta, rows: fc.integer({ min: -2, max: 2 }) }).map(({ at, ...args }) => (state) => moveClips(state, { keys: keysAt(state, at), onOccupied: 'overwrite', ...args }, lengths))),
  named('new track', fc.record({ at: places, deltaSeconds: delta, above: fc.option(fc.nat({ max: 4 })) }).map(({ at, ...args }) => (state) => moveToNewTrack(state, { keys: keysAt(state, at), ...args }, lengths))),
  named('split', fc.record({ at: fc.array(place, { maxLength: 2 }), atSeconds: seconds }).map(({ at, atSeconds }) => (state) => splitClips(state, { keys: keysAt(state, at), atSeconds }, lengths))),
  named('paste', fc.record({ at: places, atSeconds: seconds }).map(({ at, atSeconds }) => (state) => {
    const content = copyElements(state, keysAt(state, at), lengths);
    return content === null ? { ok: true, state, label: '' } : pasteElements(state, { content, atSeconds }, lengths);
  })),
  named('add', fc.record({ track: fc.nat({ max: 4 }), atSeconds: seconds, onOccupied: fc.constantFrom('nearest' as const, 'insert' as const, 'overwrite' as const) }).map((to) => (state) => addElements(state, { elements: [createShapeElement('ellipse')], destination: { kind: 'track', ...to } }, lengths))),
  named('move track', fc.record({ at: place, rows: fc.integer({ min: -2, max: 2 }) }).map(({ at, rows }) => (state) => moveTrack(state, { track: viewOf(state, lengths).clips[at % Math.max(1, state.composition.elements.length)]?.track ?? 0, rows }, lengths))),
  named('set property', fc.record({ at: places, path: fc.constantFrom('opacity', 'x', 'duration', 'time', 'track', 'name', 'volume', 'nonsense'), value: fc.constantFrom(undefined, 0.5, '20%', 3, -1, null, {}) }).map(({ at, path, value }) => (state) => setProperty(state, { keys: keysAt(state, at), path: [path], value }, lengths))),
  named('set keyframe', fc.record({ at: place, property: fc.constantFrom(...MOVING_PROPERTIES), seconds }).map(({ at, ...args }) => (state) => setKeyframe(state, { key: keyAt(state, at), ...args }, lengths))),
  named('stop moving', fc.record({ at: place, property: fc.constantFrom(...MOVING_PROPERTIES), seconds }).map(({ at, ...args }) => (state) => stopMoving(state, { key: keyAt(state, at), ...args }, lengths))),
  named('slip', fc.record({ at: place, deltaSeconds: delta }).map(({ at, ...args }) => (state) => slipClip(state, { key: keyAt(state, at), ...args }, lengths))),
  named('close gaps', fc.record({ at: place, atSeconds: fc.option(seconds, { nil: undefined }) }).map(({ at, atSeconds }) => (state) => closeGaps(state, { track: trackAt(state, at), ...(atSeconds === undefined ? {} : { atSeconds }) }, lengths))),
  named('delete track', place.map((at) => (state) => deleteTrack(state, { track: trackAt(state, at) }, lengths))),
  named('copy', fc.record({ at: places, deltaSeconds: delta, rows: fc.integer({ min: -2, max: 2 }), above: fc.option(fc.nat({ max: 4 }), { nil: undefined }) }).map(({ at, above, ...args }) => (state) => copyClips(state, { keys: keysAt(state, at), ...args, ...(above === undefined ? {} : { above }) }, lengths))),
  named('set moment', fc.record({ at: place, seconds }).map(({ at, ...args }) => (state) => setMoment(state, { key: keyAt(state, at), ...args }, lengths))),
  named('toggle keyframe', fc.record({ at: places, property: fc.constantFrom(...MOVING_PROPERTIES), atSeconds: seconds }).map(({ at, ...args }) => (state) => toggleKeyframe(state, { keys: keysAt(state, at), ...args }, lengths))),
  named('move keyframes', fc.record({ at: place, deltaSeconds: delta, chosen: places }).map(({ at, chosen, deltaSeconds }) => (state) => moveKeyframes(state, { key: keyAt(state, at), places: keyframesAt(state, at, chosen), deltaSeconds }, lengths))),
  named('delete keyframes', fc.record({ at: place, chosen: places }).map(({ at, chosen }) => (state) => deleteKeyframes(state, { key: keyAt(state, at), places: keyframesAt(state, at, chosen) }, lengths))),
  named('set easing', fc.record({ at: place, chosen: places, easing: fc.constantFrom('ease-out', 'spring', undefined) }).map(({ at, chosen, easing }) => (state) => setKeyframesEasing(state, { key: keyAt(state, at), places: keyframesAt(state, at, chosen), easing }, lengths))),
  named('paste keyframes', fc.record({ at: places, atSeconds: seconds }).map(({ at, atSeconds }) => (state) => pasteKeyframes(state, { keys: keysAt(state, at), copied: { opacity: [{ time: 0, value: 0 }, { time: 1.5, value: '60%', easing: 'ease-in' }], volume: [{ time: 0.2, value: 0.5 }] }, atSeconds }, lengths))),
  named('set transition', fc.record({ at: place, duration: fc.constantFrom(undefined, 0.2, 1, 4) }).map(({ at, duration }) => (state) => setTransition(state, { key: keyAt(state, at), transition: { type: 'fade', duration } }, lengths))),
  named('remove transition', place.map((at) => (state) => setTransition(state, { key: keyAt(state, at), transition: null }, lengths))),
  named('fade', fc.record({ at: places, edge: fc.constantFrom('in' as const, 'out' as const), seconds: fc.constantFrom(0, 0.5, 3) }).map(({ at, ...args }) => (state) => setFade(state, { keys: keysAt(state, at), ...args }, lengths))),
  named('hide', fc.record({ at: places, isHidden: fc.boolean() }).map(({ at, isHidden }) => (state) => setHidden(state, { keys: keysAt(state, at), isHidden }, lengths))),
  named('mute', fc.record({ at: places, isMuted: fc.boolean() }).map(({ at, isMuted }) => (state) => setMuted(state, { keys: keysAt(state, at), isMuted }, lengths))),
  named('group', places.map((at) => (state) => groupClips(state, { keys: keysAt(state, at) }, lengths))),
  named('ungroup', place.map((at) => (state) => ungroupClips(state, { key: keyAt(state, at) }, lengths))),
);
