/** What every field of a form needs: its value set with the refusal kept beside it, undo by the keys while nothing is half typed, and an id to be found by. */
'use client';

import { useId, useState, type ComponentProps, type KeyboardEvent } from 'react';
import { useEditTarget, type EditTarget } from '#components/composer/inspector/edit-target';
import { useEditorStore } from '#components/composer/store/editor-store';
import type { JsonPath } from '#lib/editor/change-element';
import type { PropertyDescription } from '#lib/editor/describe-properties';

export interface FieldProps {
  property: PropertyDescription;
  path: JsonPath;
  /** As it is written; of several elements that of the first. Undefined: absent. */
  value: unknown;
  isMixed: boolean;
}

export interface Field {
  /** Of the control, for its label. */
  id: string;
  target: EditTarget;
  /** Why the last value was refused; null when it was not. */
  error: string | null;
  clearError: () => void;
  /** True when it was taken. */
  commit: (value: unknown, mergeKey?: string) => boolean;
  /** Undo and redo by their keys, unless something typed would be lost. */
  pressUndo: (event: KeyboardEvent, isDirty: boolean) => void;
}

export function useField(path: JsonPath): Field {
  const id = useId();
  const store = useEditorStore();
  const target = useEditTarget();
  const [error, setError] = useState<string | null>(null);
  return {
    id,
    target,
    error,
    clearError: () => setError(null),
    commit: (value, mergeKey) => {
      const outcome = target.set(path, value, mergeKey);
      setError(outcome.ok ? null : toSentence(outcome.reason));
      return outcome.ok;
    },
    pressUndo: (event, isDirty) => {
      if (isDirty || event.key.toLowerCase() !== 'z' || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (event.shiftKey) store.getState().redo();
      else store.getState().undo();
    },
  };
}

interface DraftRules {
  /** What stands there while nothing is typed. */
  shown: string;
  /** What was typed as a value; of nothing the value is taken away. */
  read: (draft: string) => unknown;
  /** Spaces around it are part of it. */
  keepsSpaces?: boolean;
}

export interface Draft {
  /** Null while nothing is typed. */
  text: string | null;
  drop: () => void;
  inputProps: Pick<ComponentProps<'input'>, 'id' | 'value' | 'autoComplete' | 'spellCheck' | 'onChange' | 'onBlur'> & { onKeyDown: (event: KeyboardEvent) => void };
}

/** What is typed in a field of one line: taken by Enter or when the field is left, dropped by Escape; what is refused stays. */
export function useDraft(field: Field, { shown, read, keepsSpaces = false }: DraftRules): Draft {
  const [text, setText] = useState<string | null>(null);
  const drop = (): void => setText(null);
  const leave = (): void => {
    drop();
    field.clearError();
  };
  const take = (): void => {
    if (text === null || (keepsSpaces ? text : text.trim()) === shown) return leave();
    if (field.commit(text.trim() === '' ? undefined : read(text))) drop();
  };
  const press = (event: KeyboardEvent): void => {
    field.pressUndo(event, text !== null);
    if (event.key === 'Enter') take();
    if (event.key === 'Escape' && text !== null) {
      event.stopPropagation();
      leave();
    }
  };
  return {
    text,
    drop,
    inputProps: { id: field.id, value: text ?? shown, autoComplete: 'off', spellCheck: false, onChange: ({ target }) => setText(target.value), onBlur: take, onKeyDown: press },
  };
}

/** A refusal names the property first, as the API does. */
function toSentence(reason: string): string {
  const words = reason.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** By which a problem finds its field: `data-field`. */
export const fieldNameOf = (path: JsonPath): string => path.join('.');
