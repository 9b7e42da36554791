/** How an element takes over from the one before it: chosen by the names people know, with the fields of its kind. The overlap it needs is made by the editor. */
'use client';

import { FieldRow, INPUT_CLASS } from '#components/composer/inspector/field-row';
import { PropertiesOf } from '#components/composer/inspector/property-field';
import { useField, type FieldProps } from '#components/composer/inspector/use-field';
import { valueAt } from '#lib/composition/schema-at';
import type { Transition } from '#lib/composition/schema/transition';
import { TRANSITION_LABELS } from '#lib/editor/animation-presets';
import { switchVariant } from '#lib/editor/switch-variant';

export function TransitionField({ property, path, value }: FieldProps) {
  const field = useField(path);
  const variants = property.control.kind === 'variants' ? property.control.variants : [];
  const current = variants.find(({ name }) => name === valueAt(value, ['type']));
  const choose = (name: string): void => {
    const variant = variants.find((other) => other.name === name);
    field.commit(variant === undefined ? undefined : switchVariant(variant, value));
  };
  return (
    <>
      <FieldRow {...{ property, path, field }} isSet={value !== undefined}>
        <select id={field.id} value={current?.name ?? ''} onChange={({ target }) => choose(target.value)} className={`${INPUT_CLASS} h-7 cursor-pointer pr-1`}>
          <option value="">None</option>
          {variants.map(({ name }) => (
            <option key={name} value={name}>
              {TRANSITION_LABELS[name as Transition['type']]}
            </option>
          ))}
        </select>
      </FieldRow>
      {current !== undefined && <PropertiesOf properties={current.properties} path={path} value={value} />}
    </>
  );
}
