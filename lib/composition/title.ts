/** What a composition is called in a list: its first words, else the name of its first file. */
import { listElements } from '#lib/composition/list-elements';
import type { Composition, Element } from '#lib/composition/schema/composition';
import { isUpload } from '#lib/composition/upload-source';

/** One line of a card. */
const TITLE_LENGTH_MAX = 80;

/** At most TITLE_LENGTH_MAX characters on one line; null when there is neither a text nor a file with a name. */
export function toTitle(composition: Composition): string | null {
  const elements = listElements(composition).map(({ element }) => element);
  const title = firstOf(elements, wordsOf) ?? firstOf(elements, fileNameOf);
  return title === null ? null : [...title].slice(0, TITLE_LENGTH_MAX).join('').trimEnd();
}

function firstOf(elements: readonly Element[], read: (element: Element) => string): string | null {
  for (const element of elements) {
    const found = read(element);
    if (found !== '') return found;
  }
  return null;
}

function wordsOf(element: Element): string {
  if (element.type !== 'text') return '';
  const text = element.text ?? element.spans?.map((span) => span.text).join('') ?? '';
  return toLine(text);
}

/** The last part of a URL's path; an upload's own name says nothing. */
function fileNameOf(element: Element): string {
  if (!('source' in element) || isUpload(element.source)) return '';
  const name = new URL(element.source).pathname.split('/').at(-1) ?? '';
  try {
    return toLine(decodeURIComponent(name));
  } catch {
    // A percent sign that encodes nothing.
    return name;
  }
}

/** Without control characters: a URL may name any, and a database cannot hold a NUL. */
const toLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
