/**
 * What the pointer does on the lanes: selects, drags, trims, fades and draws the box that selects. Its state is a value, what a drag comes to is computed
 * in lib/editor: here are the events alone. One drag is one step of the history; cancelling takes it back.
 */
import type { PointerEvent, RefObject } from 'react';
import type { EditorStoreApi } from '#components/composer/store/editor-store';
import { feedbackOfDrag } from '#components/composer/timeline/drag-feedback';
import { startDrag, type DragStart } from '#components/composer/timeline/start-drag';
import { scrollAtEdge } from '#components/composer/timeline/scroll-at-edge';
import { LANES_PADDING_PX, NO_FEEDBACK, type TimelineUiApi } from '#components/composer/timeline/timeline-ui';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { frameToSeconds } from '#lib/composition/frame-rate';
import { clipsInBox } from '#lib/editor/clips-in-box';
import { editTimeline } from '#lib/editor/commands/edit-timeline';
import { select, toggleSelected, type EditorState, type ElementKey } from '#lib/editor/editor-state';
import { presentOf } from '#lib/editor/history';
import { openScene } from '#lib/editor/scene';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';
import { planDrag, type DragPlan, type TimelineDrag, type TimelinePoint } from '#lib/editor/timeline-drag';
import { ROW_PX } from '#lib/editor/timeline-rows';
import type { Player } from '#lib/preview/player';

/** Of a pointer: on the page, and which keys are held. */
interface Place {
  clientX: number;
  clientY: number;
  altKey: boolean;
  shiftKey: boolean;
  isSnapOff: boolean;
}

interface ActiveDrag {
  kind: TimelineDrag['kind'];
  drag: TimelineDrag;
  /** Null until it has come to something. */
  plan: DragPlan | null;
}

type Interaction =
  | { kind: 'idle' }
  /** Down, not moved yet: a click or the beginning of a drag. `alone` is what a click selects of several. */
  | { kind: 'pending'; at: Place; drag: TimelineDrag | null; alone: ElementKey | null }
  | ActiveDrag
  | { kind: 'boxing'; from: TimelinePoint; scene: TimelineScene; kept: readonly ElementKey[] };

export interface PointerHandlers {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: () => void;
}

interface Surroundings {
  lanesRef: RefObject<HTMLElement | null>;
  store: EditorStoreApi;
  ui: TimelineUiApi;
  /** As last rendered. */
  current: RefObject<{ scene: TimelineScene; player: Player | null }>;
}

/** A hand is not quite still in a click. */
const CLICK_REACH_PX = 3;

const LABELS = { dragging: 'Move', trimming: 'Trim', rolling: 'Move the cut', slipping: 'Slip clip', fading: 'Fade', joining: 'Set transition', keyframing: 'Move keyframe' } as const satisfies Record<TimelineDrag['kind'], string>;

/** An edit that leaves all as it was at the beginning of the drag. */
const STAY = { kind: 'move', deltaSeconds: 0, rows: 0, onOccupied: 'nearest', isCopy: false } as const;

export class TimelinePointer {
  readonly handlers: PointerHandlers;
  readonly #around: Surroundings;
  #interaction: Interaction = { kind: 'idle' };
  #place: Place | null = null;
  #request: number | null = null;

