/**
 * JSON in colours, made on the server: the same parser and the same colours as the editor's, and nothing of either in the browser.
 */
import { jsonLanguage } from '@codemirror/lang-json';
import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';
import type { ReactNode } from 'react';

const highlighter = tagHighlighter([
  { tag: tags.propertyName, class: 'text-(--syntax-key)' },
  { tag: tags.string, class: 'text-(--syntax-text)' },
  { tag: tags.number, class: 'text-(--syntax-number)' },
  { tag: [tags.bool, tags.null], class: 'text-(--syntax-word)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], class: 'text-ink-soft' },
]);

export function HighlightedJson({ label, text }: { label: string; text: string }) {
  const parts: ReactNode[] = [];
  const add = (code: string, classes: string): void => {
    parts.push(
      classes === '' ? code : (
        <span key={parts.length} className={classes}>
          {code}
        </span>
      ),
    );
  };
  highlightCode(text, jsonLanguage.parser.parse(text), highlighter, add, () => parts.push('\n'));
  return (
    // It scrolls, so it can be focused.
    <pre role="region" tabIndex={0} aria-label={label} className="max-h-[min(44rem,80dvh)] overflow-auto px-4 py-3.5 font-mono text-[13px] leading-[1.65] outline-offset-[-2px]">
      <code>{parts}</code>
    </pre>
  );
}
