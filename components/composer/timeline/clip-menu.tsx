/** The menu of the right button, on clips and beside them: actions of the registry. It listens to the lanes, and so can come after them. */
'use client';

import { ContextMenu } from 'radix-ui';
import { useEffect, useRef, type RefObject } from 'react';
import { useActions } from '#components/composer/commands/actions-context';
import { useEditorStore } from '#components/composer/store/editor-store';
import { useTimelineUi } from '#components/composer/timeline/timeline-ui';
import { Keys } from '#components/ui/keys';
import { MENU_CLASS, MENU_ITEM_CLASS } from '#components/ui/menu';
import { findAction, type ActionId } from '#lib/editor/actions';
import { closeGaps } from '#lib/editor/commands/close-gaps';
import { viewOf } from '#lib/editor/editor-view';
import { presentOf } from '#lib/editor/history';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';

/** Each list is set apart from the next by a line. What cannot be done now is left out. */
const ITEMS: readonly (readonly ActionId[])[] = [
  ['cut', 'copy', 'paste', 'duplicate', 'delete', 'rippleDelete'],
  ['split', 'trimStartToPlayhead', 'trimEndToPlayhead', 'addTransition'],
  ['moveTrackUp', 'moveTrackDown', 'muteSelected', 'hideSelected'],
  ['enterGroup', 'group', 'ungroup', 'leaveGroup'],
  ['selectAll'],
];

export function ClipMenu({ lanesRef }: { lanesRef: RefObject<HTMLElement | null> }) {
  const placeRef = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const lanes = lanesRef.current;
    const open = (event: MouseEvent) => {
      if (event.target === placeRef.current) return;
      event.preventDefault();
      const { clientX, clientY } = event;
      placeRef.current?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, clientX, clientY }));
    };
    lanes?.addEventListener('contextmenu', open);
    return () => lanes?.removeEventListener('contextmenu', open);
  }, [lanesRef]);
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger ref={placeRef} hidden />
      <ContextMenu.Portal>
        <ContextMenu.Content collisionPadding={8} aria-label="Clips" className={MENU_CLASS}>
          <GapItem />
          <Items />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** Where there is a gap under the pointer. */
function GapItem() {
  const store = useEditorStore();
  const pressed = useTimelineUi((ui) => ui.pressedEmpty);
  const { history, facts } = store.getState();
  const view = viewOf(presentOf(history), sourceSecondsFrom(facts));
  const clips = view.tracks.find(({ track }) => track === pressed?.track)?.clips ?? [];
  const isGap = pressed !== null && clips.some(({ startSeconds }) => startSeconds > pressed.atSeconds);
  if (!isGap) return null;
  return (
    <ContextMenu.Group>
      <ContextMenu.Item onSelect={() => store.getState().run(closeGaps, pressed)} className={MENU_ITEM_CLASS}>
        Close the gap
      </ContextMenu.Item>
      <ContextMenu.Item onSelect={() => store.getState().run(closeGaps, { track: pressed.track })} className={MENU_ITEM_CLASS}>
        Close all gaps of the track
      </ContextMenu.Item>
      <ContextMenu.Separator className="my-1.5 h-px bg-line" />
    </ContextMenu.Group>
  );
}

/** Asked what is possible only when it is opened. */
function Items() {
  const { perform, isEnabled } = useActions();
  const lists = ITEMS.map((ids) => ids.filter(isEnabled)).filter((ids) => ids.length > 0);
  return lists.map((ids, index) => (
    <ContextMenu.Group key={ids[0]}>
      {index > 0 && <ContextMenu.Separator className="my-1.5 h-px bg-line" />}
      {ids.map((id) => {
        const { label, keys } = findAction(id);
        return (
          <ContextMenu.Item key={id} onSelect={() => perform(id)} className={`${MENU_ITEM_CLASS} ${id === 'delete' || id === 'rippleDelete' ? 'text-danger' : ''}`}>
            <span className="min-w-0 flex-1">{label}</span>
            {keys[0] !== undefined && <Keys keys={keys[0]} />}
          </ContextMenu.Item>
        );
      })}
    </ContextMenu.Group>
  ));
}
