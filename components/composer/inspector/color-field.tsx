/** A colour: its digits, and a swatch that opens the picker with the colours the composition uses already. */
'use client';

import type { ColorEdit } from '#components/composer/inspector/color-picker';
import { ColorSwatch } from '#components/composer/inspector/color-swatch';
import { errorProps, FieldRow, INPUT_CLASS } from '#components/composer/inspector/field-row';
import { useDraft, useField, type Field, type FieldProps } from '#components/composer/inspector/use-field';
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
  const { inputProps } = useDraft(field, { shown: isMixed || typeof value !== 'string' ? '' : value, read: toColor });
  return (
    <input
      {...inputProps}
      placeholder={isMixed ? 'Mixed' : (preset ?? 'none')}
      onFocus={({ currentTarget }) => currentTarget.select()}
      {...errorProps(field)}
      className={`${INPUT_CLASS} h-7 font-mono text-xs`}
    />
  );
}

/** The sign may be left out. */
function toColor(text: string): string {
  const trimmed = text.trim();
  return /^[0-9a-f]{3,8}$/i.test(trimmed) ? `#${trimmed}` : trimmed;
}
