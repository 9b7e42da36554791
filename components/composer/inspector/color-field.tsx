/** A colour: its digits, and a swatch that opens the picker with the colours the composition uses already. */
'use client';

import { useState, type KeyboardEvent } from 'react';
import type { ColorEdit } from '#components/composer/inspector/color-picker';
import { ColorSwatch } from '#components/composer/inspector/color-swatch';
import { errorProps, FieldRow, INPUT_CLASS } from '#components/composer/inspector/field-row';
import { useField, type Field, type FieldProps } from '#components/composer/inspector/use-field';
import type { JsonPath } from '#lib/editor/change-element';

export function ColorField({ property, path, value, isMixed, hasAlpha }: FieldProps & { hasAlpha: boolean }) {
  const field = useField(path);
  const preset = typeof property.default === 'string' ? property.default : null;
  const color = isMixed ? null : typeof value === 'string' ? value : preset;
  return (
    <FieldRow {...{ property, path, field }} isSet={value !== undefined}>
      <div className="flex items-center gap-1.5">
        <ColorSwatch label={`Choose ${property.label.toLowerCase()}`} title={property.label} color={color} hasAlpha={hasAlpha} edit={colorEditOf(field, { path, label: property.label })} />
        <ColorInput {...{ field, isMixed, value, preset }} />
      </div>
    </FieldRow>
  );
}

/** Of a property of what is edited. */
export function colorEditOf({ target }: Field, { path, label }: { path: JsonPath; label: string }): ColorEdit {
  return {
    set: (color, isSmall) => target.set(path, color, isSmall ? `color ${path.join('.')}` : undefined),
    preview: (color) => target.preview(path, color),
    begin: () => target.begin(`Change ${label.toLowerCase()}`),
    end: target.end,
  };
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
