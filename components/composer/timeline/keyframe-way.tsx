/** The way from one keyframe to the next: a line that opens the editor of its curve. The curve is that of all properties that go this way. */
'use client';

import dynamic from 'next/dynamic';
import { Popover } from 'radix-ui';
import { useEditorStore } from '#components/composer/store/editor-store';
import { clockTime } from '#lib/editor/clip-label';
import { setKeyframesEasing } from '#lib/editor/commands/edit-keyframe-places';
import type { ClipView } from '#lib/editor/editor-view';
import { listWays, type KeyframeMoment } from '#lib/editor/keyframe-moments';
import { keyframesOf } from '#lib/editor/keyframes';

const EasingEditor = dynamic(() => import('#components/composer/inspector/easing-editor').then((module) => module.EasingEditor), { ssr: false });

/** Where none is written. */
const LINEAR = 'linear';
/** Of a diamond, half of it and a little more. */
const DIAMOND_PX = 8;

interface KeyframeWayProps {
  clip: ClipView;
  from: KeyframeMoment;
  to: KeyframeMoment;
  pxPerSecond: number;
}

/** Nothing where no property has a keyframe at both of its ends or before. */
export function KeyframeWay({ clip, from, to, pxPerSecond }: KeyframeWayProps) {
  const store = useEditorStore();
  const places = listWays(to);
  const widthPx = (to.seconds - from.seconds) * pxPerSecond - 2 * DIAMOND_PX;
  if (places.length === 0 || widthPx < 4) return null;
  const easings = [...new Set(places.map(({ property, index }) => keyframesOf(clip.element, property)?.[index]?.easing ?? LINEAR))];
  const [easing = LINEAR] = easings;
  const label = `Easing from ${clockTime(from.seconds)} to ${clockTime(to.seconds)}: ${easings.join(', ')}`;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" aria-label={label} title={label} className="group/way absolute inset-y-0.5 cursor-pointer rounded-sm focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-white" style={{ left: from.seconds * pxPerSecond + DIAMOND_PX, width: widthPx }}>
          <span className={`absolute inset-x-0 top-1/2 h-px group-hover/way:h-0.5 group-hover/way:bg-accent group-data-[state=open]/way:h-0.5 group-data-[state=open]/way:bg-accent ${easing === LINEAR ? 'bg-white/35' : 'bg-white/85'}`} />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content side="top" sideOffset={8} collisionPadding={8} aria-label="Easing" className="z-50 max-h-(--radix-popover-content-available-height) w-72 animate-rise overflow-y-auto rounded-xl border border-line bg-surface p-3 shadow-pop">
          <EasingEditor easing={easing} onChange={(next) => store.getState().run(setKeyframesEasing, { key: clip.key, places, easing: next === LINEAR ? undefined : next }, `easing ${clip.key} ${to.seconds}`)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
