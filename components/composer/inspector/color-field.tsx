/** A colour: its digits, and a swatch that opens the picker with the colours the composition uses already. */
'use client';

import dynamic from 'next/dynamic';
import { Popover } from 'radix-ui';
import { useState, type KeyboardEvent } from 'react';
import { errorProps, FieldRow, INPUT_CLASS, POPOVER_CLASS } from '#components/composer/inspector/field-row';
import { Swatch } from '#components/composer/inspector/swatch';
import { useField, type Field, type FieldProps } from '#components/composer/inspector/use-field';

const ColorPicker = dynamic(() => import('#components/composer/inspector/color-picker').then((module) => module.ColorPicker), { ssr: false });

export function ColorField({ property, path, value, isMixed, hasAlpha }: FieldProps & { hasAlpha: boolean }) {
  const field = useField(path);
  const preset = typeof property.default === 'string' ? property.default : null;
  const color = isMixed ? null : typeof value === 'string' ? value : preset;
  return (
    <FieldRow {...{ property, path, field }} isSet={value !== undefined}>
      <div className="flex items-center gap-1.5">
        <Popover.Root>
          <Popover.Trigger aria-label={`Choose ${property.label.toLowerCase()}`} className="size-7 shrink-0 rounded-md border border-line p-0.5 hover:border-line-strong">
            <Swatch color={color} />
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content side="left" align="start" sideOffset={8} collisionPadding={8} aria-label={property.label} className={`${POPOVER_CLASS} min-h-64 w-60`}>
              <ColorPicker color={color ?? '#ffffff'} hasAlpha={hasAlpha} label={property.label} path={path} target={field.target} />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
        <ColorInput {...{ field, isMixed, value, preset }} />
      </div>
    </FieldRow>
  );
}

interface ColorInputProps extends Pick<FieldProps, 'value' | 'isMixed'> {
  field: Field;
  preset: string | null;
}

function ColorInput({ field, value, isMixed, preset }: ColorInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = isMixed || typeof value !== 'string' ? '' : value;
  const leave = (): void => {
    setDraft(null);
    field.clearError();
  };
  const take = (): void => {
    if (draft === null || draft.trim() === shown) return leave();
    if (field.commit(toColor(draft))) setDraft(null);
  };
  const press = (event: KeyboardEvent): void => {
    field.pressUndo(event, draft !== null);
    if (event.key === 'Enter') take();
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      leave();
    }
  };
  return (
    <input
      id={field.id}
      value={draft ?? shown}
      placeholder={isMixed ? 'Mixed' : (preset ?? 'none')}
      autoComplete="off"
      spellCheck={false}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={take}
      onKeyDown={press}
      {...errorProps(field)}
      className={`${INPUT_CLASS} h-7 font-mono text-xs`}
    />
  );
}

/** The sign may be left out; nothing takes the colour away. */
function toColor(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^[0-9a-f]{3,8}$/i.test(trimmed) ? `#${trimmed}` : trimmed;
}
