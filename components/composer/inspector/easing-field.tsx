/** How a change goes over its time: a button with its curve, which opens the editor of curves. */
'use client';

import dynamic from 'next/dynamic';
import { Popover } from 'radix-ui';
import { EasingCurve } from '#components/composer/inspector/easing-curve';
import { FieldRow, POPOVER_CLASS } from '#components/composer/inspector/field-row';
import { useField, type FieldProps } from '#components/composer/inspector/use-field';

const EasingEditor = dynamic(() => import('#components/composer/inspector/easing-editor').then((module) => module.EasingEditor), { ssr: false });

interface EasingButtonProps {
  label: string;
  /** Undefined: linear, or what the property says. */
  easing: string | undefined;
  onChange: (easing: string | undefined) => void;
  id?: string;
  /** What an absent one is called. */
  absent?: string;
}

export function EasingButton({ label, easing, onChange, id, absent = 'linear' }: EasingButtonProps) {
  return (
    <Popover.Root>
      <Popover.Trigger id={id} aria-label={`${label}: ${easing ?? absent}`} className="flex h-6 min-w-0 items-center gap-1.5 rounded-md border border-line px-1.5 text-[11px] hover:border-line-strong hover:bg-sunken">
        <EasingCurve easing={easing ?? absent} className="size-4 text-accent" />
        <span className={`truncate ${easing === undefined ? 'text-ink-soft' : ''}`}>{easing ?? absent}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content side="left" align="start" sideOffset={8} collisionPadding={8} aria-label={label} className={`${POPOVER_CLASS} min-h-96 w-72`}>
          <EasingEditor easing={easing ?? absent} onChange={onChange} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

export function EasingField({ property, path, value }: FieldProps) {
  const field = useField(path);
  const absent = typeof property.default === 'string' ? property.default : 'ease-out';
  return (
    <FieldRow {...{ property, path, field }} isSet={value !== undefined}>
      <EasingButton id={field.id} label={property.label} easing={typeof value === 'string' ? value : undefined} absent={absent} onChange={(easing) => field.commit(easing, `easing ${path.join('.')}`)} />
    </FieldRow>
  );
}
