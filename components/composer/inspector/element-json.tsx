/**
 * What is selected as JSON, to be edited: one element, or a list of several. Taken as a whole by its button or Ctrl+Enter; what is wrong with it stands below,
 * and is selected in the text where it can be found.
 */
'use client';

import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { INPUT_CLASS } from '#components/composer/inspector/field-row';
import { useEditorStore } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { formatJson } from '#lib/composition/format-json';
import { replaceElements } from '#lib/editor/commands/replace-element';
import { findJsonFault } from '#lib/editor/find-json-fault';
import type { PlacedClip } from '#lib/editor/scene';

interface ElementJsonProps {
  clips: readonly Pick<PlacedClip, 'key' | 'element'>[];
  isReadOnly: boolean;
}

/** To be given the elements' keys as React's key, so that what is typed never gets into another element. */
export function ElementJson({ clips, isReadOnly }: ElementJsonProps) {
  const store = useEditorStore();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [only] = clips;
  const isOne = clips.length === 1;
  const leave = (): void => {
    setDraft(null);
    setError(null);
  };
  const refuse = (text: string, reason: string): void => {
    setError(reason);
    const fault = findJsonFault(text, reason);
    if (fault === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(fault.start, fault.end);
  };
  const take = (): void => {
    if (draft === null) return;
    const parsed = parse(draft);
    if (!parsed.ok) return refuse(draft, parsed.reason);
    if (!isOne && (!Array.isArray(parsed.value) || parsed.value.length !== clips.length)) return setError(`This must stay a list of ${clips.length} elements`);
    const values = isOne ? [parsed.value] : (parsed.value as unknown[]);
    const outcome = store.getState().run(replaceElements, { elements: clips.map(({ key }, index) => ({ key, value: values[index] })) });
    if (outcome.ok) return leave();
    store.getState().say(null);
    refuse(draft, outcome.reason);
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
        ref={field}
        id={id}
        aria-label={isOne ? 'The element as JSON' : 'The elements as JSON'}
        value={draft ?? formatJson(isOne ? only?.element : clips.map(({ element }) => element))}
        rows={12}
        spellCheck={false}
        readOnly={isReadOnly}
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
