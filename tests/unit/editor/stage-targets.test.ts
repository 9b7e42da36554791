/** What can be taken hold of on the stage, and what drags of it come to in the document. */
import { describe, expect, it } from 'vitest';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { resolve } from '#lib/composition/resolve';
import type { Composition, Element } from '#lib/composition/schema/composition';
import { placeOnStage } from '#lib/editor/commands/place-on-stage';
import type { EditorState } from '#lib/editor/editor-state';
import { dragMove, dragResize, dragTurn } from '#lib/editor/stage-drag';
import { hitTargets, stageSceneOf, targetsWithin, type StageScene } from '#lib/editor/stage-targets';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';
import { withoutMedia } from '#lib/editor/without-media';
import { makeUpFacts } from '#lib/preview/made-up-facts';

const PHOTO = 'https://example.com/photo.jpg';
/** 1280 x 720. */
const FACTS: MediaFactsBySource = new Map([[`image ${PHOTO}`, makeUpFacts('image')]]);

const shape = (id: string, rest: Partial<Element>): Element => ({ id, type: 'shape', shape: 'rectangle', ...rest }) as Element;

function stateOf(elements: Element[], scope: string | null = null): EditorState {
  const composition: Composition = { width: 800, height: 600, duration: 4, elements };
  return { composition, selection: [], scope };
}

function sceneOf(state: EditorState, frame = 0): StageScene {
  const result = resolve(state.composition, FACTS);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const scene = stageSceneOf(state, { timeline: result.timeline, frame, facts: FACTS });
  if (scene === null) throw new Error('The group is not on');
  return scene;
}

/** The elements after a drag of those with the keys. */
function drag(state: EditorState, scene: StageScene, { boxes }: ReturnType<typeof dragMove>): readonly Element[] {
  const outcome = placeOnStage(state, { boxes, targets: scene.targets, canvas: scene.canvas, atSeconds: scene.atSeconds }, sourceSecondsFrom(FACTS));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.state.composition.elements;
}

const NO_SNAPPING = { isStraight: false, snapping: null } as const;

describe('targets', () => {
  it('are hit where they are seen: the topmost first, and turned ones only within their turned box', () => {
    const state = stateOf([shape('low', { x: 0, y: 0, width: 800, height: 600, track: 1 }), shape('high', { x: 300, y: 290, width: 200, height: 20, rotation: 90, track: 2 })]);
    const { targets } = sceneOf(state);
    const keysAt = (xPx: number, yPx: number) => hitTargets(targets, { xPx, yPx }).map(({ key }) => key);
    expect(keysAt(400, 220)).toEqual(['high', 'low']);
    expect(keysAt(320, 300)).toEqual(['low']);
  });

  it('what is faded out can be taken hold of when selected, and is not hit', () => {
    const state = stateOf([shape('fading', { x: 10, y: 10, width: 50, height: 50, opacity: [{ time: 0, value: 0 }, { time: 1, value: 1 }] })]);
    const { targets } = sceneOf(state);
    expect(targets.map(({ key, isSeen }) => [key, isSeen])).toEqual([['fading', false]]);
    expect(hitTargets(targets, { xPx: 20, yPx: 20 })).toEqual([]);
    expect(hitTargets(sceneOf(state, 30).targets, { xPx: 20, yPx: 20 })).toHaveLength(1);
  });

  it('a box drawn over some of them holds those alone', () => {
    const state = stateOf([shape('a', { x: 0, y: 0, width: 100, height: 100, track: 1 }), shape('b', { x: 400, y: 0, width: 100, height: 100, track: 2 })]);
    expect(targetsWithin(sceneOf(state).targets, { xPx: 50, yPx: 50, widthPx: 300, heightPx: 300 }).map(({ key }) => key)).toEqual(['a']);
  });

  it('in an open group they are on its canvas, wherever the group is', () => {
    const group = { id: 'card', type: 'composition', x: 100, y: 100, width: 200, height: 100, rotation: 180, elements: [shape('dot', { x: 10, y: 20, width: 30, height: 30 })] } as Element;
    const { targets, matrix, canvas, isGroup } = sceneOf(stateOf([group], 'card'));
    expect(targets.map(({ key, box }) => [key, box])).toEqual([['dot', { xPx: 10, yPx: 20, widthPx: 30, heightPx: 30 }]]);
    expect(canvas).toEqual({ widthPx: 200, heightPx: 100 });
    expect(isGroup).toBe(true);
    // Upside down: its left upper corner is seen at the right lower one.
    expect([matrix.e, matrix.f].map(Math.round)).toEqual([300, 200]);
  });
});

