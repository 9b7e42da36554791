/** The badges between clips that follow each other: how one takes over from the other, or a plus where a transition can be put. */
'use client';

import clsx from 'clsx';
import { Blend, Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { memo, useMemo, useState } from 'react';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';
import { LANES_PADDING_PX, useTimelineUi } from '#components/composer/timeline/timeline-ui';
import { TransitionForm } from '#components/composer/timeline/transition-form';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { setTransition } from '#lib/editor/commands/set-transition';
import { listJoints, type JointPlace } from '#lib/editor/list-joints';
import { ROW_PX } from '#lib/editor/timeline-rows';

export function JointBadges({ scene: { view, rows, locked } }: { scene: TimelineScene }) {
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  const drawnFromPx = useTimelineUi((ui) => ui.drawnFromPx);
  const drawnToPx = useTimelineUi((ui) => ui.drawnToPx);
  const joints = useMemo(() => listJoints(view.tracks), [view.tracks]);
  return joints.map((joint) => {
    const row = rows.find(({ track }) => track === joint.track);
    const [leftPx, rightPx] = [joint.startSeconds * pxPerSecond, joint.endSeconds * pxPerSecond];
    if (row === undefined || locked.has(joint.track) || rightPx < drawnFromPx || leftPx > drawnToPx) return null;
    return <JointBadge key={joint.laterKey} {...joint} leftPx={leftPx} widthPx={rightPx - leftPx} topPx={LANES_PADDING_PX + row.topPx} />;
  });
}

type JointBadgeProps = JointPlace & { leftPx: number; widthPx: number; topPx: number };

const JointBadge = memo(function JointBadge({ laterKey, earlierTitle, laterTitle, transition, leftPx, widthPx, topPx }: JointBadgeProps) {
  const store = useEditorStore();
  const [isOpen, setOpen] = useState(false);
  const press = () => {
    if (transition !== null) return setOpen(true);
    if (store.getState().run(setTransition, { key: laterKey, transition: { type: 'fade' } }).ok) setOpen(true);
  };
  return (
    <div className="pointer-events-none absolute z-[4]" style={{ left: leftPx, width: widthPx, top: topPx, height: ROW_PX }}>
      {transition !== null && <div aria-hidden="true" className="absolute inset-y-1 inset-x-0 rounded-sm border-x border-white/70 bg-[repeating-linear-gradient(135deg,rgb(255_255_255/0.28)_0_3px,rgb(0_0_0/0.18)_3px_6px)]" />}
      <span data-clip={laterKey} data-part="roll" title="Drag: move the cut" className={clsx('group/roll pointer-events-auto absolute inset-y-1 cursor-col-resize', transition === null ? '-left-[3px] w-1.5' : 'inset-x-0')}>
        <span className="absolute inset-y-0 left-1/2 w-0.5 -translate-x-1/2 rounded-full bg-ink opacity-0 group-hover/roll:opacity-100" />
      </span>
      {transition !== null && <span data-clip={laterKey} data-part="joint" title="Drag: length of the transition" className="pointer-events-auto absolute inset-y-1 -right-1 w-2 cursor-ew-resize" />}
      <Popover.Root open={isOpen && transition !== null} onOpenChange={(isShown) => !isShown && setOpen(false)}>
        <Popover.Anchor asChild>
          <button
            type="button"
            tabIndex={transition === null ? -1 : 0}
            aria-label={transition === null ? `Add a transition between ${earlierTitle} and ${laterTitle}` : `Transition ${transition.type} between ${earlierTitle} and ${laterTitle}`}
            title={transition === null ? 'Add a transition' : `Transition: ${transition.type}`}
            onClick={press}
            className={clsx(
              'pointer-events-auto absolute top-1/2 left-1/2 grid size-5 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full border shadow-sm [&_svg]:size-3',
              transition === null ? 'border-line-strong bg-surface text-ink-soft opacity-0 hover:opacity-100 focus-visible:opacity-100' : 'border-accent bg-surface text-accent-strong hover:bg-accent-soft',
            )}
          >
            {transition === null ? <Plus aria-hidden="true" /> : <Blend aria-hidden="true" />}
          </button>
        </Popover.Anchor>
        <Popover.Portal>
          <Popover.Content side="top" sideOffset={8} collisionPadding={8} aria-label="Transition" className="z-50 w-64 animate-rise rounded-xl border border-line bg-surface p-3 shadow-pop">
            {transition !== null && <TransitionForm laterKey={laterKey} transition={transition} onRemoved={() => setOpen(false)} />}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  );
});
