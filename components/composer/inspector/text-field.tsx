/** Words: of several lines, and live while they are typed; of one line, taken by Enter or when the field is left; or JSON, with what is wrong with it. */
'use client';

import { useState } from 'react';
import { errorProps, FieldRow, INPUT_CLASS } from '#components/composer/inspector/field-row';
import { useDraft, useField, type FieldProps } from '#components/composer/inspector/use-field';
import { readJsonOrText, showJson } from '#lib/editor/value-text';

/** One step of the history for what is written in one go. */
export function LongTextField({ property, path, value, isMixed }: FieldProps) {
  const field = useField(path);
  const [draft, setDraft] = useState<string | null>(null);
  const write = (text: string): void => setDraft(field.commit(text, `type ${path.join('.')}`) ? null : text);
  return (
    <FieldRow {...{ property, path, field }} isSet={false} isWide>
      <textarea
        id={field.id}
        value={draft ?? (isMixed || typeof value !== 'string' ? '' : value)}
        placeholder={isMixed ? 'Mixed' : ''}
        rows={3}
        spellCheck={false}
        onChange={({ target }) => write(target.value)}
        onBlur={() => {
          setDraft(null);
          field.clearError();
        }}
        onKeyDown={(event) => field.pressUndo(event, draft !== null)}
        {...errorProps(field)}
        className={`${INPUT_CLASS} block field-sizing-content max-h-48 min-h-16 resize-y py-1.5 leading-5`}
      />
    </FieldRow>
  );
}

interface LineFieldProps extends FieldProps {
  show: (value: unknown) => string;
  read: (text: string) => unknown;
  isCode?: boolean;
}

function LineField({ property, path, value, isMixed, show, read, isCode = false }: LineFieldProps) {
  const field = useField(path);
  const { inputProps } = useDraft(field, { shown: isMixed ? '' : show(value), read, keepsSpaces: true });
  return (
    <FieldRow {...{ property, path, field }} isSet={value !== undefined}>
      <input
        {...inputProps}
        placeholder={isMixed ? 'Mixed' : property.default === undefined ? 'none' : show(property.default)}
        {...errorProps(field)}
        className={`${INPUT_CLASS} h-7 ${isCode ? 'font-mono text-xs' : ''}`}
      />
    </FieldRow>
  );
}

const showText = (value: unknown): string => (typeof value === 'string' ? value : '');

export function ShortTextField(props: FieldProps) {
  return <LineField {...props} show={showText} read={(text) => text} />;
}

/** Numbers, words and lists as they are in the JSON; words need no quotes. */
export function JsonField(props: FieldProps) {
  return <LineField {...props} show={showJson} read={readJsonOrText} isCode />;
}
