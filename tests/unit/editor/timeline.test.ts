/** What the timeline shows and what drags on it come to: rows, joints, strips, drags and what stays the same reference. */
import { describe, expect, it } from 'vitest';
import { clipLabel, clockTime } from '#lib/editor/clip-label';
import { listFilmTiles, waveformPath } from '#lib/editor/clip-strip';
import { clipsInBox } from '#lib/editor/clips-in-box';
import { copyClips } from '#lib/editor/commands/copy-clips';
import { deleteKeyframes, moveKeyframes, setKeyframesEasing } from '#lib/editor/commands/edit-keyframe-places';
import { setMoment } from '#lib/editor/commands/edit-moment';
import { pasteKeyframes } from '#lib/editor/commands/paste-keyframes';
import { momentIn } from '#lib/editor/commands/set-value';
import { editTimeline } from '#lib/editor/commands/edit-timeline';
import { moveClips } from '#lib/editor/commands/move-clips';
import { viewOf } from '#lib/editor/editor-view';
import { findNextClip } from '#lib/editor/find-next-clip';
import { copyKeyframes, readKeyframes, writeKeyframes } from '#lib/editor/keyframe-clipboard';
import { listKeyframeMoments } from '#lib/editor/keyframe-moments';
import { listJoints } from '#lib/editor/list-joints';
import { shareView } from '#lib/editor/share-view';
import { listSnapTargets } from '#lib/editor/snap-time';
import { planDrag, type DragModifiers, type TimelineDrag } from '#lib/editor/timeline-drag';
import { listRows, ROW_PX, rowPlaceAt } from '#lib/editor/timeline-rows';
import { clipOf, done, elementsOf, framesOf, lengths, stateOf } from '#tests/unit/editor/editor-fixtures';

const shape = (id: string, track: number, time: number, more: object = {}) => ({ id, type: 'shape', shape: 'rectangle', width: 10, height: 10, track, time, duration: 2, ...more });
const rate = { numerator: 10, denominator: 1 };
const plain: DragModifiers = { isCopying: false, makesRoom: false, onOccupied: 'nearest', isSnapping: true, pxPerSecond: 100, frameRate: rate };

describe('rows', () => {
  it('the topmost track is first, and people count from below', () => {
    expect(listRows([1, 7, 3])).toEqual([{ track: 7, number: 3, topPx: 0 }, { track: 3, number: 2, topPx: ROW_PX }, { track: 1, number: 1, topPx: 2 * ROW_PX }]);
  });

  it('a height is a row, the line between two rows, or beyond them', () => {
    const rows = listRows([1, 3]);
    expect(rowPlaceAt(rows, ROW_PX / 2)).toEqual({ kind: 'row', index: 0 });
    expect(rowPlaceAt(rows, ROW_PX + 2)).toEqual({ kind: 'gap', above: 1, topPx: ROW_PX });
    expect(rowPlaceAt(rows, -40)).toEqual({ kind: 'gap', above: 3, topPx: 0 });
    expect(rowPlaceAt(rows, 900)).toEqual({ kind: 'gap', above: null, topPx: 2 * ROW_PX });
    expect(rowPlaceAt([], 10)).toEqual({ kind: 'gap', above: null, topPx: 0 });
  });

  it('a box takes what it touches, on the rows it touches', () => {
    const view = viewOf(stateOf([shape('a', 1, 0), shape('b', 1, 4), shape('c', 2, 0)]), lengths);
    const keys = (topPx: number, bottomPx: number) => clipsInBox(view.tracks, listRows([1, 2]), { startSeconds: 1, endSeconds: 3, topPx, bottomPx }).map(({ key }) => key);
    expect(keys(5, ROW_PX + 5)).toEqual(['c', 'a']);
    expect(keys(5, 10)).toEqual(['c']);
  });

  it('arrows go along a track, and to what is nearest in time on the next one', () => {
    const state = stateOf([shape('a', 1, 0), shape('b', 1, 4), shape('c', 2, 5)]);
    const view = viewOf(state, lengths);
    const from = (key: string, direction: Parameters<typeof findNextClip>[2]) => findNextClip(view, clipOf(state, key), direction)?.key ?? null;
    expect([from('a', 'after'), from('b', 'after'), from('c', 'below'), from('a', 'above'), from('b', 'first')]).toEqual(['b', null, 'b', 'c', 'a']);
  });
});

