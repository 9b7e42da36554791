/**
 * Numbers as fields show them and as people type them: a written value (120, "10%", 0.5) in, digits and unit out; and back. Shares are shown as percent.
 * What was typed and is no number comes back as it is: the schema says what is wrong with it.
 */
import { lengthToPx, ratioToNumber, type Size } from '#lib/composition/units';
import type { PropertyControl } from '#lib/editor/describe-properties';

export type NumberControl = Extract<PropertyControl, { kind: 'number' | 'length' | 'ratio' }>;

export const LENGTH_UNITS = ['px', '%', 'vw', 'vh', 'vmin', 'vmax'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

export interface ShownNumber {
  /** Digits alone; empty where there is no value. */
  text: string;
  /** Null: that of the property, if it has one. */
  unit: LengthUnit | null;
}

export const isNumberControl = (control: PropertyControl): control is NumberControl => control.kind === 'number' || control.kind === 'length' || control.kind === 'ratio';

export function showNumber({ kind }: NumberControl, value: unknown): ShownNumber {
  const unit = kind === 'length' ? unitOf(value) : kind === 'ratio' ? '%' : null;
  if (typeof value !== 'number' && typeof value !== 'string') return { text: '', unit };
  return { text: formatDigits(kind === 'ratio' ? ratioToNumber(value) * 100 : Number.parseFloat(String(value))), unit };
}

/** Pixels when it has none. */
export function unitOf(value: unknown): LengthUnit {
  return LENGTH_UNITS.find((unit) => typeof value === 'string' && new RegExp(`\\d\\s*${unit}$`).test(value)) ?? 'px';
}

const TYPED = /^(-?(?:\d+\.?\d*|\.\d+))\s*([a-z%°]*)$/i;

/** As it is to be written; in the form and the unit of `like` where the text does not say. */
export function readNumber(control: NumberControl, text: string, like: unknown): number | string {
  const match = TYPED.exec(text.trim().replace(',', '.').replace('−', '-'));
  if (match === null) return text.trim();
  const [, digits = '', typedUnit = ''] = match;
  if (control.kind === 'number') return Number(digits);
  if (control.kind === 'ratio') return writeRatio(Number(digits), like);
  const unit = typedUnit === '' ? unitOf(like) : typedUnit;
  return writeLength(Number(digits), unit, like);
}

/** Six digits after the point are all that lengths and percentages may have. */
const round = (number: number): number => Math.round(number * 1e6) / 1e6 + 0;
const formatDigits = (number: number): string => (Number.isFinite(number) ? String(Math.round(number * 100) / 100 + 0) : '');

function writeRatio(percent: number, like: unknown): number | string {
  return typeof like === 'string' ? `${round(percent)}%` : round(percent / 100);
}

function writeLength(number: number, unit: string, like: unknown): number | string {
  return unit === 'px' && !(typeof like === 'string' && like.endsWith('px')) ? round(number) : `${round(number)}${unit}`;
}

/** By how much an arrow key or a pixel of a drag changes what is shown. */
export function stepOf({ kind }: NumberControl, unit: string | null): number {
  return kind === 'number' && unit === 's' ? 0.1 : 1;
}

/** The value so much larger, within the control's bounds. `by` is of what is shown: percent of shares. */
export function stepNumber(control: NumberControl, value: number | string, by: number): number | string {
  if (control.kind === 'ratio') return writeRatio(Math.min(control.max * 100, Math.max(0, tidy(ratioToNumber(value) * 100 + by))), value);
  const number = clampTo(control, tidy(Number.parseFloat(String(value)) + by));
  return control.kind === 'number' ? number : writeLength(number, unitOf(value), value);
}

/** Steps add up to short numbers. */
const tidy = (number: number): number => Math.round(number * 1000) / 1000 + 0;

/** The smallest number above an excluded bound that a step gives. */
const SMALLEST = 0.1;

function clampTo({ min, max, isMinExcluded }: Exclude<NumberControl, { kind: 'ratio' }>, number: number): number {
  const low = min === null ? -Infinity : isMinExcluded ? min + SMALLEST : min;
  return Math.min(max ?? Infinity, Math.max(low, number));
}

/** The same length in another unit. `wholePx` is what 100% is of; null where that is not known: to and from percent the digits stay as they are. */
export function convertLength(value: number | string, unit: LengthUnit, { canvas, wholePx }: { canvas: Size; wholePx: number | null }): number | string {
  const isUnknown = wholePx === null && (unit === '%' || unitOf(value) === '%');
  const number = isUnknown ? Number.parseFloat(String(value)) : lengthToPx(value, canvas, wholePx ?? 0) / lengthToPx(`1${unit}`, canvas, wholePx ?? 0);
  return writeLength(tidy(number), unit, undefined);
}

/** Words of a field that takes JSON: what is none is a text. */
export function readJsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Texts without their quotes, as `readJsonOrText` takes them. */
export function showJson(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' && readJsonOrText(value) === value ? value : JSON.stringify(value);
}
