/** One of some names: buttons side by side when there are few, else a list; and a switch for yes and no. */
'use client';

import clsx from 'clsx';
import { Switch } from 'radix-ui';
import type { ComponentType } from 'react';
import { errorProps, FieldRow, INPUT_CLASS } from '#components/composer/inspector/field-row';
import { useField, type FieldProps } from '#components/composer/inspector/use-field';

export type ChoiceValue = string | number;

interface ChoiceFieldProps extends FieldProps {
  options: readonly ChoiceValue[];
  labelOf?: (option: ChoiceValue) => string;
}

/** Their names beside each other need more room. */
const BUTTONS_MAX = 3;

export function ChoiceField(props: ChoiceFieldProps) {
  const { options, property } = props;
  const hasRoom = options.length <= BUTTONS_MAX && options.every((option) => nameOf(option).length <= 8);
  return hasRoom && property.default !== undefined ? <ButtonsField {...props} choices={options.map((option) => ({ value: option, label: nameOf(option) }))} /> : <SelectField {...props} />;
}

export const nameOf = (option: ChoiceValue): string => {
  const words = String(option).replaceAll('-', ' ').replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** Of a `select`: its values are texts. */
const ABSENT = '';
const MIXED = '(mixed)';

export function SelectField({ property, path, value, isMixed, options, labelOf = nameOf }: ChoiceFieldProps) {
  const field = useField(path);
  const preset = property.default as ChoiceValue | undefined;
  const change = (text: string): void => void field.commit(options.find((option) => String(option) === text));
  return (
    <FieldRow {...{ property, path, field }} isSet={value !== undefined}>
      <select
        id={field.id}
        value={isMixed ? MIXED : value === undefined ? (preset === undefined ? ABSENT : String(preset)) : String(value)}
        onChange={({ target }) => change(target.value)}
        {...errorProps(field)}
        className={clsx(INPUT_CLASS, 'h-7 cursor-pointer pr-1', value === undefined && 'text-ink-soft')}
      >
        {isMixed && <option value={MIXED} disabled>Mixed</option>}
        {preset === undefined && !property.isRequired && <option value={ABSENT}>None</option>}
        {options.map((option) => (
          <option key={option} value={String(option)}>
            {labelOf(option)}
          </option>
        ))}
      </select>
    </FieldRow>
  );
}

export interface Choice {
  value: ChoiceValue;
  label: string;
  icon?: ComponentType<{ className?: string }>;
}

/** What is chosen already is left as it is. */
export function ButtonsField({ property, path, value, isMixed, choices }: FieldProps & { choices: readonly Choice[] }) {
  const field = useField(path);
  const current = isMixed ? undefined : (value ?? property.default);
  return (
    <FieldRow {...{ property, path, field }} isSet={value !== undefined} isGroup>
      <ChoiceButtons labelledBy={`${field.id}-label`} choices={choices} current={current} onChoose={(chosen) => field.commit(chosen)} isQuiet={value === undefined} />
    </FieldRow>
  );
}

interface ChoiceButtonsProps {
  labelledBy: string;
  choices: readonly Choice[];
  current: unknown;
  onChoose: (value: ChoiceValue) => void;
  /** It is the default, and not written. */
  isQuiet: boolean;
}

export function ChoiceButtons({ labelledBy, choices, current, onChoose, isQuiet }: ChoiceButtonsProps) {
  return (
    <div role="group" aria-labelledby={labelledBy} className="flex h-7 rounded-md border border-line bg-sunken p-0.5">
      {choices.map(({ value, label, icon: Icon }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === current}
          aria-label={label}
          title={Icon === undefined ? undefined : label}
          onClick={() => onChoose(value)}
          className={clsx(
            'grid min-w-0 flex-1 place-items-center truncate rounded px-1 text-xs text-ink-soft hover:text-ink aria-pressed:bg-surface aria-pressed:shadow-card',
            !isQuiet && 'aria-pressed:font-medium aria-pressed:text-ink',
          )}
        >
          {Icon === undefined ? label : <Icon className="size-3.5" aria-hidden="true" />}
        </button>
      ))}
    </div>
  );
}

export function SwitchField({ property, path, value, isMixed }: FieldProps) {
  const field = useField(path);
  const isOn = !isMixed && (value ?? property.default) === true;
  return (
    <FieldRow {...{ property, path, field }} isSet={value !== undefined}>
      <div className="flex h-7 items-center gap-2">
        <Switch.Root
          id={field.id}
          checked={isOn}
          onCheckedChange={(checked) => field.commit(checked)}
          className="h-[18px] w-8 rounded-full bg-line-strong transition-colors data-[state=checked]:bg-accent"
        >
          <Switch.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-surface shadow-card transition-transform data-[state=checked]:translate-x-4" />
        </Switch.Root>
        {isMixed && <span className="text-xs text-ink-faint">Mixed</span>}
      </div>
    </FieldRow>
  );
}