describe('drags', () => {
  const state = stateOf([shape('a', 1, 0), shape('b', 1, 4), shape('c', 2, 7)]);
  const view = viewOf(state, lengths);
  const rows = listRows([1, 2]);
  const hold = (key: string): Extract<TimelineDrag, { kind: 'dragging' }> => {
    const targets = listSnapTargets(view, { movingKeys: [key], playheadSeconds: null, markerSeconds: [] });
    return { kind: 'dragging', from: { seconds: 1, yPx: 1.5 * ROW_PX }, targets, clips: [clipOf(state, key)], grabbed: clipOf(state, key), rows };
  };

  it('a clip snaps to the edge of another', () => {
    const plan = planDrag(hold('a'), { seconds: 2.95, yPx: 1.5 * ROW_PX }, plain);
    expect(plan).toMatchObject({ snapSeconds: 4, newTrackTopPx: null, edit: { kind: 'move', deltaSeconds: 2, rows: 0 } });
    expect(framesOf(done(editTimeline(state, plan.edit, lengths)))['a']).toEqual([1, 20, 40]);
  });

  it('without snapping it goes where the pointer is', () => {
    expect(planDrag(hold('a'), { seconds: 2.95, yPx: 1.5 * ROW_PX }, { ...plain, isSnapping: false })).toMatchObject({ snapSeconds: null, edit: { deltaSeconds: expect.closeTo(1.95) } });
  });

  it('a row up is a track up; a gap is a new track', () => {
    const up = planDrag(hold('a'), { seconds: 1, yPx: 0.5 * ROW_PX }, plain);
    expect(up.edit).toMatchObject({ kind: 'move', rows: 1 });
    const between = planDrag(hold('a'), { seconds: 1, yPx: ROW_PX }, plain);
    expect(between).toMatchObject({ newTrackTopPx: ROW_PX, edit: { kind: 'new-track', above: 1 } });
    expect(framesOf(done(editTimeline(state, between.edit, lengths)))).toEqual({ a: [2, 0, 20], b: [1, 40, 60], c: [3, 70, 90] });
  });

  it('a hand that is not quite level stays on its track', () => {
    expect(planDrag(hold('a'), { seconds: 1.5, yPx: 1.5 * ROW_PX + 10 }, plain).edit).toMatchObject({ kind: 'move', rows: 0 });
  });

  it('a copy leaves the clip where it is', () => {
    const plan = planDrag(hold('a'), { seconds: 3, yPx: 1.5 * ROW_PX }, { ...plain, isCopying: true });
    const copied = done(editTimeline(state, plan.edit, lengths));
    expect(framesOf(copied)).toMatchObject({ a: [1, 0, 20], 'a-2': [1, 20, 40] });
    expect(copied.selection).toEqual(['a-2']);
  });

  it('a copy on a new track below all pushes the others up', () => {
    const copied = done(copyClips(state, { keys: ['a'], deltaSeconds: 1, above: null }, lengths));
    expect(framesOf(copied)).toEqual({ a: [2, 0, 20], 'a-2': [1, 10, 30], b: [2, 40, 60], c: [3, 70, 90] });
  });

  it('a trim, a fade and the end of a transition follow the pointer', () => {
    const joined = stateOf([shape('a', 1, 0), { ...shape('b', 1, 2), time: undefined, transition: { type: 'fade', duration: 0.5 } }]);
    const { joint } = clipOf(joined, 'b');
    const held = { from: { seconds: 2, yPx: 0 }, targets: [] };
    expect(planDrag({ kind: 'trimming', ...held, clip: clipOf(state, 'a'), edge: 'end' }, { seconds: 2.5, yPx: 0 }, plain).edit).toMatchObject({ kind: 'trim', edge: 'end', toSeconds: 2.5 });
    expect(planDrag({ kind: 'fading', ...held, clip: clipOf(state, 'a'), keys: ['a'], edge: 'out', fadedSeconds: 0 }, { seconds: 1.2, yPx: 0 }, plain).edit).toMatchObject({ kind: 'fade', edge: 'out', seconds: 0.8 });
    const join = planDrag({ kind: 'joining', ...held, key: 'b', transition: joint!.transition, startSeconds: joint!.startSeconds, endSeconds: joint!.endSeconds }, { seconds: 2.3, yPx: 0 }, plain);
    expect(join.edit).toMatchObject({ kind: 'transition', transition: { type: 'fade', duration: 0.8 } });
    expect(clipOf(done(editTimeline(joined, join.edit, lengths)), 'b').joint).toMatchObject({ startSeconds: 1.5, endSeconds: expect.closeTo(2.3) });
  });
});

