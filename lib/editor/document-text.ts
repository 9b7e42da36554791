/**
 * The text of documents: what a composition was read from stays its text, to the byte, for as long as it is the document, also after undo; one that was
 * made by editing is written in the layout of the text before it.
 */
import { formatJson } from '#lib/composition/format-json';
import type { Composition } from '#lib/composition/schema/composition';

export class DocumentTexts {
  readonly #texts = new WeakMap<Composition, string>();
  /** What was read last: its layout is gone on with. */
  #model = '';

  /** `composition` is what `text` says. */
  remember(composition: Composition, text: string): void {
    this.#texts.set(composition, text);
    this.#model = text;
  }

  textOf(composition: Composition): string {
    const known = this.#texts.get(composition);
    if (known !== undefined) return known;
    const text = writeLike(composition, this.#model);
    this.#texts.set(composition, text);
    return text;
  }
}

/** The value in the layout of a text: with its indentation when it is that of `JSON.stringify`, else as `formatJson` does; with a last line break if it has one. */
export function writeLike(value: unknown, model: string): string {
  const indent = findStringifyIndent(model.trimEnd());
  const text = indent === null ? formatJson(value) : JSON.stringify(value, null, indent);
  return model.endsWith('\n') ? `${text}\n` : text;
}

/** The third argument that makes `JSON.stringify` write the text; null when none does. */
function findStringifyIndent(text: string): string | null {
  const indent = /^[{[]\n([ \t]+)/.exec(text)?.[1] ?? '';
  try {
    return JSON.stringify(JSON.parse(text), null, indent) === text ? indent : null;
  } catch {
    return null;
  }
}
