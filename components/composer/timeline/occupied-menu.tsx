/** Which of three ways a clip that is dropped on others goes: beside them, between them, or in their place. Shift makes room whatever is chosen. */
'use client';

import { Check, Combine, ListPlus, MoveRight, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTimelineUi, useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import { IconButton } from '#components/ui/icon-button';
import { Menu, MENU_ITEM_CLASS, MenuHeading } from '#components/ui/menu';
import type { OnOccupied } from '#lib/editor/commands/move-clips';

const WAYS: ReadonlyArray<{ id: OnOccupied; label: string; about: string; icon: LucideIcon }> = [
  { id: 'nearest', label: 'Beside them', about: 'The next free place', icon: MoveRight },
  { id: 'insert', label: 'Insert', about: 'What is later goes on (Shift)', icon: ListPlus },
  { id: 'overwrite', label: 'Overwrite', about: 'What is under it is cut', icon: Combine },
];

export function OccupiedMenu() {
  const ui = useTimelineUiStore();
  const onOccupied = useTimelineUi((state) => state.onOccupied);
  const chosen = WAYS.find(({ id }) => id === onOccupied);
  return (
    <Menu trigger={<IconButton label={`Clips dropped on others: ${chosen?.label ?? ''}`} icon={chosen?.icon ?? MoveRight} side="top" className={onOccupied === 'nearest' ? '' : 'bg-accent-soft text-accent-strong'} />}>
      <MenuHeading>A clip dropped on others goes</MenuHeading>
      <DropdownMenu.RadioGroup value={onOccupied}>
        {WAYS.map(({ id, label, about, icon: Icon }) => (
          <DropdownMenu.RadioItem key={id} value={id} onSelect={() => ui.setState({ onOccupied: id })} className={MENU_ITEM_CLASS}>
            <Icon aria-hidden="true" />
            <span className="min-w-0 flex-1">
              {label}
              <span className="block text-xs text-ink-soft">{about}</span>
            </span>
            {id === onOccupied && <Check aria-hidden="true" />}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </Menu>
  );
}
