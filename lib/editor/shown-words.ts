/**
 * A text's words and what is shown of them: an element in; the words as its layout has them (in their case, composed, line ends made uniform) and where each
 * index of the words as they are written is in those, out.
 */
import type { TextElement } from '#lib/composition/schema/text-element';
import { listGraphemes } from '#lib/composition/text/styled-clusters';
import { toStyledText } from '#lib/composition/text/styled-text';
import { spansOf } from '#lib/editor/rich-words';

export interface ShownWords {
  text: string;
  /** Of each index of the written words, from 0 to their length, the one of what is shown. */
  indexes: readonly number[];
}

/** No length of a style counts here. */
const ANY_CANVAS = { widthPx: 1, heightPx: 1 };

export function shownWordsOf(element: TextElement): ShownWords {
  const { text, ranges } = toStyledText(element, ANY_CANVAS, '');
  const indexes = spansOf(element).flatMap((span, place) => {
    const { start = 0, end = 0 } = ranges[place] ?? {};
    const transform = span.text_transform ?? element.text_transform ?? 'none';
    // Almost always: what is written is what is shown, letter by letter.
    return text.slice(start, end) === span.text ? Array.from({ length: span.text.length }, (_value, index) => start + index) : indexesOf(span.text, { transform, start, end });
  });
  return { text, indexes: [...indexes, text.length] };
}

interface ShownRange {
  transform: NonNullable<TextElement['text_transform']>;
  start: number;
  end: number;
}

/** Each written character ("é" of two, a line end of two) with what is shown of it. */
function indexesOf(words: string, { transform, start, end }: ShownRange): number[] {
  let shown = start;
  return listGraphemes(words).flatMap(({ cluster }) => {
    const before = shown;
    shown = Math.min(end, shown + toStyledText({ type: 'text', text: cluster, text_transform: transform }, ANY_CANVAS, '').text.length);
    return Array.from({ length: cluster.length }, (_value, index) => Math.min(before + index, Math.max(before, shown - 1)));
  });
}
