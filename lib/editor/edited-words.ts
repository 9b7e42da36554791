/** The words of a text that can be written in place: those of a text in one style. In several styles it is said nowhere which of them new words have. */
import type { Element } from '#lib/composition/schema/composition';
import type { JsonPath } from '#lib/editor/change-element';

export interface EditedWords {
  /** In the element. */
  path: JsonPath;
  words: string;
}

/** Null of what is no text, and of a text in several spans. */
export function editedWordsOf(element: Element): EditedWords | null {
  if (element.type !== 'text') return null;
  if (element.text !== undefined) return { path: ['text'], words: element.text };
  const [span, ...more] = element.spans ?? [];
  return span === undefined || more.length > 0 ? null : { path: ['spans', 0, 'text'], words: span.text };
}
