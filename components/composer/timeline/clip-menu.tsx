/** The menu of the right button, on clips and beside them: actions of the registry. */
'use client';

import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { useActions } from '#components/composer/commands/actions-context';
import { Keys } from '#components/ui/keys';
import { MENU_CLASS, MENU_ITEM_CLASS } from '#components/ui/menu';
import { findAction, type ActionId } from '#lib/editor/actions';

/** Each list is set apart from the next by a line. What cannot be done now is left out. */
const ITEMS: readonly (readonly ActionId[])[] = [
  ['cut', 'copy', 'paste', 'duplicate', 'delete', 'rippleDelete'],
  ['split', 'trimStartToPlayhead', 'trimEndToPlayhead', 'addTransition'],
  ['moveTrackUp', 'moveTrackDown', 'muteSelected', 'hideSelected'],
  ['enterGroup', 'group', 'ungroup', 'leaveGroup'],
  ['selectAll'],
];

export function ClipMenu({ children }: { children: ReactNode }) {
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger asChild>{children}</ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content collisionPadding={8} aria-label="Clips" className={MENU_CLASS}>
          <Items />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
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
