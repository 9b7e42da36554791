/** Lengths, ratios and colours as written become pixels, factors and #rrggbb. */
import type { Length } from '#lib/composition/schema/length';
import type { Ratio } from '#lib/composition/schema/ratio';

export interface Size {
  widthPx: number;
  heightPx: number;
}

/** Pixels of one percent or one viewport unit, by unit; `wholePx` is what 100% is of. */
const PX_BY_UNIT: Record<string, (canvas: Size, wholePx: number) => number> = {
  px: () => 1,
  '%': (_canvas, wholePx) => wholePx / 100,
  vw: (canvas) => canvas.widthPx / 100,
  vh: (canvas) => canvas.heightPx / 100,
  vmin: (canvas) => Math.min(canvas.widthPx, canvas.heightPx) / 100,
  vmax: (canvas) => Math.max(canvas.widthPx, canvas.heightPx) / 100,
};

/** A length that the schema accepted, in (fractional) pixels; percentages are of `wholePx`. */
export function lengthToPx(length: Length, canvas: Size, wholePx: number): number {
  if (typeof length === 'number') return length;
  const unit = length.replace(/^[-\d. ]+/, '');
  const pxOfUnit = PX_BY_UNIT[unit];
  if (pxOfUnit === undefined) throw new Error(`Not a length: ${length}`);
  return Number.parseFloat(length) * pxOfUnit(canvas, wholePx);
}

/** 0.5 and "50%" are 0.5. */
export function ratioToNumber(ratio: Ratio): number {
  return typeof ratio === 'number' ? ratio : Number.parseFloat(ratio) / 100;
}

/** #rgb and #RRGGBB as #rrggbb; #RRGGBBAA as #rrggbbaa, or as #rrggbb when it is opaque. */
export function normalizeColor(color: string): string {
  const digits = color.slice(1).toLowerCase();
  if (digits.length === 8 && digits.endsWith('ff')) return `#${digits.slice(0, 6)}`;
  return digits.length > 3 ? `#${digits}` : `#${[...digits].map((digit) => digit + digit).join('')}`;
}