describe('what is drawn again', () => {
  it('only the clip that has moved, and its track, are new', () => {
    const state = stateOf([shape('a', 1, 0), shape('b', 1, 4), shape('c', 2, 0)]);
    const before = viewOf(state, lengths);
    const after = shareView(before, viewOf(done(moveClips(state, { keys: ['b'], deltaSeconds: 1 }, lengths)), lengths));
    expect(after.clips.map((clip, index) => clip === before.clips[index])).toEqual([true, false, true]);
    expect(after.tracks.map((track, index) => track === before.tracks[index])).toEqual([true, false]);
    expect(after.clips[1]).toMatchObject({ key: 'b', startSeconds: 5 });
  });

  it('a view of the same document has the same clips and tracks', () => {
    const state = stateOf([shape('a', 1, 0), { ...shape('b', 1, 2), time: undefined, transition: { type: 'fade', duration: 0.5 } }]);
    const before = viewOf(state, lengths);
    const after = shareView(before, viewOf(state, lengths));
    expect(after.clips).toBe(before.clips);
    expect(after.tracks).toBe(before.tracks);
  });
});

describe('joints', () => {
  it('clips that touch can be joined, those apart and sounds cannot', () => {
    const audio = { id: 's', type: 'audio', source: 'https://a.test/a.mp3', track: 3, time: 0, duration: 2 };
    const state = stateOf([shape('a', 1, 0), shape('b', 1, 2), shape('c', 1, 5), audio, { ...audio, id: 't', time: 2 }]);
    expect(listJoints(viewOf(state, lengths).tracks)).toMatchObject([{ laterKey: 'b', startSeconds: 2, endSeconds: 2, transition: null }]);
  });
});

describe('keyframes by moment', () => {
  const moving = () => stateOf([shape('a', 1, 0, { duration: 4, x: [{ time: 0, value: 0 }, { time: '50%', value: 100 }], opacity: [{ time: 2, value: 0 }, { time: 'end', value: 1 }] })]);
  const momentsOf = (state: ReturnType<typeof moving>) => listKeyframeMoments(clipOf(state, 'a').element, 4).map(({ seconds, keyframes }) => [seconds, keyframes.map(({ property }) => property)]);

  it('those of several properties at one moment are one', () => {
    expect(momentsOf(moving())).toEqual([[0, ['x']], [2, ['x', 'opacity']], [4, ['opacity']]]);
  });

  it('moved, set and taken away together', () => {
    const middle = [{ property: 'x' as const, index: 1 }, { property: 'opacity' as const, index: 0 }];
    expect(momentsOf(done(moveKeyframes(moving(), { key: 'a', places: middle, deltaSeconds: -0.5 }, lengths)))).toEqual([[0, ['x']], [1.5, ['x', 'opacity']], [4, ['opacity']]]);
    expect(momentsOf(done(setMoment(moving(), { key: 'a', seconds: 1 }, lengths)))).toContainEqual([1, ['x', 'opacity']]);
    const left = done(deleteKeyframes(moving(), { key: 'a', places: [...middle, { property: 'x', index: 0 }] }, lengths));
    expect(elementsOf(left)).toMatchObject([{ x: 100, opacity: [{ time: 'end', value: 1 }] }]);
  });

  it('several go as far as none of them passes one that stays', () => {
    const all = [{ property: 'x' as const, index: 0 }, { property: 'x' as const, index: 1 }, { property: 'opacity' as const, index: 0 }];
    expect(momentsOf(done(moveKeyframes(moving(), { key: 'a', places: all, deltaSeconds: 9 }, lengths)))).toEqual([[2, ['x']], [4, ['x', 'opacity', 'opacity']]]);
    const still = moving();
    expect(done(moveKeyframes(still, { key: 'a', places: all, deltaSeconds: -9 }, lengths)).composition).toBe(still.composition);
  });

  it('an easing is of the curve that leads to a keyframe', () => {
    const eased = done(setKeyframesEasing(moving(), { key: 'a', places: [{ property: 'x', index: 1 }], easing: 'ease-out' }, lengths));
    expect(elementsOf(eased)).toMatchObject([{ x: [{ time: 0, value: 0 }, { time: '50%', value: 100, easing: 'ease-out' }] }]);
  });

  it('copied, they come with their distances and easings to another element, from the playhead on; what it has no property for is left out', () => {
    const source = stateOf([shape('a', 1, 1, { duration: 4, opacity: [{ time: 1, value: 0 }, { time: 'end', value: 1, easing: 'ease-in' }], x: [{ time: 2, value: 5 }] }), { id: 's', type: 'audio', source: 'https://a.test/a.mp3', track: 3, time: 2, duration: 4 }, shape('b', 2, 2, { duration: 4 })]);
    const copied = copyKeyframes(clipOf(source, 'a').element, [{ property: 'opacity', index: 0 }, { property: 'opacity', index: 1 }, { property: 'x', index: 0 }], 4);
    expect(readKeyframes(writeKeyframes(copied))).toEqual({ opacity: [{ time: 0, value: 0 }, { time: 3, value: 1, easing: 'ease-in' }], x: [{ time: 1, value: 5 }] });
    const pasted = done(pasteKeyframes(source, { keys: ['b'], copied, atSeconds: 2.5 }, lengths));
    expect(clipOf(pasted, 'b').element).toMatchObject({ opacity: [{ time: 0.5, value: 0 }, { time: 3.5, value: 1, easing: 'ease-in' }], x: [{ time: 1.5, value: 5 }] });
    expect(pasteKeyframes(source, { keys: ['s'], copied, atSeconds: 2.5 }, lengths)).toMatchObject({ ok: false });
    expect(readKeyframes('{"elements":[]}')).toBeNull();
  });

  it('pasted, one at the very end is not lost by its rounding, and one without an easing takes that away which is there', () => {
    const state = stateOf([shape('a', 1, 0, { duration: 20 / 30, opacity: [{ time: 0, value: 1 }, { time: 20 / 30, value: 0, easing: 'ease-in' }] })], { frame_rate: 30 });
    const pasted = done(pasteKeyframes(state, { keys: ['a'], copied: { opacity: [{ time: 0, value: 0 }, { time: 0.666666667, value: 1 }] }, atSeconds: 0 }, lengths));
    expect(elementsOf(pasted)).toMatchObject([{ opacity: [{ time: 0, value: 0 }, { value: 1 }] }]);
    expect(JSON.stringify(elementsOf(pasted))).not.toContain('easing');
    const alone = stateOf([shape('a', 1, 0, { duration: 20 / 30 })], { frame_rate: 30 });
    const end = done(pasteKeyframes(alone, { keys: ['a'], copied: { x: [{ time: 0, value: 0 }, { time: 0.666666667, value: 9 }] }, atSeconds: 0 }, lengths));
    expect(elementsOf(end)).toMatchObject([{ x: [{ value: 0 }, { value: 9 }] }]);
  });

  it('the moment in a clip counts from its first frame, in a sound from where it begins between frames', () => {
    const state = stateOf([shape('a', 1, 0.46), { id: 's', type: 'audio', source: 'https://a.test/a.mp3', track: 2, time: 0.46, duration: 2 }]);
    const moment = (key: string): number => momentIn(clipOf(state, key), 1, { frameRate: { numerator: 10, denominator: 1 } });
    expect([moment('a'), moment('s')]).toEqual([0.5, expect.closeTo(0.54, 9)]);
  });
});

