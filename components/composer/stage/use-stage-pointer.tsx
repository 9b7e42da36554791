/**
 * The pointer on the stage: selects, moves, resizes, turns and pans. What it is doing is a value (`stage-interaction`), what a drag comes to a command of
 * the editor: here are the events alone. One drag is one step of the history; Escape takes it back.
 */
'use client';

import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { boxBetween, IDLE, NO_FEEDBACK, resultOfDrag, toScopePoint, type Grip, type StageDrag, type StageFeedback, type StageInteraction } from '#components/composer/stage/stage-interaction';
import { handlePoint, placeIn, selectionBoxOf } from '#components/composer/stage/stage-geometry';
import { findCanvasView, useStageViewStore } from '#components/composer/stage/stage-view';
import { useHeldSpace } from '#components/composer/stage/use-held-space';
import { useEditorStore, type EditorStoreApi } from '#components/composer/store/editor-store';
import type { CanvasPoint } from '#lib/editor/canvas-matrix';
import type { CanvasView } from '#lib/editor/canvas-view';
import { placeOnStage } from '#lib/editor/commands/place-on-stage';
import { select, toggleSelected, type ElementKey } from '#lib/editor/editor-state';
import { presentOf } from '#lib/editor/history';
import { hitTargets, targetsWithin, type StageScene, type StageTarget } from '#lib/editor/stage-targets';

/** A hand is not quite still in a click. */
const CLICK_REACH_PX = 3;

const LABELS = { move: 'Move', resize: 'Resize', turn: 'Turn' } as const satisfies Record<StageDrag['kind'], string>;

export interface StagePointer {
  feedback: StageFeedback;
  /** What the pointer is over. */
  hoveredKey: ElementKey | null;
  isPanning: boolean;
  handlers: {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
    onPointerLeave: () => void;
  };
}

export function useStagePointer(windowRef: RefObject<HTMLElement | null>, scene: StageScene | null): StagePointer {
  const store = useEditorStore();
  const stageView = useStageViewStore();
  const space = useHeldSpace();
  const interaction = useRef<StageInteraction>(IDLE);
  const [feedback, setFeedback] = useState(NO_FEEDBACK);
  const [hoveredKey, setHovered] = useState<ElementKey | null>(null);
  const [isPanning, setPanning] = useState(false);

  const settle = () => {
    interaction.current = IDLE;
    setFeedback(NO_FEEDBACK);
    setPanning(false);
  };
  useEscape(() => {
    if (interaction.current.kind === 'idle') return false;
    store.getState().cancel();
    settle();
    return true;
  });

  const at = (event: PointerEvent): CanvasPoint => placeIn(windowRef.current, event);
  const follow = (drag: StageDrag, event: PointerEvent) => {
    const view = findCanvasView(stageView.getState());
    if (view !== null) setFeedback(showDrag(store, drag, { event, view, pointer: toScopePoint(drag.scene, view, at(event)) }));
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const view = findCanvasView(stageView.getState());
    if (view === null || (event.button !== 0 && event.button !== 1)) return;
    if (windowRef.current?.hasPointerCapture(event.pointerId) === false) windowRef.current.setPointerCapture(event.pointerId);
    if (event.button === 1 || space.isHeld()) {
      event.preventDefault();
      // Else the space bar, as it comes up, presses the button that had the focus.
      windowRef.current?.focus({ preventScroll: true });
      space.use();
      setPanning(true);
      interaction.current = { kind: 'pan', last: at(event) };
      return;
    }
    if (scene === null) return;
    const point = toScopePoint(scene, view, at(event));
    const { selection } = presentOf(store.getState().history);
    const grip: Grip = { scene, targets: takenOf(scene, selection), from: point };
    const drag = dragOfHandle(event.target, grip);
    interaction.current = drag !== null ? { kind: 'grab', at: at(event), drag } : pressOn(store, grip, { at: at(event), isShift: event.shiftKey, isAlt: event.altKey });
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const now = interaction.current;
    switch (now.kind) {
      case 'idle': {
        const view = findCanvasView(stageView.getState());
        const hit = scene === null || view === null ? undefined : hitTargets(scene.targets, toScopePoint(scene, view, at(event)))[0];
        return setHovered(hit?.key ?? null);
      }
      case 'press':
      case 'grab': {
        if (distance(now.at, at(event)) < CLICK_REACH_PX) return;
        const drag: StageDrag = now.kind === 'grab' ? now.drag : { kind: 'move', ...now.grip };
        if (drag.targets.length === 0) return;
        interaction.current = { kind: 'drag', drag };
        store.getState().begin(LABELS[drag.kind]);
        return follow(drag, event);
      }
      case 'drag':
        return follow(now.drag, event);
      case 'select': {
        const view = findCanvasView(stageView.getState());
        if (view === null) return;
        return setFeedback(selectWithin(store, now, toScopePoint(now.scene, view, at(event))));
      }
      case 'pan': {
        const place = at(event);
        stageView.getState().pan({ xPx: place.xPx - now.last.xPx, yPx: place.yPx - now.last.yPx });
        interaction.current = { kind: 'pan', last: place };
        return;
      }
      default:
        return now satisfies never;
    }
  };

  const onPointerUp = () => {
    const now = interaction.current;
    if (now.kind === 'drag') store.getState().end();
    // A click on one of several: that one alone.
    if (now.kind === 'press' && now.isAlone) store.getState().choose((state) => select(state, [now.key]));
    settle();
  };
  const onPointerCancel = () => {
    if (interaction.current.kind === 'drag') store.getState().cancel();
    settle();
  };
  return { feedback, hoveredKey, isPanning, handlers: { ...ofFirstFinger({ onPointerDown, onPointerMove, onPointerUp, onPointerCancel }), onPointerLeave: () => setHovered(null) } };
}