describe('drags', () => {
  it('a moved element stays in the units it was written in', () => {
    const state = stateOf([shape('box', { x: '10%', y: 60, width: '25%', height: 100 })]);
    const scene = sceneOf(state);
    expect(drag(state, scene, dragMove({ targets: scene.targets, byPx: { xPx: 40, yPx: 15.4 }, ...NO_SNAPPING }))).toEqual([shape('box', { x: '15%', y: 75, width: '25%', height: 100 })]);
  });

  it('an element that moves by keyframes gets one at the playhead', () => {
    const state = stateOf([shape('box', { x: [{ time: 0, value: 0 }, { time: 2, value: 200 }], y: 0, width: 100, height: 100 })]);
    const scene = sceneOf(state, 30);
    const [box] = drag(state, scene, dragMove({ targets: scene.targets, byPx: { xPx: 20, yPx: 0 }, ...NO_SNAPPING }));
    expect(box).toMatchObject({ x: [{ time: 0, value: 0 }, { time: 1, value: 120 }, { time: 2, value: 200 }], y: 0 });
  });

  it('an element without a place can be moved by a single pixel', () => {
    const state = stateOf([shape('box', { width: 100, height: 100 })]);
    const scene = sceneOf(state);
    expect(drag(state, scene, dragMove({ targets: scene.targets, byPx: { xPx: 1, yPx: 0 }, ...NO_SNAPPING }))).toEqual([shape('box', { width: 100, height: 100, x: 351 })]);
  });

  it('snaps to the middle of the canvas and says so by a guide', () => {
    const { targets, canvas } = sceneOf(stateOf([shape('box', { x: 0, y: 0, width: 100, height: 100 })]));
    const { boxes, guides } = dragMove({ targets, byPx: { xPx: 347, yPx: 20 }, isStraight: false, snapping: { canvas, others: [], reachPx: 5 } });
    expect(boxes[0]?.to).toMatchObject({ xPx: 350, yPx: 20 });
    expect(guides).toContainEqual({ axis: 'x', atPx: 400, kind: 'center' });
  });

  it('a photo that covered the canvas is not fitted anew when it is made smaller', () => {
    const photo = { id: 'photo', type: 'image', source: PHOTO } as Element;
    const state = stateOf([photo]);
    const scene = sceneOf(state);
    const result = dragResize({ targets: scene.targets, handle: { across: 1, down: 1 }, pointer: { xPx: 400, yPx: 300 }, keepsAspect: true, isAboutCentre: false, snapping: null });
    expect(drag(state, scene, result)[0]).toMatchObject({ width: 400, height: 300, x: 0, y: 0, fit_mode: 'cover' });
  });

  it('a photo whose height follows goes on doing so while its shape stays', () => {
    const state = stateOf([{ id: 'photo', type: 'image', source: PHOTO, x: 0, y: 0, width: '40%' } as Element]);
    const scene = sceneOf(state);
    const result = dragResize({ targets: scene.targets, handle: { across: 1, down: 1 }, pointer: { xPx: 640, yPx: 360 }, keepsAspect: true, isAboutCentre: false, snapping: null });
    expect(drag(state, scene, result)[0]).toEqual({ id: 'photo', type: 'image', source: PHOTO, x: 0, y: 0, width: '80%' });
  });

  it('a corner that keeps the shape snaps by one side, and the shape stays', () => {
    const { targets, canvas } = sceneOf(stateOf([shape('box', { x: 0, y: 0, width: 200, height: 120 })]));
    const { boxes, guides } = dragResize({ targets, handle: { across: 1, down: 1 }, pointer: { xPx: 797, yPx: 478 }, keepsAspect: true, isAboutCentre: false, snapping: { canvas, others: [], reachPx: 6 } });
    expect(boxes[0]?.to).toMatchObject({ widthPx: 800, heightPx: 480 });
    expect(guides).toEqual([{ axis: 'x', atPx: 800, kind: 'edge' }]);
  });

  it('turns in steps of 15 degrees when asked to', () => {
    const state = stateOf([shape('box', { x: 350, y: 250, width: 100, height: 100 })]);
    const scene = sceneOf(state);
    const result = dragTurn({ targets: scene.targets, from: { xPx: 400, yPx: 200 }, pointer: { xPx: 460, yPx: 210 }, isStepped: true, isSnapping: true });
    expect(result.note).toBe('30°');
    expect(drag(state, scene, result)[0]).toMatchObject({ x: 350, y: 250, rotation: 30 });
  });
});

