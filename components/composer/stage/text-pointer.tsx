/**
 * The pointer in a text that is written in: a press puts the caret there, a drag selects, a double click selects a word and a third one the paragraph. The
 * field's own idea of where its letters are is not that of the canvas.
 */
import type { MouseEvent, PointerEvent } from 'react';
import { placeIn } from '#components/composer/stage/stage-geometry';
import { selectFrom } from '#components/composer/stage/text-keys';
import { listGraphemes } from '#lib/composition/text/styled-clusters';
import { applyMatrix, invertMatrix, type CanvasMatrix } from '#lib/editor/canvas-matrix';
import { nearestCaret, type Caret } from '#lib/editor/text-carets';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

export function textPointer(carets: readonly Caret[], { matrix, words }: { matrix: CanvasMatrix; words: string }) {
  const indexAt = (event: PointerEvent<HTMLTextAreaElement>): number => {
    const place = placeIn(event.currentTarget.closest('[data-stage-window]'), event);
    // Never between a letter and its mark.
    const starts = new Set(listGraphemes(words).map(({ start }) => start));
    const between = carets.filter(({ index }) => starts.has(index) || index === words.length);
    return nearestCaret(between, applyMatrix(invertMatrix(matrix), place))?.index ?? 0;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLTextAreaElement>) => {
      event.stopPropagation();
      const { currentTarget: field } = event;
      field.focus({ preventScroll: true });
      field.setPointerCapture(event.pointerId);
      const index = indexAt(event);
      field.dataset['anchor'] = String(event.shiftKey ? field.selectionStart : index);
      selectFrom(field, Number(field.dataset['anchor']), index);
    },
    onPointerMove: (event: PointerEvent<HTMLTextAreaElement>) => {
      event.stopPropagation();
      if (event.currentTarget.hasPointerCapture(event.pointerId)) selectFrom(event.currentTarget, Number(event.currentTarget.dataset['anchor']), indexAt(event));
    },
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: ({ currentTarget: field, detail }: MouseEvent<HTMLTextAreaElement>) => {
      if (detail === 2) selectWord(field);
      if (detail === 3) selectParagraph(field);
    },
  };
}

function selectWord(field: HTMLTextAreaElement): void {
  const { value, selectionStart } = field;
  const word = segmenter.segment(value).containing(Math.min(selectionStart, value.length - 1));
  if (word !== undefined) field.setSelectionRange(word.index, word.index + word.segment.length);
}

function selectParagraph(field: HTMLTextAreaElement): void {
  const { value, selectionStart } = field;
  const end = value.indexOf('\n', selectionStart);
  field.setSelectionRange(value.lastIndexOf('\n', selectionStart - 1) + 1, end === -1 ? value.length : end);
}
