/**
 * The JSON editor: the text and its problems in, every change out. CodeMirror owns the text between changes, so that its undo history
 * survives an example being loaded over it.
 */
'use client';

import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react';
import { jsonEditorTheme } from '#components/composer/json/json-editor-theme';
import type { TextRange } from '#components/composer/json/json-position';
import type { DraftProblem } from '#components/composer/json/read-draft';

export interface JsonEditorHandle {
  /** Puts the cursor there, in view, and the focus into the editor. */
  reveal: (range: TextRange) => void;
}

interface JsonEditorProps {
  ref: Ref<JsonEditorHandle>;
  label: string;
  text: string;
  problems: readonly DraftProblem[];
  onChange: (text: string) => void;
  /** Ctrl/Cmd + Enter. */
  onSubmit: () => void;
}

interface Callbacks {
  onChange: (text: string) => void;
  onSubmit: () => void;
}

export function JsonEditor({ ref, label, text, problems, onChange, onSubmit }: JsonEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  // What it begins with is no step: nothing that could be undone is before it.
  const initial = useRef(text);
  const callbacks = useRef<Callbacks>({ onChange, onSubmit });
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    callbacks.current = { onChange, onSubmit };
  });

  useEffect(() => {
    if (place.current === null) return;
    const editor = new EditorView({ parent: place.current, state: EditorState.create({ doc: initial.current, extensions: toExtensions(label, callbacks) }) });
    view.current = editor;
    setIsReady(true);
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [label]);

  useEffect(() => {
    const editor = view.current;
    if (!isReady || editor === null || editor.state.doc.toString() === text) return;
    // A step of its own for undo, however soon after the last key it comes.
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text }, annotations: isolateHistory.of('full') });
  }, [isReady, text]);

  useEffect(() => {
    const editor = view.current;
    // Problems of a text that the editor has already left behind would point anywhere.
    if (!isReady || editor === null || editor.state.doc.toString() !== text) return;
    const diagnostics = problems.map(({ range, path, message }) => ({ ...range, severity: 'error' as const, message: toSentence(path, message) }));
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [isReady, text, problems]);

  useImperativeHandle(ref, () => ({
    reveal: ({ from, to }) => {
      view.current?.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
      view.current?.focus();
    },
  }));

  return (
    <div className="relative h-full min-h-0">
      <div ref={place} className="h-full" />
      {/* The text is there before the editor is. */}
      {!isReady && <pre className="absolute inset-0 overflow-hidden py-3 pl-14 font-mono text-[13px] leading-[1.65] whitespace-pre-wrap">{text}</pre>}
    </div>
  );
}

export function toSentence(path: string, message: string): string {
  return path === '' ? message : `${path} ${message}`;
}

function toExtensions(label: string, callbacks: RefObject<Callbacks>): Extension[] {
  const submit = { key: 'Mod-Enter', run: () => (callbacks.current.onSubmit(), true) };
  return [
    Prec.highest(keymap.of([submit])),
    lintGutter(),
    lineNumbers(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    // Tab is left to the browser: it moves the focus on, so that nobody is caught in the editor.
    keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    json(),
    jsonEditorTheme,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false', autocapitalize: 'off', autocorrect: 'off' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) callbacks.current.onChange(update.state.doc.toString());
    }),
  ];
}
