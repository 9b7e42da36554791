/** Under a number that moves: to the keyframe before and after, the easing of the way the playhead is on, and an end to the motion. */
'use client';

import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { EasingButton } from '#components/composer/inspector/easing-field';
import type { Inspected } from '#components/composer/inspector/inspected';
import { usePlayer } from '#components/composer/player/player-context';
import { useEditorStore } from '#components/composer/store/editor-store';
import { IconButton } from '#components/ui/icon-button';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { setKeyframeEasing, stopMoving } from '#lib/editor/commands/edit-keyframes';
import { momentIn } from '#lib/editor/commands/set-value';
import { findKeyframeAt, keyframeSeconds, keyframesOf, type MovingProperty } from '#lib/editor/keyframes';
import type { PlacedClip } from '#lib/editor/scene';

interface KeyframeBarProps {
  clip: PlacedClip;
  moving: MovingProperty;
  label: string;
  inspected: Inspected;
}

export function KeyframeBar({ clip, moving, label, inspected }: KeyframeBarProps) {
  const store = useEditorStore();
  const player = usePlayer();
  const { frameRate, atSeconds, scopeSeconds } = inspected;
  const keyframes = keyframesOf(clip.element, moving) ?? [];
  const durationSeconds = frameToSeconds(clip.endFrame - clip.startFrame, frameRate);
  const moments = keyframes.map(({ time }) => keyframeSeconds(time, durationSeconds));
  const seconds = momentIn(clip, atSeconds, inspected);
  const here = findKeyframeAt(keyframes, seconds, durationSeconds);
  // By frames, as the playhead goes: one between two of them is never reached in seconds.
  const frames = moments.map((moment) => secondsToFrame(scopeSeconds + clip.startSeconds + moment, frameRate));
  const frame = secondsToFrame(scopeSeconds + clip.startSeconds + seconds, frameRate);
  const before = frames.findLast((other) => other < frame);
  const after = frames.find((other) => other > frame);
  // The curve leads to the keyframe at or after the playhead; to the last one from the rest of the way.
  const next = here ?? moments.findIndex((moment) => moment > seconds);
  const index = Math.max(1, next === -1 ? keyframes.length - 1 : next);
  const to = keyframes[index];
  const goTo = (place: number | undefined) => () => {
    if (place !== undefined) player?.seek(place);
  };
  const { key } = clip;
  return (
    <div role="group" aria-label={`Keyframes of ${label}`} className="flex items-center gap-0.5 text-[11px] text-ink-soft">
      <IconButton label="Keyframe before" icon={ChevronLeft} size="small" disabled={before === undefined} onClick={goTo(before)} />
      <span className="min-w-9 text-center tabular-nums">{here === null ? `${keyframes.length}` : `${here + 1} of ${keyframes.length}`}</span>
      <IconButton label="Keyframe after" icon={ChevronRight} size="small" disabled={after === undefined} onClick={goTo(after)} />
      {to !== undefined && (
        <EasingButton
          label={`Easing to keyframe ${index + 1} of ${label}`}
          easing={to.easing}
          onChange={(easing) => store.getState().run(setKeyframeEasing, { key, property: moving, index, easing }, `easing ${key} ${moving} ${index}`)}
        />
      )}
      <IconButton label={`Stop moving ${label}`} icon={X} size="small" side="left" className="ml-auto" onClick={() => store.getState().run(stopMoving, { key, property: moving, seconds })} />
    </div>
  );
}