type Handler = (event: PointerEvent<HTMLElement>) => void;

/** Another finger does nothing to what the first one does. */
function ofFirstFinger<Name extends string>(handlers: Record<Name, Handler>): Record<Name, Handler> {
  const guarded = Object.entries<Handler>(handlers).map(([name, handle]) => [name, (event: PointerEvent<HTMLElement>) => event.isPrimary && handle(event)]);
  return Object.fromEntries(guarded) as Record<Name, Handler>;
}

/** Takes the key, before anybody else, when `cancel` says that there was something to take back. */
function useEscape(cancel: () => boolean): void {
  const latest = useRef(cancel);
  useEffect(() => void (latest.current = cancel));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && latest.current()) event.stopPropagation();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}

/** Down on an element, or on none: selects it, or nothing. */
function pressOn(store: EditorStoreApi, { scene, from }: Grip, { at, isShift, isAlt }: { at: CanvasPoint; isShift: boolean; isAlt: boolean }): StageInteraction {
  const { choose, history } = store.getState();
  const { selection } = presentOf(history);
  const target = chooseHit(hitTargets(scene.targets, from), selection, isAlt);
  if (target === null) {
    const kept = isShift ? selection : [];
    choose((state) => select(state, kept));
    return { kind: 'select', scene, from, kept };
  }
  const { key } = target;
  const isSelected = selection.includes(key);
  if (isShift) choose((state) => toggleSelected(state, key));
  else if (!isSelected) choose((state) => select(state, [key]));
  const chosen = presentOf(store.getState().history).selection;
  const targets = takenOf(scene, chosen);
  return { kind: 'press', at, key, isAlone: isSelected && !isShift, grip: { scene, targets, from } };
}

/** What of a selection can be dragged. */
const takenOf = ({ targets }: StageScene, selection: readonly ElementKey[]): StageTarget[] => targets.filter(({ key, isLocked }) => selection.includes(key) && !isLocked);

/** Selects what a box holds that is drawn from where the pointer went down. */
function selectWithin(store: EditorStoreApi, { scene, from, kept }: Extract<StageInteraction, { kind: 'select' }>, to: CanvasPoint): StageFeedback {
  const selecting = boxBetween(from, to);
  const keys = targetsWithin(scene.targets, selecting).map(({ key }) => key);
  store.getState().choose((state) => select(state, [...new Set([...kept, ...keys])]));
  return { ...NO_FEEDBACK, selecting };
}

/** The document with the drag as far as it has come. */
function showDrag(store: EditorStoreApi, drag: StageDrag, { event, view, pointer }: { event: PointerEvent; view: CanvasView; pointer: CanvasPoint }): StageFeedback {
  const { isSnapping, preview } = store.getState();
  const modifiers = { isShift: event.shiftKey, isAlt: event.altKey, isSnapping: isSnapping && !event.ctrlKey && !event.metaKey };
  const { boxes, guides, spacings, note } = resultOfDrag(drag, pointer, modifiers, view);
  const outcome = preview(placeOnStage, { boxes, targets: drag.targets, canvas: drag.scene.canvas, atSeconds: drag.scene.atSeconds, label: LABELS[drag.kind] });
  return { guides, spacings, note: outcome.ok ? note : outcome.reason, selecting: null, isDragging: true };
}

const distance = (a: CanvasPoint, b: CanvasPoint): number => Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);

/** The topmost; with Alt the one below what is selected, and after the last the first again. */
function chooseHit(hits: readonly StageTarget[], selection: readonly string[], isCycling: boolean): StageTarget | null {
  const selected = hits.findIndex(({ key }) => selection.includes(key));
  return hits[isCycling && selected !== -1 ? (selected + 1) % hits.length : 0] ?? null;
}

/** Handles say in `data-handle` which they are: "turn", or their place as "-1 0". */
function dragOfHandle(element: EventTarget, grip: Grip): StageDrag | null {
  const name = element instanceof Element ? element.closest('[data-handle]')?.getAttribute('data-handle') : null;
  if (name === null || name === undefined) return null;
  if (name === 'turn') return { kind: 'turn', ...grip };
  const [across, down] = name.split(' ').map((part) => Math.sign(Number(part)));
  const handle = { across: across as -1 | 0 | 1, down: down as -1 | 0 | 1 };
  const place = handlePoint(selectionBoxOf(grip.targets), handle);
  return { kind: 'resize', ...grip, handle, offset: { xPx: place.xPx - grip.from.xPx, yPx: place.yPx - grip.from.yPx } };
}
