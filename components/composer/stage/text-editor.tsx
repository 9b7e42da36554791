/**
 * Writing in a text where it stands: the canvas shows the words, as they will be in the video, with every key; over it are a caret and what is selected,
 * placed by the text's own layout, and a text field that is not seen. All that is written until it is left is one step.
 */
'use client';

import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { windowMatrix } from '#components/composer/stage/stage-geometry';
import { useEditorStore } from '#components/composer/store/editor-store';
import type { TextLayer } from '#lib/composition/timeline';
import { applyMatrix, invertMatrix, multiplyMatrices, type CanvasMatrix, type CanvasPoint } from '#lib/editor/canvas-matrix';
import type { CanvasView } from '#lib/editor/canvas-view';
import { setProperty } from '#lib/editor/commands/set-property';
import type { EditedWords } from '#lib/editor/edited-words';
import { titleOf } from '#lib/editor/editor-view';
import type { StageScene, StageTarget } from '#lib/editor/stage-targets';
import { caretBeside, caretsOf, nearestCaret, selectedBoxes, type Caret } from '#lib/editor/text-carets';

interface TextEditorProps {
  target: StageTarget;
  layer: TextLayer;
  edited: EditedWords;
  scene: StageScene;
  view: CanvasView;
  onDone: () => void;
}

/** A text cannot be empty; this is not seen. */
const NOTHING = ' ';

interface Range {
  start: number;
  end: number;
}

export function TextEditor({ target, layer, edited, scene, view, onDone }: TextEditorProps) {
  const store = useEditorStore();
  const field = useRef<HTMLTextAreaElement>(null);
  const { key } = target;
  const [begun] = useState(edited);
  const [words, setWords] = useState(edited.words);
  const [range, setRange] = useState<Range>({ start: 0, end: edited.words.length });
  const latest = useRef(words);
  const carets = useMemo(() => caretsOf(layer.layout, words), [layer.layout, words]);
  const matrix = matrixOfText(target, layer, windowMatrix(scene, view));

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  useEffect(() => {
    store.getState().begin('Edit text');
    return () => {
      const { end, cancel } = store.getState();
      if (latest.current.trim() === '') cancel();
      else end();
    };
  }, [store]);

  const write = (next: string) => {
    latest.current = next;
    setWords(next);
    const outcome = store.getState().preview(setProperty, { keys: [key], path: begun.path, value: next === '' ? NOTHING : next });
    if (!outcome.ok) store.getState().say({ kind: 'refusal', text: outcome.reason });
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // What is written is nobody's shortcut.
    event.stopPropagation();
    // Back to the canvas, which ends it.
    if (event.key === 'Escape') return event.currentTarget.parentElement?.focus({ preventScroll: true });
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') return moveBetweenLines(event, carets);
  };
  return (
    <>
      <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full">
        <g transform={`matrix(${matrix.a} ${matrix.b} ${matrix.c} ${matrix.d} ${matrix.e} ${matrix.f})`}>
          <Selection carets={carets} range={range} />
        </g>
      </svg>
      <textarea
        ref={field}
        value={words}
        aria-label={`Words of ${titleOf(target.element)}`}
        spellCheck={false}
        onChange={({ target: { value } }) => write(value)}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => setRange({ start: selectionStart, end: selectionEnd })}
        onKeyDown={press}
        onBlur={onDone}
        {...pointerHandlers(carets, matrix)}
        className="absolute top-0 left-0 origin-top-left resize-none overflow-hidden bg-transparent text-transparent caret-transparent outline-none selection:bg-transparent"
        style={{ width: layer.box.widthPx, height: layer.box.heightPx, transform: `matrix(${matrix.a}, ${matrix.b}, ${matrix.c}, ${matrix.d}, ${matrix.e}, ${matrix.f})` }}
      />
    </>
  );
}

