/**
 * The keyframes of the one selected clip, as diamonds along its foot with the ways between them: dragged in time, chosen by a box, copied, added by a double
 * click, taken away by Delete; a way between two opens its easing. Those of several properties at one moment are one diamond.
 */
'use client';

import { useMemo, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { copyText } from '#components/ui/copy-text';
import { usePlayer } from '#components/composer/player/player-context';
import { useEditor, useEditorState, useEditorStore } from '#components/composer/store/editor-store';
import { KeyframeWay } from '#components/composer/timeline/keyframe-way';
import { CLIP_INSET_PX, LANES_PADDING_PX, useTimelineUi, useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import { useKeyframeBox } from '#components/composer/timeline/use-keyframe-box';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { clockTime } from '#lib/editor/clip-label';
import { deleteKeyframes, moveKeyframes } from '#lib/editor/commands/edit-keyframe-places';
import { setMoment } from '#lib/editor/commands/edit-moment';
import type { ClipView } from '#lib/editor/editor-view';
import { copyKeyframes, writeKeyframes } from '#lib/editor/keyframe-clipboard';
import { describeMoment, isSamePlace, listKeyframeMoments, type KeyframeMoment, type KeyframePlace } from '#lib/editor/keyframe-moments';
import { ROW_PX, type TimelineRow } from '#lib/editor/timeline-rows';

const LANE_PX = 16;

export function KeyframeLane({ scene }: { scene: TimelineScene }) {
  const { view, rows, locked } = scene;
  const { selection } = useEditorState();
  const clip = selection.length === 1 ? view.clips.find(({ key }) => key === selection[0]) : undefined;
  const row = rows.find(({ track }) => track === clip?.track);
  if (clip === undefined || row === undefined || locked.has(clip.track)) return null;
  return <Lane key={clip.key} clip={clip} row={row} scene={scene} />;
}

function Lane({ clip, row, scene: { view: { frameRate }, originSeconds } }: { clip: ClipView; row: TimelineRow; scene: TimelineScene }) {
  const store = useEditorStore();
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  const { key } = clip;
  const durationSeconds = frameToSeconds(clip.endFrame - clip.startFrame, frameRate);
  const moments = useMemo(() => listKeyframeMoments(clip.element, durationSeconds), [clip.element, durationSeconds]);
  const { box, handlers } = useKeyframeBox(key, moments);
  if (moments.length === 0) return null;
  const add = ({ clientX, currentTarget, target }: MouseEvent<HTMLElement>) => {
    if (target !== currentTarget) return;
    const seconds = (clientX - currentTarget.getBoundingClientRect().left) / pxPerSecond;
    store.getState().run(setMoment, { key, seconds: frameToSeconds(secondsToFrame(seconds, frameRate), frameRate) });
  };
  return (
    <div
      role="group"
      aria-label={`Keyframes of ${clip.title}`}
      title="Double click: a keyframe here. Drag: choose several"
      onDoubleClick={add}
      {...handlers}
      className="absolute z-[5] rounded-b-md bg-black/60"
      style={{ left: clip.startSeconds * pxPerSecond + 1, width: Math.max(0, (clip.endSeconds - clip.startSeconds) * pxPerSecond - 3), top: LANES_PADDING_PX + row.topPx + ROW_PX - CLIP_INSET_PX - LANE_PX, height: LANE_PX }}
    >
      {moments.map((moment, index) => {
        const before = moments[index - 1];
        return before === undefined ? null : <KeyframeWay key={index} clip={clip} from={before} to={moment} pxPerSecond={pxPerSecond} />;
      })}
      {moments.map((moment, index) => (
        <Diamond key={index} clip={clip} moment={moment} moments={moments} durationSeconds={durationSeconds} leftPx={moment.seconds * pxPerSecond} frameSeconds={frameToSeconds(1, frameRate)} originSeconds={originSeconds} />
      ))}
      {box !== null && <div aria-hidden="true" className="pointer-events-none absolute inset-y-0 border border-accent bg-accent/30" style={{ left: box.fromPx, width: box.toPx - box.fromPx }} />}
    </div>
  );
}

interface DiamondProps {
  clip: ClipView;
  moment: KeyframeMoment;
  moments: readonly KeyframeMoment[];
  durationSeconds: number;
  leftPx: number;
  frameSeconds: number;
  originSeconds: number;
}

function Diamond({ clip, moment, moments, durationSeconds, leftPx, frameSeconds, originSeconds }: DiamondProps) {
  const { key } = clip;
  const store = useEditorStore();
  const ui = useTimelineUiStore();
  const player = usePlayer();
  const isChosen = useTimelineUi(({ keyframes }) => keyframes?.key === key && isAnyOf(moment.keyframes, keyframes.places));
  const choose = (places: readonly KeyframePlace[]) => ui.setState({ keyframes: { key, places } });
  /** With the others that are chosen, when it is. */
  const inHand = (): readonly KeyframePlace[] => (isChosen ? (ui.getState().keyframes?.places ?? []) : moment.keyframes);
  const take = ({ shiftKey, ctrlKey, metaKey, button }: PointerEvent) => {
    if (button !== 0) return;
    const places = ui.getState().keyframes?.key === key ? (ui.getState().keyframes?.places ?? []) : [];
    if (shiftKey || ctrlKey || metaKey) choose(isChosen ? places.filter((place) => !isAnyOf([place], moment.keyframes)) : [...places, ...moment.keyframes]);
    else if (!isChosen) choose(moment.keyframes);
  };
  const press = (event: KeyboardEvent) => {
    const { run, setClipboard } = store.getState();
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const isCommand = event.ctrlKey || event.metaKey;
    const copy = () => {
      const text = writeKeyframes(copyKeyframes(clip.element, inHand(), durationSeconds));
      setClipboard(text);
      void copyText(text);
    };
    const remove = () => {
      run(deleteKeyframes, { key, places: inHand() });
      choose([]);
    };
    if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else if (step !== 0) run(moveKeyframes, { key, places: inHand(), deltaSeconds: step * frameSeconds * (event.shiftKey ? 10 : 1) }, `keyframe ${key}`);
    else if (event.key === 'Enter') player?.seek(Math.round((originSeconds + clip.startSeconds + moment.seconds) / frameSeconds));
    else if (event.key === ' ') choose(isChosen ? [] : moment.keyframes);
    else if (isCommand && event.key === 'c') copy();
    else if (isCommand && event.key === 'x') {
      copy();
      remove();
    } else if (isCommand && event.key === 'a') choose(moments.flatMap(({ keyframes }) => keyframes));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      data-clip={key}
      data-part="keyframe"
      data-seconds={moment.seconds}
      aria-label={`Keyframe of ${describeMoment(moment)} at ${clockTime(moment.seconds)}`}
      title={describeMoment(moment)}
      onPointerDown={take}
      onKeyDown={press}
      className="absolute top-1/2 z-[1] size-2.5 -translate-x-1/2 -translate-y-1/2 rotate-45 cursor-ew-resize rounded-[1px] border border-black/40 bg-white hover:bg-accent-soft focus-visible:bg-accent aria-pressed:bg-accent aria-pressed:ring-1 aria-pressed:ring-white"
      style={{ left: leftPx }}
    />
  );
}

const isAnyOf = (places: readonly KeyframePlace[], others: readonly KeyframePlace[]): boolean => places.some((place) => others.some((other) => isSamePlace(place, other)));
