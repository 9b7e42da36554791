/** What the actions of adding, grouping and lining up do. */
import { playheadFrameOf, playheadSecondsOf, stateOf, timelineOf, type ActionContext } from '#components/composer/commands/action-context';
import type { ActionHandlers } from '#lib/editor/actions';
import { alignBoxes, distributeBoxes, type Alignment, type KeyedBox } from '#lib/editor/align-boxes';
import { addElements } from '#lib/editor/commands/add-elements';
import { groupClips } from '#lib/editor/commands/group-clips';
import { placeBoxes } from '#lib/editor/commands/place-boxes';
import { ungroupClips } from '#lib/editor/commands/ungroup-clips';
import { createShapeElement, createTextElement } from '#lib/editor/create-element';
import { enterGroup, leaveGroup } from '#lib/editor/editor-state';
import { boxAround, stageSceneOf, type StageScene } from '#lib/editor/stage-targets';
import type { Element } from '#lib/composition/schema/composition';

type ArrangeAction =
  | 'addText' | 'addShape' | 'group' | 'ungroup' | 'enterGroup' | 'leaveGroup' | 'alignLeft' | 'alignCenter' | 'alignRight' | 'alignTop' | 'alignMiddle' | 'alignBottom'
  | 'distributeAcross' | 'distributeDown';

export function arrangeActions(context: ActionContext): Pick<ActionHandlers, ArrangeAction> {
  const { run, choose } = context.store.getState();
  const mainKey = () => stateOf(context).selection.at(-1) ?? '';
  const align = (alignment: Alignment) => () => place(context, `Align ${alignment}`, (boxes, { canvas }) => alignBoxes(boxes, alignment, canvas));
  const distribute = (direction: 'across' | 'down') => () => place(context, `Distribute ${direction}`, (boxes) => distributeBoxes(boxes, direction));
  return {
    addText: () => add(context, createTextElement('title', 'Your text')),
    addShape: () => add(context, createShapeElement('rectangle')),
    group: () => run(groupClips, { keys: stateOf(context).selection }),
    ungroup: () => run(ungroupClips, { key: mainKey() }),
    enterGroup: () => choose((state) => enterGroup(state, mainKey())),
    leaveGroup: () => choose(leaveGroup),
    alignLeft: align('left'),
    alignCenter: align('center'),
    alignRight: align('right'),
    alignTop: align('top'),
    alignMiddle: align('middle'),
    alignBottom: align('bottom'),
    distributeAcross: distribute('across'),
    distributeDown: distribute('down'),
  };
}

/** On a track of its own above all, from the playhead on. */
function add(context: ActionContext, element: Element): void {
  const above = timelineOf(context).tracks[0]?.track ?? null;
  context.store.getState().run(addElements, { elements: [element], destination: { kind: 'new-track', above, atSeconds: playheadSecondsOf(context) } });
}

function place(context: ActionContext, label: string, arrange: (boxes: KeyedBox[], scene: StageScene) => ReturnType<typeof alignBoxes>): void {
  const { store, resolved } = context;
  const state = stateOf(context);
  const { timeline, facts } = resolved;
  const scene = timeline === null ? null : stageSceneOf(state, { timeline, frame: playheadFrameOf(context), facts });
  const targets = scene?.targets.filter(({ key }) => state.selection.includes(key)) ?? [];
  if (scene === null || targets.length === 0) return store.getState().say({ kind: 'refusal', text: 'Nothing that is selected is on the canvas at this moment' });
  // By what is seen of them: a turned one reaches further than its box.
  const seen = targets.map((target) => ({ key: target.key, ...boxAround([target]) }));
  const boxes = arrange(seen, scene).flatMap(({ key, from, to }) => {
    const box = targets.find((target) => target.key === key)?.box;
    return box === undefined ? [] : [{ key, from: box, to: { ...box, xPx: box.xPx + to.xPx - from.xPx, yPx: box.yPx + to.yPx - from.yPx } }];
  });
  store.getState().run(placeBoxes, { boxes, atSeconds: scene.atSeconds, label });
}
