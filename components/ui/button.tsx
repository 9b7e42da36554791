/**
 * The one look of everything that is pressed: `Button` acts, `ButtonLink` leads somewhere.
 */
import clsx from 'clsx';
import type { ComponentProps } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
}

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line-strong bg-surface text-ink hover:border-ink-faint hover:bg-sunken',
  quiet: 'text-ink-soft hover:bg-sunken hover:text-ink',
  danger: 'border border-line-strong bg-surface text-danger hover:border-danger hover:bg-danger-soft',
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: 'h-8 gap-1.5 rounded-md px-2.5 text-[13px] [&_svg]:size-3.5',
  medium: 'h-9 gap-2 rounded-lg px-3.5 text-sm [&_svg]:size-4',
  large: 'h-11 gap-2 rounded-lg px-5 text-[15px] [&_svg]:size-[18px]',
};

function toClassName({ variant = 'secondary', size = 'medium' }: Look, extra?: string): string {
  return clsx(
    'inline-flex shrink-0 items-center justify-center font-medium whitespace-nowrap transition-colors select-none',
    'disabled:cursor-not-allowed disabled:opacity-45 [&_svg]:shrink-0',
    VARIANTS[variant],
    SIZES[size],
    extra,
  );
}

export function Button({ variant, size, className, type = 'button', ...rest }: ComponentProps<'button'> & Look) {
  return <button type={type} className={toClassName({ variant, size }, className)} {...rest} />;
}

export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<'a'> & Look) {
  return <a className={toClassName({ variant, size }, className)} {...rest} />;
}
