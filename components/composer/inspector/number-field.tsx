/**
 * A number with its unit: typed, stepped by the arrow keys (Shift: ten at once), dragged by its label. What is absent stands there quietly as what it
 * comes to.
 */
'use client';

import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { errorProps, FieldRow, INPUT_CLASS } from '#components/composer/inspector/field-row';
import { useDraft, useField, type Field, type FieldProps } from '#components/composer/inspector/use-field';
import { useScrub } from '#components/composer/inspector/use-scrub';
import { useEditor } from '#components/composer/store/editor-store';
import { presentOf } from '#lib/editor/history';
import { convertLength, LENGTH_UNITS, readNumber, showNumber, stepNumber, stepOf, type LengthUnit, type NumberControl } from '#lib/editor/value-text';

interface NumberFieldProps extends FieldProps {
  control: NumberControl;
  /** What it is when it is absent; undefined: nobody knows. */
  fallback?: number | string | undefined;
  /** What 100% is of, in pixels. */
  wholePx?: number | null;
  aside?: ReactNode;
  below?: ReactNode;
}

const isWritten = (value: unknown): value is number | string => typeof value === 'number' || typeof value === 'string';

export function NumberField({ property, path, value, isMixed, control, fallback, wholePx = null, aside, below }: NumberFieldProps) {
  const field = useField(path);
  const { target } = field;
  const preset = fallback ?? (isWritten(property.default) ? property.default : undefined);
  const base = isWritten(value) ? value : preset;
  const step = stepOf(control, property.unit);
  // The value of the moment the drag began: what is shown goes along with it.
  const begun = useRef(base);
  const scrub = useScrub({
    step,
    onBegin: () => {
      begun.current = base;
      target.begin(`Change ${property.label.toLowerCase()}`);
    },
    onMove: (by) => begun.current !== undefined && target.preview(path, stepNumber(control, begun.current, by)),
    onEnd: target.end,
    onCancel: target.cancel,
  });
  const canStep = base !== undefined && !isMixed;
  return (
    <FieldRow {...{ property, path, field, aside, below }} isSet={value !== undefined} {...(canStep ? { scrub } : {})}>
      <div className="relative flex items-center">
        <NumberInput {...{ field, path, control, value, isMixed, step }} base={canStep ? base : undefined} preset={preset} />
        {control.kind === 'length' ? (
          <UnitSelect label={property.label} field={field} value={isMixed ? undefined : base} wholePx={wholePx} />
        ) : (
          <span className="pointer-events-none absolute right-2 text-[11px] text-ink-faint">{control.kind === 'ratio' ? '%' : shownUnit(property.unit)}</span>
        )}
      </div>
    </FieldRow>
  );
}

const shownUnit = (unit: string | null): string => (unit === 'deg' ? '°' : (unit ?? ''));

interface NumberInputProps extends Pick<FieldProps, 'path' | 'value' | 'isMixed'> {
  field: Field;
  control: NumberControl;
  /** What steps begin from; undefined: there is nothing to step from. */
  base: number | string | undefined;
  preset: number | string | undefined;
  step: number;
}

function NumberInput({ field, path, control, value, isMixed, base, preset, step }: NumberInputProps) {
  const draft = useDraft(field, { shown: isMixed ? '' : showNumber(control, value).text, read: (text) => readNumber(control, text, value ?? preset) });
  const placeholder = isMixed ? 'Mixed' : preset === undefined ? 'auto' : showNumber(control, preset).text;

  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    draft.inputProps.onKeyDown(event);
    if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || base === undefined) return;
    event.preventDefault();
    const typed = draft.text === null ? base : readNumber(control, draft.text, base);
    const by = (event.key === 'ArrowUp' ? 1 : -1) * step * (event.shiftKey ? 10 : 1);
    if (typeof typed === 'number' || /\d/.test(typed)) field.commit(stepNumber(control, typed, by), `step ${path.join('.')}`);
    draft.drop();
  };
  return (
    <input
      {...draft.inputProps}
      placeholder={placeholder}
      inputMode="decimal"
      onFocus={({ currentTarget }) => currentTarget.select()}
      onKeyDown={press}
      {...errorProps(field)}
      className={`${INPUT_CLASS} h-7 pr-9 tabular-nums`}
    />
  );
}

interface UnitSelectProps {
  label: string;
  field: Field;
  value: number | string | undefined;
  wholePx: number | null;
}

function UnitSelect({ label, field, value, wholePx }: UnitSelectProps) {
  const widthPx = useEditor(({ history }) => presentOf(history).composition.width);
  const heightPx = useEditor(({ history }) => presentOf(history).composition.height);
  const change = (unit: LengthUnit): void => {
    if (value !== undefined) field.commit(convertLength(value, unit, { canvas: { widthPx, heightPx }, wholePx }));
  };
  return (
    <select
      aria-label={`Unit of ${label}`}
      value={showNumber({ kind: 'length', min: null, max: null, isMinExcluded: false }, value).unit ?? 'px'}
      disabled={value === undefined}
      onChange={({ target }) => change(target.value as LengthUnit)}
      className="absolute right-px h-[26px] cursor-pointer appearance-none rounded-r-md bg-transparent pr-2 pl-1 text-right text-[11px] text-ink-faint hover:text-ink disabled:cursor-default"
    >
      {LENGTH_UNITS.map((unit) => (
        <option key={unit} value={unit} className="bg-surface text-ink">
          {unit}
        </option>
      ))}
    </select>
  );
}