  constructor(around: Surroundings) {
    this.#around = around;
    this.handlers = { onPointerDown: (event) => this.#press(event), onPointerMove: (event) => this.#move(event), onPointerUp: (event) => this.#release(event), onPointerCancel: () => void this.cancel() };
  }

  /** False when there was nothing to cancel. */
  cancel(): boolean {
    const { kind } = this.#interaction;
    if (kind === 'idle') return false;
    if (kind !== 'pending' && kind !== 'boxing') this.#around.store.getState().cancel();
    this.#settle();
    return true;
  }

  #press(event: PointerEvent<HTMLElement>): void {
    // Of a second finger: the drag of the first is not left hanging.
    this.cancel();
    const lanes = this.#around.lanesRef.current;
    // A window that one of the lanes' parts has opened is beside them on the page, and not for this.
    if (lanes === null || !isWithin(lanes, event.target) || event.button === 1 || isControl(event.target)) return;
    const start = withSlip(findStart(event.target, this.#pointOf(event), this.#around.current.current.scene), event);
    this.#interaction = start.clip === null || start.isLocked ? this.#pressEmpty(start, event) : this.#pressClip(start, start.clip.key, event);
    if (this.#interaction.kind === 'idle') return;
    // The browser would put the focus elsewhere, and scroll to it.
    event.preventDefault();
    const focused = start.target.part === 'keyframe' && event.target instanceof HTMLElement ? event.target : findClipElement(lanes, start.clip?.key);
    (focused ?? lanes).focus({ preventScroll: true });
    // A click on a clip is to be the clip's: what has the pointer captured gets the click as well.
    if (this.#interaction.kind === 'boxing') lanes.setPointerCapture(event.pointerId);
  }

  #pressEmpty({ point }: DragStart, event: PointerEvent): Interaction {
    const { choose, history } = this.#around.store.getState();
    if (event.button === 2) this.#rememberEmpty(point);
    const kept = isAdding(event) ? presentOf(history).selection : [];
    choose((state) => select(state, kept));
    return event.button === 0 ? { kind: 'boxing', from: point, scene: this.#around.current.current.scene, kept } : { kind: 'idle' };
  }

  #rememberEmpty({ seconds, yPx }: TimelinePoint): void {
    const { rows, locked } = this.#around.current.current.scene;
    const row = rows.find(({ topPx }) => yPx >= topPx && yPx < topPx + ROW_PX);
    this.#around.ui.setState({ pressedEmpty: row === undefined || locked.has(row.track) ? null : { track: row.track, atSeconds: Math.max(0, seconds) } });
  }

  #pressClip(start: DragStart, key: ElementKey, event: PointerEvent): Interaction {
    const { store, ui, current } = this.#around;
    const { choose, history, project } = store.getState();
    const isSelected = presentOf(history).selection.includes(key);
    const isToggling = isAdding(event) && event.button === 0 && start.target.part === 'body';
    if (isToggling) choose((state) => toggleSelected(state, key));
    else if (!isSelected) choose((state) => select(state, [key]));
    ui.setState({ focusKey: key, pressedEmpty: null });
    if (event.button !== 0) return { kind: 'idle' };
    const { scene, player } = current.current;
    const playheadSeconds = player === null ? null : frameToSeconds(player.getState().frame, scene.view.frameRate) - scene.originSeconds;
    const markerSeconds = project.markers.map(({ seconds }) => seconds - scene.originSeconds);
    const { keyframes } = ui.getState();
    const drag = startDrag(start, { scene, selection: presentOf(store.getState().history).selection, playheadSeconds, markerSeconds, selectedKeyframes: keyframes?.key === key ? keyframes.places : [] });
    return { kind: 'pending', at: toPlace(event), drag, alone: isSelected && !isToggling ? key : null };
  }

  #move(event: PointerEvent): void {
    const now = this.#interaction;
    if (now.kind === 'idle') return;
    this.#place = toPlace(event);
    if (now.kind === 'pending') {
      const { at, drag } = now;
      // Let go outside of the tracks.
      if (event.buttons === 0) return this.#settle();
      if (drag === null || Math.hypot(at.clientX - event.clientX, at.clientY - event.clientY) < CLICK_REACH_PX) return;
      this.#around.lanesRef.current?.setPointerCapture(event.pointerId);
      this.#around.store.getState().begin(LABELS[drag.kind]);
      this.#interaction = { kind: drag.kind, drag, plan: null };
    }
    this.#schedule();
  }

  #release(event: PointerEvent): void {
    if (this.#interaction.kind === 'idle') return;
    this.#place = toPlace(event);
    this.#follow();
    const now = this.#interaction;
    const { choose, preview, end } = this.#around.store.getState();
    if (now.kind === 'pending') {
      const { alone } = now;
      if (alone !== null) choose((state) => select(state, [alone]));
    } else if (now.kind !== 'boxing') {
      if (now.plan !== null && now.plan.newTrackTopPx !== null) preview(editTimeline, now.plan.edit);
      end();
    }
    this.#settle();
  }

  /** Once a frame of the screen, however often the pointer says where it is. */
  #schedule(): void {
    this.#request ??= requestAnimationFrame(() => {
      this.#request = null;
      const hasScrolled = scrollAtEdge(this.#around.ui.getState().scroller, this.#place);
      this.#follow();
      if (hasScrolled) this.#schedule();
    });
  }

  #follow(): void {
    const now = this.#interaction;
    if (this.#place === null || now.kind === 'idle' || now.kind === 'pending') return;
    const point = this.#pointOf(this.#place);
    if (now.kind === 'boxing') return this.#drawBox(now, point);
    const { store, ui, current } = this.#around;
    const { isSnapping, pxPerSecond, preview } = store.getState();
    const { frameRate } = current.current.scene.view;
    const { altKey: isCopying, shiftKey: makesRoom, isSnapOff } = this.#place;
    const plan = planDrag(now.drag, point, { isCopying, makesRoom, onOccupied: ui.getState().onOccupied, isSnapping: isSnapping && !isSnapOff, pxPerSecond, frameRate });
    this.#interaction = { ...now, plan };
    // A new track would push every row: until it is dropped the clips stay, and a line shows where it will be.
    const shown = plan.edit.kind === 'new-track' ? { ...STAY, keys: plan.edit.keys } : plan.edit;
    const outcome = preview(editTimeline, shown);
    const landedSeconds = now.drag.kind === 'dragging' && outcome.ok && !isCopying ? this.#startOf(now.drag.grabbed.key, outcome.state) : null;
    ui.setState({ feedback: feedbackOfDrag({ drag: now.drag, plan, point, outcome, landedSeconds, frameRate }) });
  }

  /** On the clock of the open scope. */
  #startOf(key: ElementKey, state: EditorState): number | null {
    const { clips } = openScene(state, sourceSecondsFrom(this.#around.store.getState().facts));
    return clips.find((clip) => clip.key === key)?.startSeconds ?? null;
  }

  #drawBox({ from, scene, kept }: Extract<Interaction, { kind: 'boxing' }>, to: TimelinePoint): void {
    const { store, ui } = this.#around;
    const box = { startSeconds: Math.min(from.seconds, to.seconds), endSeconds: Math.max(from.seconds, to.seconds), topPx: Math.min(from.yPx, to.yPx), bottomPx: Math.max(from.yPx, to.yPx) };
    const keys = clipsInBox(scene.view.tracks, scene.rows, box).flatMap(({ key, track }) => (scene.locked.has(track) ? [] : [key]));
    store.getState().choose((state) => select(state, [...new Set([...kept, ...keys])]));
    ui.setState({ feedback: { ...NO_FEEDBACK, box } });
  }

  #pointOf({ clientX, clientY }: Pick<Place, 'clientX' | 'clientY'>): TimelinePoint {
    const { left = 0, top = 0 } = this.#around.lanesRef.current?.getBoundingClientRect() ?? {};
    return { seconds: (clientX - left) / this.#around.store.getState().pxPerSecond, yPx: clientY - top - LANES_PADDING_PX };
  }

  #settle(): void {
    this.#interaction = { kind: 'idle' };
    this.#place = null;
    if (this.#request !== null) cancelAnimationFrame(this.#request);
    this.#request = null;
    this.#around.ui.setState({ feedback: NO_FEEDBACK });
  }
}

