/**
 * A small square button that shows an icon alone; its name is in the tooltip and for screen readers.
 */
'use client';

import clsx from 'clsx';
import type { ComponentProps, ComponentType } from 'react';
import { Tooltip } from '#components/ui/tooltip';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  label: string;
  icon: ComponentType<{ className?: string }>;
  keys?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** For a button that stays down. */
  isPressed?: boolean | undefined;
  size?: 'small' | 'medium';
}

export function IconButton({ label, icon: Icon, keys, side, isPressed, size = 'medium', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={side ?? 'bottom'}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={isPressed}
        className={clsx(
          'grid shrink-0 place-items-center rounded-md text-ink-soft transition-colors hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-strong',
          'disabled:cursor-not-allowed disabled:opacity-40 disabled:hover:bg-transparent',
          size === 'small' ? 'size-6' : 'size-8',
          className,
        )}
        {...rest}
      >
        <Icon className={size === 'small' ? 'size-3.5' : 'size-4'} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
