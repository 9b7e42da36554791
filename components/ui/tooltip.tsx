/**
 * A name for what shows only an icon, with the keys that do the same: appears on hover and on focus.
 */
'use client';

import { Tooltip as Primitive } from 'radix-ui';
import type { ReactElement } from 'react';
import { Keys } from '#components/ui/keys';

interface TooltipProps {
  label: string;
  /** A shortcut as `lib/editor/actions` writes it ("mod+shift+z"). */
  keys?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** One element that takes a ref. */
  children: ReactElement;
}

export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content side={side} sideOffset={6} collisionPadding={8} className="z-50 flex animate-rise items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-paper shadow-pop">
          {label}
          {keys !== undefined && <Keys keys={keys} />}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
