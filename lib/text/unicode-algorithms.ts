/** Unicode's line breaking and bidirectional algorithms: text in, plain arrays out. */
import createBidi from 'bidi-js';
import LineBreaker from 'linebreak';
import type { LineBreak } from '#lib/composition/text/text-fonts';

const bidi = createBidi();

/** UAX 14. The last break is the end of the text. */
export function findLineBreaks(text: string): LineBreak[] {
  const breaker = new LineBreaker(text);
  const breaks: LineBreak[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) breaks.push({ position: next.position, isRequired: next.required });
  return breaks;
}

/** UAX 9, for a text without paragraph separators. */
export function findBidiLevels(paragraph: string): { levels: Uint8Array; paragraphLevel: number } {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(paragraph);
  return { levels, paragraphLevel: paragraphs[0]?.level ?? 0 };
}
