/**
 * The keyframes of the one selected clip, as diamonds along its foot: dragged in time, added by a double click, taken away by Delete. Those of several
 * properties at one moment are one diamond.
 */
'use client';

import type { KeyboardEvent, MouseEvent } from 'react';
import { usePlayer } from '#components/composer/player/player-context';
import { useEditor, useEditorState, useEditorStore } from '#components/composer/store/editor-store';
import { CLIP_INSET_PX, LANES_PADDING_PX } from '#components/composer/timeline/timeline-ui';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { clockTime } from '#lib/editor/clip-label';
import { deleteMoment, moveMoment, setMoment } from '#lib/editor/commands/edit-moment';
import { listKeyframeMoments, type KeyframeMoment } from '#lib/editor/keyframe-moments';
import { ROW_PX } from '#lib/editor/timeline-rows';

const LANE_PX = 16;

export function KeyframeLane({ scene: { view, rows, locked, originSeconds } }: { scene: TimelineScene }) {
  const store = useEditorStore();
  const player = usePlayer();
  const { selection } = useEditorState();
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  const clip = selection.length === 1 ? view.clips.find(({ key }) => key === selection[0]) : undefined;
  const row = rows.find(({ track }) => track === clip?.track);
  if (clip === undefined || row === undefined || locked.has(clip.track)) return null;
  const { frameRate } = view;
  const { key } = clip;
  const moments = listKeyframeMoments(clip.element, frameToSeconds(clip.endFrame - clip.startFrame, frameRate));
  if (moments.length === 0) return null;
  const run = store.getState().run;
  const add = ({ clientX, currentTarget, target }: MouseEvent<HTMLElement>) => {
    if (target !== currentTarget) return;
    const seconds = (clientX - currentTarget.getBoundingClientRect().left) / pxPerSecond;
    run(setMoment, { key, seconds: frameToSeconds(secondsToFrame(seconds, frameRate), frameRate) });
  };
  const press = (moment: KeyframeMoment) => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.key === 'Delete' || event.key === 'Backspace') run(deleteMoment, { key, seconds: moment.seconds });
    else if (step !== 0) run(moveMoment, { key, seconds: moment.seconds, toSeconds: Math.max(0, moment.seconds + frameToSeconds(step, frameRate)) }, `keyframe ${key}`);
    else if (event.key === 'Enter') player?.seek(secondsToFrame(originSeconds + clip.startSeconds + moment.seconds, frameRate));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="group"
      aria-label={`Keyframes of ${clip.title}`}
      data-clip={key}
      data-part="lane"
      title="Double click: a keyframe here"
      onDoubleClick={add}
      className="absolute z-[5] rounded-b-md bg-black/60"
      style={{ left: clip.startSeconds * pxPerSecond + 1, width: Math.max(0, (clip.endSeconds - clip.startSeconds) * pxPerSecond - 3), top: LANES_PADDING_PX + row.topPx + ROW_PX - CLIP_INSET_PX - LANE_PX, height: LANE_PX }}
    >
      {moments.map((moment, index) => (
        <span
          key={index}
          role="button"
          tabIndex={0}
          data-part="keyframe"
          data-seconds={moment.seconds}
          aria-label={`Keyframe of ${describe(moment)} at ${clockTime(moment.seconds)}`}
          title={describe(moment)}
          onKeyDown={press(moment)}
          className="absolute top-1/2 size-2.5 -translate-x-1/2 -translate-y-1/2 rotate-45 cursor-ew-resize rounded-[1px] border border-black/40 bg-white hover:bg-accent-soft focus-visible:bg-accent"
          style={{ left: moment.seconds * pxPerSecond }}
        />
      ))}
    </div>
  );
}

const describe = ({ keyframes }: KeyframeMoment): string => keyframes.map(({ property }) => property.replaceAll('_', ' ')).join(', ');
