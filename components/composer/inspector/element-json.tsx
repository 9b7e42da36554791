/** The selected element as JSON, to be edited: taken as a whole by its button or Ctrl+Enter, with what is wrong with it below. */
'use client';

import { useId, useState, type KeyboardEvent } from 'react';
import { INPUT_CLASS } from '#components/composer/inspector/field-row';
import { useEditorStore } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { formatJson } from '#lib/composition/format-json';
import type { Element } from '#lib/composition/schema/composition';
import { replaceElement } from '#lib/editor/commands/replace-element';

/** To be given the element's key as React's key, so that what is typed never gets into another element. */
export function ElementJson({ elementKey, element }: { elementKey: string; element: Element }) {
  const store = useEditorStore();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const leave = (): void => {
    setDraft(null);
    setError(null);
  };
  const take = (): void => {
    if (draft === null) return;
    const parsed = parse(draft);
    if (!parsed.ok) return setError(parsed.reason);
    const outcome = store.getState().run(replaceElement, { key: elementKey, value: parsed.value });
    if (outcome.ok) return leave();
    store.getState().say(null);
    setError(outcome.reason);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      take();
    }
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      leave();
    }
  };
  return (
    <div className="grid gap-2 px-3 py-1">
      <textarea
        id={id}
        aria-label="The element as JSON"
        value={draft ?? formatJson(element)}
        rows={12}
        spellCheck={false}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={press}
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : `${id}-error`}
        className={`${INPUT_CLASS} block resize-y py-1.5 font-mono text-xs leading-5`}
      />
      {error !== null && (
        <p role="alert" id={`${id}-error`} className="text-xs leading-4 break-words text-danger">
          {error}
        </p>
      )}
      {draft !== null && (
        <div className="flex gap-2">
          <Button size="small" variant="primary" onClick={take}>
            Apply
          </Button>
          <Button size="small" variant="quiet" onClick={leave}>
            Discard
          </Button>
        </div>
      )}
    </div>
  );
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: `This is not valid JSON: ${error instanceof Error ? error.message : 'it cannot be read'}` };
  }
}
