/** A text element's words and styles in, one string with the style of each of its pieces out: case applied, line breaks and spaces made uniform. */
import type { TextElement } from '#lib/composition/schema/text-element';
import { TEXT_STYLE_DEFAULTS, type TextStyleProperties, type TextTransform } from '#lib/composition/schema/text-style';
import type { Length } from '#lib/composition/schema/length';
import type { FaceStyle } from '#lib/composition/text/choose-face';
import { lengthToPx, normalizeColor, type Size } from '#lib/composition/units';

/** A length that may depend on the font size, which is not known before the text has been fitted. */
export interface Measure {
  px: number;
  em: number;
}

export interface TextStyle extends FaceStyle {
  /** Null: as large as fits the box. */
  fontSizePx: number | null;
  letterSpacing: Measure;
  fillColor: string;
  stroke: { color: string; width: Measure } | null;
}

/** A stretch of the text in one style. */
export interface StyleRange {
  start: number;
  end: number;
  style: TextStyle;
}

export interface StyledText {
  /** Paragraphs are separated by "\n". */
  text: string;
  /** Without gaps, in order; at least one. */
  ranges: StyleRange[];
}

/** `defaultFamily` is that of the fonts there are. */
export function toStyledText(element: TextElement, canvas: Size, defaultFamily: string): StyledText {
  const pieces = element.spans ?? [{ text: element.text ?? '' }];
  let text = '';
  const ranges = pieces.map((span): StyleRange => {
    const properties = { ...element, ...withoutUndefined(span) };
    const start = text.length;
    text += transformCase(toUniform(span.text), properties.text_transform ?? TEXT_STYLE_DEFAULTS.text_transform);
    return { start, end: text.length, style: toTextStyle(properties, canvas, defaultFamily) };
  });
  return { text, ranges };
}

/** A percentage is of the font size, everything else of the canvas. */
export function toMeasure(length: Length, canvas: Size): Measure {
  if (typeof length === 'string' && length.endsWith('%')) return { px: 0, em: Number.parseFloat(length) / 100 };
  return { px: lengthToPx(length, canvas, 0), em: 0 };
}

export function measureToPx({ px, em }: Measure, fontSizePx: number): number {
  return px + em * fontSizePx;
}

/** Percentages of font sizes are of the canvas's smaller side. */
export function fontSizeToPx(length: Length, canvas: Size): number {
  return lengthToPx(length, canvas, Math.min(canvas.widthPx, canvas.heightPx));
}

function toTextStyle(properties: TextStyleProperties, canvas: Size, defaultFamily: string): TextStyle {
  const { font_size: fontSize, stroke_color: strokeColor } = properties;
  return {
    family: properties.font_family ?? defaultFamily,
    weight: properties.font_weight ?? TEXT_STYLE_DEFAULTS.font_weight,
    fontStyle: properties.font_style ?? TEXT_STYLE_DEFAULTS.font_style,
    fontSizePx: fontSize === undefined ? null : fontSizeToPx(fontSize, canvas),
    letterSpacing: toMeasure(properties.letter_spacing ?? TEXT_STYLE_DEFAULTS.letter_spacing, canvas),
    fillColor: normalizeColor(properties.fill_color ?? TEXT_STYLE_DEFAULTS.fill_color),
    stroke: strokeColor === undefined ? null : { color: normalizeColor(strokeColor), width: toMeasure(properties.stroke_width ?? TEXT_STYLE_DEFAULTS.stroke_width, canvas) },
  };
}

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Partial<T>;
}

/** Every kind of line end as "\n", a tab as a space, no other control characters; canonical composition, as fonts are made for it. */
function toUniform(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .normalize('NFC');
}

function transformCase(text: string, transform: TextTransform): string {
  switch (transform) {
    case 'none':
      return text;
    case 'uppercase':
      return text.toUpperCase();
    case 'lowercase':
      return text.toLowerCase();
    case 'capitalize':
      return text.replace(/(?<![\p{L}\p{N}\p{M}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
    default:
      return transform satisfies never;
  }
}
