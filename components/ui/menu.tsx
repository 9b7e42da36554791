/**
 * The look of menus that drop from a button: `Menu` around its trigger and its items, each an entry with an optional icon and shortcut.
 */
'use client';

import clsx from 'clsx';
import { DropdownMenu } from 'radix-ui';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { Keys } from '#components/ui/keys';

export const MENU_CLASS = 'z-50 max-h-[min(32rem,80dvh)] min-w-52 animate-rise overflow-y-auto rounded-xl border border-line bg-surface p-1.5 shadow-pop';
export const MENU_ITEM_CLASS =
  'flex items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none select-none data-[disabled]:opacity-40 data-[highlighted]:bg-sunken [&_svg]:size-4 [&_svg]:text-ink-faint';

interface MenuProps {
  /** One button. */
  trigger: ReactElement;
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
}

export function Menu({ trigger, align = 'start', children }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align={align} sideOffset={6} collisionPadding={8} className={MENU_CLASS}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  icon?: ComponentType;
  keys?: string | undefined;
  isDisabled?: boolean;
  isDangerous?: boolean;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon: Icon, keys, isDisabled = false, isDangerous = false, onSelect, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item disabled={isDisabled} onSelect={onSelect} className={clsx(MENU_ITEM_CLASS, isDangerous && 'text-danger')}>
      {Icon !== undefined && <Icon />}
      <span className="min-w-0 flex-1">{children}</span>
      {keys !== undefined && <Keys keys={keys} />}
    </DropdownMenu.Item>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1.5 h-px bg-line" />;
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-ink-faint">{children}</DropdownMenu.Label>;
}
