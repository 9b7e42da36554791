/** A text in grapheme clusters ("é", "क्ष", "👩🏾‍💻"), what a reader takes for one character, each with its style: that of its first character. */
import type { StyledText, TextStyle } from '#lib/composition/text/styled-text';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function listGraphemes(text: string): Array<{ cluster: string; start: number }> {
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({ cluster: segment, start: index }));
}

/** Line breaks left out. */
export function listStyledClusters(styled: StyledText): Array<{ cluster: string; style: TextStyle }> {
  return listGraphemes(styled.text).flatMap(({ cluster, start }) => (cluster === '\n' ? [] : [{ cluster, style: styleAt(styled, start) }]));
}

/** At the end of the text: that of what is before it. */
export function styleAt({ ranges }: StyledText, index: number): TextStyle {
  const range = ranges.find(({ start, end }) => index >= start && index < end) ?? ranges.at(-1);
  if (range === undefined) throw new Error('A styled text has at least one range');
  return range.style;
}
