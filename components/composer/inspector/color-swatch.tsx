/** A colour as a small button that opens the picker. */
'use client';

import dynamic from 'next/dynamic';
import { Popover } from 'radix-ui';
import type { ColorEdit } from '#components/composer/inspector/color-picker';
import { POPOVER_CLASS } from '#components/composer/inspector/field-row';
import { Swatch } from '#components/composer/inspector/swatch';

const ColorPicker = dynamic(() => import('#components/composer/inspector/color-picker').then((module) => module.ColorPicker), { ssr: false });

interface ColorSwatchProps {
  /** What the button is called, and what it opens. */
  label: string;
  title: string;
  /** Null: none, or several. */
  color: string | null;
  hasAlpha: boolean;
  edit: ColorEdit;
  side?: 'left' | 'bottom';
  /** Where the focus goes when it closes; absent: back to the button. */
  onClosed?: () => void;
}

export function ColorSwatch({ label, title, color, hasAlpha, edit, side = 'left', onClosed }: ColorSwatchProps) {
  const close = (event: Event): void => {
    if (onClosed === undefined) return;
    event.preventDefault();
    onClosed();
  };
  return (
    <Popover.Root>
      <Popover.Trigger aria-label={label} className="size-7 shrink-0 rounded-md border border-line p-0.5 hover:border-line-strong">
        <Swatch color={color} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content data-text-editor={onClosed === undefined ? undefined : ''} side={side} align="start" sideOffset={8} collisionPadding={8} aria-label={title} onCloseAutoFocus={close} className={`${POPOVER_CLASS} min-h-64 w-60`}>
          <ColorPicker color={color ?? '#ffffff'} hasAlpha={hasAlpha} edit={edit} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