const toPlace = ({ clientX, clientY, altKey, shiftKey, ctrlKey, metaKey }: PointerEvent): Place => ({ clientX, clientY, altKey, shiftKey, isSnapOff: ctrlKey || metaKey });

const isAdding = ({ shiftKey, ctrlKey, metaKey }: PointerEvent): boolean => shiftKey || ctrlKey || metaKey;

/** With Ctrl and Alt together it is the content of a clip that is taken hold of. */
function withSlip(start: DragStart, { altKey, ctrlKey, metaKey }: PointerEvent): DragStart {
  return altKey && (ctrlKey || metaKey) && start.target.part === 'body' ? { ...start, target: { ...start.target, part: 'slip' } } : start;
}

const isWithin = (lanes: HTMLElement, target: EventTarget): boolean => target instanceof Node && lanes.contains(target);

const isControl = (target: EventTarget): boolean => target instanceof Element && target.closest('button, input, select') !== null;

const findClipElement = (lanes: HTMLElement, key: ElementKey | undefined): HTMLElement | null => (key === undefined ? null : lanes.querySelector(`[role=option][data-clip="${CSS.escape(key)}"]`));

/** Parts of clips say in `data-part` what they are, and in `data-clip` of which. */
function findStart(target: EventTarget, point: TimelinePoint, { view, locked }: TimelineScene): DragStart {
  const element = target instanceof Element ? target : null;
  const key = element?.closest('[data-clip]')?.getAttribute('data-clip') ?? null;
  const clip = view.clips.find((other) => other.key === key) ?? null;
  const part = element?.closest<HTMLElement>('[data-part]');
  return { target: { part: part?.dataset['part'] ?? 'body', seconds: Number(part?.dataset['seconds'] ?? 0) }, clip, isLocked: clip !== null && locked.has(clip.track), point };
}
