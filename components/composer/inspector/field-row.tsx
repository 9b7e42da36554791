/** One line of a form: label, control, what stands beside it, and under it why a value was refused. The label of a number is dragged to change it. */
'use client';

import clsx from 'clsx';
import { RotateCcw } from 'lucide-react';
import type { PointerEventHandler, ReactNode } from 'react';
import { fieldNameOf, type Field, type FieldProps } from '#components/composer/inspector/use-field';

export interface ScrubHandlers {
  onPointerDown: PointerEventHandler<HTMLElement>;
  onPointerMove: PointerEventHandler<HTMLElement>;
  onPointerUp: PointerEventHandler<HTMLElement>;
  onPointerCancel: PointerEventHandler<HTMLElement>;
}

interface FieldRowProps extends Pick<FieldProps, 'property' | 'path'> {
  field: Field;
  /** There is a value, which can be taken away. */
  isSet: boolean;
  scrub?: ScrubHandlers;
  /** Narrow, behind the control. */
  aside?: ReactNode;
  /** Below the control, in its column. */
  below?: ReactNode;
  /** The control has a line of its own. */
  isWide?: boolean;
  /** The control names itself: a group of buttons. */
  isGroup?: boolean;
  children: ReactNode;
}

export function FieldRow({ property, path, field, isSet, scrub, aside, below, isWide = false, isGroup = false, children }: FieldRowProps) {
  const { label, description, isRequired } = property;
  const Label = isGroup ? 'span' : 'label';
  return (
    <div data-field={fieldNameOf(path)} className={clsx('group/row grid items-start gap-x-2 gap-y-1 px-3 py-[3px]', isWide ? 'grid-cols-1' : 'grid-cols-[6.75rem_minmax(0,1fr)]')}>
      <div className="flex min-h-7 items-center gap-1">
        <Label
          {...(isGroup ? { id: `${field.id}-label` } : { htmlFor: field.id })}
          {...scrub}
          title={description}
          className={clsx('min-w-0 truncate text-xs', isSet ? 'text-ink' : 'text-ink-soft', scrub !== undefined && 'cursor-ew-resize touch-none select-none')}
        >
          {label}
        </Label>
        {isSet && !isRequired && (
          <button
            type="button"
            aria-label={`Reset ${label}`}
            title="Back to the default"
            onClick={() => field.commit(undefined)}
            className="ml-auto grid size-5 shrink-0 place-items-center rounded text-ink-faint opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 hover:bg-sunken hover:text-ink focus-visible:opacity-100"
          >
            <RotateCcw className="size-3" aria-hidden="true" />
          </button>
        )}
      </div>
      <div className="flex min-w-0 items-center gap-1">
        <div className="min-w-0 flex-1">{children}</div>
        {aside}
      </div>
      {below !== undefined && <div className={clsx(!isWide && 'col-start-2')}>{below}</div>}
      {field.error !== null && (
        <p role="alert" id={`${field.id}-error`} className="col-span-full text-xs leading-4 break-words text-danger">
          {field.error}
        </p>
      )}
    </div>
  );
}

/** Of a control that has been refused something. */
export function errorProps({ id, error }: Field): { 'aria-invalid'?: true; 'aria-describedby'?: string } {
  return error === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-error` };
}

/** The one look of everything that is typed in. */
export const INPUT_CLASS =
  'w-full min-w-0 rounded-md border border-line bg-surface px-2 text-[13px] text-ink placeholder:text-ink-faint hover:border-line-strong focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-danger';

/** Of what a field opens. */
export const POPOVER_CLASS = 'z-50 animate-rise rounded-xl border border-line bg-surface p-3 shadow-pop';