describe('strips', () => {
  const film = { tilePx: 50, frameCount: 10, stepSeconds: 1 };

  it('frames stand on the time of the source, whatever is trimmed off', () => {
    const tiles = (trimStartSeconds: number) => listFilmTiles({ trimStartSeconds, loopSeconds: null }, { fromPx: 0, toPx: 150, pxPerSecond: 50 }, film);
    expect(tiles(0)).toEqual([{ leftPx: 0, frame: 0 }, { leftPx: 50, frame: 1 }, { leftPx: 100, frame: 2 }]);
    expect(tiles(1.5)).toEqual([{ leftPx: -25, frame: 1 }, { leftPx: 25, frame: 2 }, { leftPx: 75, frame: 3 }, { leftPx: 125, frame: 4 }]);
  });

  it('what repeats shows its frames again, and what is held its last', () => {
    expect(listFilmTiles({ trimStartSeconds: 2, loopSeconds: 2 }, { fromPx: 0, toPx: 200, pxPerSecond: 50 }, film).map(({ frame }) => frame)).toEqual([2, 3, 2, 3]);
    expect(listFilmTiles({ trimStartSeconds: 9, loopSeconds: null }, { fromPx: 0, toPx: 100, pxPerSecond: 50 }, film).map(({ frame }) => frame)).toEqual([9, 9]);
  });

  it('a waveform has the loudest peak of each bar, and nothing where there is no sound', () => {
    const peaks = { peaks: [0, 255, 0, 0, 0, 0], peaksPerSecond: 10, startSeconds: 0 };
    expect(waveformPath({ trimStartSeconds: 0, loopSeconds: null }, { fromPx: 0, toPx: 9, pxPerSecond: 15 }, peaks, 20)).toBe('M1.5 0V20');
    expect(waveformPath({ trimStartSeconds: 5, loopSeconds: null }, { fromPx: 0, toPx: 9, pxPerSecond: 15 }, peaks, 20)).toBe('');
  });
});

describe('words', () => {
  it('a clip says what it is, where and when', () => {
    const state = stateOf([{ id: 'v', type: 'video', source: 'https://a.test/harbour.mp4', track: 4, time: 3, duration: 5, muted: true }]);
    expect(clipLabel(clipOf(state, 'v'), 2)).toBe('Video harbour.mp4, track 2, 0:03.00 to 0:08.00, muted');
    expect([clockTime(64.5), clockTime(59.999)]).toEqual(['1:04.50', '1:00.00']);
  });
});