/** From the text's layout to the window. */
function matrixOfText({ box, matrix }: StageTarget, { box: laidOut }: TextLayer, toWindow: CanvasMatrix): CanvasMatrix {
  const inBox: CanvasMatrix = { a: box.widthPx / laidOut.widthPx, b: 0, c: 0, d: box.heightPx / laidOut.heightPx, e: box.xPx, f: box.yPx };
  return multiplyMatrices(toWindow, multiplyMatrices(matrix, inBox));
}

function Selection({ carets, range: { start, end } }: { carets: readonly Caret[]; range: Range }) {
  const caret = carets.find(({ index }) => index === start);
  if (start !== end) return selectedBoxes(carets, start, end).map(({ xPx, yPx, widthPx, heightPx }) => <rect key={yPx} x={xPx} y={yPx} width={widthPx} height={heightPx} className="fill-stage-accent" fillOpacity={0.4} />);
  if (caret === undefined) return null;
  const line = { x1: caret.xPx, x2: caret.xPx, y1: caret.topPx, y2: caret.bottomPx, vectorEffect: 'non-scaling-stroke' } as const;
  // White in black: seen on any picture.
  return (
    <g className="animate-breathe">
      <line {...line} stroke="#000000" strokeWidth={4} strokeOpacity={0.5} />
      <line {...line} stroke="#ffffff" strokeWidth={2} />
    </g>
  );
}

/** The field's own lines are others than those that are seen. */
function moveBetweenLines(event: KeyboardEvent<HTMLTextAreaElement>, carets: readonly Caret[]): void {
  const { currentTarget: field, key, shiftKey } = event;
  const { selectionStart: start, selectionEnd: end, selectionDirection } = field;
  const isBackward = selectionDirection === 'backward';
  const beside = caretBeside(carets, isBackward ? start : end, key === 'ArrowUp' ? -1 : 1);
  event.preventDefault();
  const to = beside?.index ?? (key === 'ArrowUp' ? 0 : field.value.length);
  select(field, shiftKey ? (isBackward ? end : start) : to, to);
}

function select(field: HTMLTextAreaElement, anchor: number, to: number): void {
  field.setSelectionRange(Math.min(anchor, to), Math.max(anchor, to), to < anchor ? 'backward' : 'forward');
}

/** A press puts the caret there, a drag selects; a double click selects a word, as the field does it by itself, and is left to it. */
function pointerHandlers(carets: readonly Caret[], matrix: CanvasMatrix) {
  const indexAt = (event: PointerEvent<HTMLTextAreaElement>): number => {
    const { left = 0, top = 0 } = event.currentTarget.parentElement?.getBoundingClientRect() ?? {};
    const point: CanvasPoint = applyMatrix(invertMatrix(matrix), { xPx: event.clientX - left, yPx: event.clientY - top });
    return nearestCaret(carets, point)?.index ?? 0;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLTextAreaElement>) => {
      event.stopPropagation();
      event.preventDefault();
      const { currentTarget: field } = event;
      field.setPointerCapture(event.pointerId);
      const index = indexAt(event);
      field.dataset['anchor'] = String(index);
      select(field, index, index);
    },
    onPointerMove: (event: PointerEvent<HTMLTextAreaElement>) => {
      event.stopPropagation();
      if (event.currentTarget.hasPointerCapture(event.pointerId)) select(event.currentTarget, Number(event.currentTarget.dataset['anchor']), indexAt(event));
    },
    // The field's own idea of where its letters are is not that of the canvas.
    onMouseDown: (event: React.MouseEvent) => event.preventDefault(),
    onDoubleClick: (event: React.MouseEvent<HTMLTextAreaElement>) => {
      event.stopPropagation();
      selectWord(event.currentTarget);
    },
  };
}

function selectWord(field: HTMLTextAreaElement): void {
  const { value, selectionStart } = field;
  const before = /\S*$/u.exec(value.slice(0, selectionStart))?.[0].length ?? 0;
  const after = /^\S*/u.exec(value.slice(selectionStart))?.[0].length ?? 0;
  field.setSelectionRange(selectionStart - before, selectionStart + after);
}