describe('a timeline without some of its media', () => {
  it('leaves out the layers that need them, those in groups as well', () => {
    const photo = { type: 'image', source: PHOTO } as Element;
    const state = stateOf([photo, { id: 'card', type: 'composition', track: 2, elements: [photo, shape('dot', { track: 3 })] } as Element]);
    const result = resolve(state.composition, FACTS);
    if (!result.ok) throw new Error('It is valid');
    const [card, ...more] = withoutMedia(result.timeline, new Set([`image ${PHOTO}`])).layers;
    expect(more).toEqual([]);
    expect(card?.type === 'group' && card.layers.map(({ elementId }) => elementId)).toEqual(['dot']);
    expect(withoutMedia(result.timeline, new Set())).toBe(result.timeline);
  });
});

describe('what is scaled by keyframes', () => {
  it('gets one of its scale at the playhead by its handles, and keeps its size', () => {
    const state = stateOf([shape('zoomed', { x: 100, y: 100, width: 200, height: 100, x_scale: [{ time: 0, value: '100%' }, { time: 2, value: '150%' }], y_scale: 1 })]);
    const scene = sceneOf(state);
    const [target] = scene.targets;
    const handle = { across: 1, down: 1 } as const;
    const [element] = drag(state, scene, dragResize({ targets: scene.targets, handle, pointer: { xPx: 400, yPx: 250 }, keepsAspect: true, isAboutCentre: true, snapping: null }));
    expect(target?.scaleX).toBe(1);
    expect(element).toMatchObject({ x: 100, y: 100, width: 200, height: 100, x_scale: [{ time: 0, value: '200%' }, { time: 2, value: '150%' }], y_scale: 2 });
  });

  it('resized with others, goes where they go', () => {
    const still = shape('still', { x: 300, y: 100, width: 100, height: 100, track: 1 });
    const state = stateOf([still, shape('zoomed', { x: 100, y: 100, width: 100, height: 100, track: 2, x_scale: [{ time: 0, value: 1 }, { time: 2, value: 2 }], y_scale: 1 })]);
    const scene = sceneOf(state);
    const [grown, zoomed] = drag(state, scene, dragResize({ targets: scene.targets, handle: { across: 1, down: 1 }, pointer: { xPx: 700, yPx: 300 }, keepsAspect: true, isAboutCentre: false, snapping: null }));
    expect(grown).toMatchObject({ x: 500, y: 100, width: 200, height: 200 });
    // From a middle of 150, 150 to one of 200, 200.
    expect(zoomed).toMatchObject({ x: 150, y: 150, width: 100, height: 100, x_scale: [{ time: 0, value: 2 }, { time: 2, value: 2 }], y_scale: 2 });
  });
});
