/**
 * A text while it is written in: its words and styles as they come to be, each step shown on the canvas at once. Steps can be taken back while it lasts; of
 * the history it is one step, from when it is opened until it is left.
 */
'use client';

import { useEffect, useRef, useState } from 'react';
import { useEditorStore, type EditorStoreApi } from '#components/composer/store/editor-store';
import type { TextElement } from '#lib/composition/schema/text-element';
import { replaceElement } from '#lib/editor/commands/replace-element';
import type { ElementKey } from '#lib/editor/editor-state';
import { MERGE_MS_MAX } from '#lib/editor/history';
import { findWritten, styleWords, wordsOf, writeWords, type WordRange, type WordStyle } from '#lib/editor/rich-words';

/** A text cannot be empty; this is not seen. */
const NOTHING = ' ';

interface Step {
  element: TextElement;
  /** What was selected when it was done. */
  range: WordRange;
  /** Steps of one kind soon after each other are one. */
  kind: string;
  atMs: number;
}

export interface TextSession {
  /** As it is written by now; it may be without words. */
  element: TextElement;
  words: string;
  range: WordRange;
  choose: (range: WordRange) => void;
  /** The words after an input, and where the caret is then. */
  write: (words: string, caret: number) => void;
  /** Of what is selected; of nothing, for what is typed next. */
  style: (style: WordStyle) => void;
  /** What `style` has said of what is typed next. */
  pending: WordStyle;
  /** One step back or forward: what is to be selected then; null at the end. */
  step: (by: -1 | 1) => WordRange | null;
}

const NO_STYLE: WordStyle = {};

export function useTextSession(key: ElementKey, begun: TextElement): TextSession {
  const store = useEditorStore();
  const [range, setRange] = useState<WordRange>({ start: 0, end: wordsOf(begun).length });
  const [pending, setPending] = useState(NO_STYLE);
  const [{ steps, index }, setSteps] = useState<{ steps: readonly Step[]; index: number }>({ steps: [{ element: begun, range, kind: '', atMs: 0 }], index: 0 });
  const { element } = steps[index] ?? { element: begun };
  const latest = useRef(element);
  latest.current = element;
  const first = useRef(begun);

  useEffect(() => {
    const { begin, project } = store.getState();
    begin('Edit text');
    return () => {
      const { history, project: { id }, end, cancel } = store.getState();
      // Ended by a step after the last key: the words are in no gesture any more.
      if (history.gesture === null && latest.current !== first.current && id === project.id) show(store, key, latest.current);
      if (wordsOf(latest.current).trim() === '') cancel();
      else end();
    };
  }, [store, key]);

  const take = (next: TextElement, kind: string): void => {
    const done: Step = { element: next, range, kind, atMs: performance.now() };
    const last = steps[index];
    const isSame = index > 0 && last?.kind === kind && done.atMs - last.atMs < MERGE_MS_MAX;
    const kept = steps.slice(0, isSame ? index : index + 1);
    setSteps({ steps: [...kept, isSame ? { ...done, range: last.range } : done], index: kept.length });
    show(store, key, next);
  };
  return {
    element,
    words: wordsOf(element),
    range,
    pending,
    choose: (next) => {
      if (next.start === range.start && next.end === range.end) return;
      setRange(next);
      setPending(NO_STYLE);
    },
    write: (words, caret) => {
      const written = findWritten(wordsOf(element), words, caret);
      const typed = writeWords(element, written, written.words);
      const isStyled = pending !== NO_STYLE && written.words !== '';
      take(isStyled ? styleWords(typed, { start: written.start, end: written.start + written.words.length }, pending) : typed, written.words === '' ? 'erase' : 'type');
      // Before the next style is asked for, the caret is there.
      setRange({ start: caret, end: caret });
      if (isStyled) setPending(NO_STYLE);
    },
    style: (style) => {
      if (range.start === range.end) setPending({ ...pending, ...style });
      else take(styleWords(element, range, style), `style ${Object.keys(style).join(' ')}`);
    },
    step: (by) => {
      const to = steps[index + by];
      const from = by < 0 ? steps[index] : to;
      if (to === undefined || from === undefined) return null;
      setSteps({ steps, index: index + by });
      show(store, key, to.element);
      return by < 0 ? from.range : { start: wordsOf(to.element).length, end: wordsOf(to.element).length };
    },
  };
}

function show(store: EditorStoreApi, key: ElementKey, next: TextElement): void {
  const value = wordsOf(next) === '' ? writeWords(next, { start: 0, end: 0 }, NOTHING) : next;
  // What came in meanwhile as a step of its own (an upload that is ready) has ended the gesture.
  if (store.getState().history.gesture === null) store.getState().begin('Edit text');
  const outcome = store.getState().preview(replaceElement, { key, value, label: 'Edit text' });
  if (!outcome.ok) store.getState().say({ kind: 'refusal', text: outcome.reason });
}
