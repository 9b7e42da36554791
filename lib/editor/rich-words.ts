/**
 * The words of a text in the styles of its spans, as they are written and styled in place: an element and a range of its words in, the element changed out.
 * What is typed has the style of what is before it. A range counts UTF-16 units of all spans together. Pure.
 */
import type { TextElement } from '#lib/composition/schema/text-element';
import { TEXT_STYLE_DEFAULTS, type TextStyleProperties } from '#lib/composition/schema/text-style';

export type TextSpan = NonNullable<TextElement['spans']>[number];
/** Undefined: as the element has it. */
export type WordStyle = { [Property in keyof TextStyleProperties]?: TextStyleProperties[Property] | undefined };

export interface WordRange {
  start: number;
  end: number;
}

/** A text without spans is one without a style of its own. */
export const spansOf = ({ text, spans }: Pick<TextElement, 'text' | 'spans'>): readonly TextSpan[] => spans ?? [{ text: text ?? '' }];

export const wordsOf = (element: Pick<TextElement, 'text' | 'spans'>): string => spansOf(element).map(({ text }) => text).join('');

/** A property in which letters differ is null, one that none of them has undefined. */
export type SharedWordStyle = { [Property in keyof Required<WordStyle>]: WordStyle[Property] | null };

interface PlacedSpan extends WordRange {
  span: TextSpan;
}

function placeSpans(element: TextElement): PlacedSpan[] {
  let end = 0;
  return spansOf(element).map((span) => {
    const start = end;
    end += span.text.length;
    return { span, start, end };
  });
}

/** The words of a range replaced: by those of the span the range begins in, or of the one before where it begins at its edge. */
export function writeWords(element: TextElement, { start, end }: WordRange, words: string): TextElement {
  const placed = placeSpans(element);
  const isSelected = end > start;
  const owner = Math.max(0, placed.findIndex((other) => (isSelected ? start >= other.start && start < other.end : start > other.start && start <= other.end)));
  const spans = placed.map(({ span, start: from, end: to }, index): TextSpan => {
    const kept = span.text.slice(0, Math.max(0, Math.min(start, to) - from));
    const rest = span.text.slice(Math.max(0, Math.min(end, to) - from));
    return { ...span, text: index === owner ? kept + words + rest : kept + rest };
  });
  const left = spans.filter(({ text }) => text !== '');
  // Of what was written away altogether, the style stays for what comes.
  return withSpans(element, left.length > 0 ? left : spans.slice(owner, owner + 1));
}

/** A style given to a range; to the element itself when the range is all of it. */
export function styleWords(element: TextElement, { start, end }: WordRange, style: WordStyle): TextElement {
  const properties = Object.keys(style) as Array<keyof WordStyle>;
  if (start <= 0 && end >= wordsOf(element).length) {
    const plain = spansOf(element).map((span) => without(span, properties));
    return withSpans(tidyStyle({ ...element, ...style }, properties), plain);
  }
  const spans = placeSpans(element).flatMap(({ span, start: from, end: to }): TextSpan[] => {
    const cuts = [0, Math.min(to, Math.max(from, start)) - from, Math.min(to, Math.max(from, end)) - from, span.text.length];
    return cuts.slice(1).flatMap((cut, place): TextSpan[] => {
      const text = span.text.slice(cuts[place], cut);
      if (text === '') return [];
      return [place === 1 ? withStyle({ ...span, text }, style, element) : { ...span, text }];
    });
  });
  return withSpans(element, mergeAlike(spans));
}

/** What the letters of a range look like; of an empty one, what is typed there would. */
export function styleOf(element: TextElement, { start, end }: WordRange): SharedWordStyle {
  const placed = placeSpans(element);
  const within = placed.filter((other) => (end > start ? other.start < end && other.end > start : start > other.start && start <= other.end));
  const spans = (within.length > 0 ? within : placed.slice(0, 1)).map(({ span }) => span);
  const shared = <Property extends keyof WordStyle>(property: Property): WordStyle[Property] | null => {
    const [value, ...others] = spans.map((span) => span[property] ?? element[property] ?? presetOf(property));
    return others.every((other) => other === value) ? (value as WordStyle[Property]) : null;
  };
  return {
    font_family: shared('font_family'), font_weight: shared('font_weight'), font_style: shared('font_style'), font_size: shared('font_size'),
    letter_spacing: shared('letter_spacing'), text_transform: shared('text_transform'), fill_color: shared('fill_color'), stroke_color: shared('stroke_color'), stroke_width: shared('stroke_width'),
  };
}

/** Those that people set on single words. */
const PRESETS: WordStyle = { font_weight: TEXT_STYLE_DEFAULTS.font_weight, font_style: TEXT_STYLE_DEFAULTS.font_style, fill_color: TEXT_STYLE_DEFAULTS.fill_color };
const presetOf = (property: keyof WordStyle): unknown => PRESETS[property];

function withStyle(span: TextSpan, style: WordStyle, element: TextElement): TextSpan {
  const same = (Object.keys(style) as Array<keyof WordStyle>).filter((property) => style[property] === undefined || style[property] === (element[property] ?? presetOf(property)));
  return without({ ...span, ...style } as TextSpan, same);
}

/** Of the element: what is as it would be without is not written. */
function tidyStyle(element: { [Property in keyof TextElement]: TextElement[Property] | undefined }, properties: ReadonlyArray<keyof WordStyle>): TextElement {
  return without(element as TextElement, properties.filter((property) => element[property] === undefined || element[property] === presetOf(property)));
}

function without<Whole extends object>(whole: Whole, properties: readonly string[]): Whole {
  return Object.fromEntries(Object.entries(whole).filter(([property]) => !properties.includes(property))) as Whole;
}

const looksLike = ({ text: _text, ...style }: TextSpan): string => JSON.stringify(Object.entries(style).toSorted(([a], [b]) => a.localeCompare(b)));

function mergeAlike(spans: readonly TextSpan[]): TextSpan[] {
  return spans.reduce<TextSpan[]>((merged, span) => {
    const last = merged.at(-1);
    return last !== undefined && looksLike(last) === looksLike(span) ? [...merged.slice(0, -1), { ...last, text: last.text + span.text }] : [...merged, span];
  }, []);
}

/** Words in one style are a `text`, unless they were written as the one span of a list. In the place that they had. */
function withSpans(element: TextElement, spans: readonly TextSpan[]): TextElement {
  const merged = element.text === undefined ? spans : mergeAlike(spans);
  const [only] = merged;
  const isPlain = only !== undefined && merged.length === 1 && Object.keys(only).length === 1 && element.spans?.length !== 1;
  const words: readonly [string, unknown] = isPlain ? ['text', only.text] : ['spans', merged];
  return Object.fromEntries(Object.entries(element).map((entry) => (entry[0] === 'text' || entry[0] === 'spans' ? words : entry))) as TextElement;
}

/** Which words an input has replaced by which: the words before and after it, and where the caret is now. */
export function findWritten(before: string, after: string, caret: number): WordRange & { words: string } {
  const rest = after.length - caret;
  const isRestKept = rest <= before.length && before.endsWith(after.slice(caret));
  const endMax = isRestKept ? before.length - rest : before.length;
  const sharedMax = Math.min(endMax, isRestKept ? caret : after.length);
  let start = 0;
  while (start < sharedMax && before[start] === after[start]) start += 1;
  if (isRestKept) return { start, end: endMax, words: after.slice(start, caret) };
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, words: after.slice(start, after.length - tail) };
}
