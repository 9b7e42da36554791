/**
 * Writing in a text where it stands: the canvas shows the words, as they will be in the video, with every key; over it are a caret and what is selected,
 * placed by the text's own layout, a text field that is not seen, and the bar that styles what is selected.
 */
'use client';

import { useLayoutEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type SyntheticEvent } from 'react';
import { polygonBounds, windowMatrix } from '#components/composer/stage/stage-geometry';
import { pressInText } from '#components/composer/stage/text-keys';
import { textPointer } from '#components/composer/stage/text-pointer';
import { TextSelection } from '#components/composer/stage/text-selection';
import { TextStyleBar } from '#components/composer/stage/text-style-bar';
import { useTextSession } from '#components/composer/stage/use-text-session';
import type { TextElement } from '#lib/composition/schema/text-element';
import type { TextLayer } from '#lib/composition/timeline';
import { multiplyMatrices, type CanvasMatrix } from '#lib/editor/canvas-matrix';
import type { CanvasView } from '#lib/editor/canvas-view';
import { titleOf } from '#lib/editor/editor-view';
import type { WordRange } from '#lib/editor/rich-words';
import { shownWordsOf } from '#lib/editor/shown-words';
import type { StageScene, StageTarget } from '#lib/editor/stage-targets';
import { placesOf } from '#lib/editor/text-carets';

interface TextEditorProps {
  target: StageTarget;
  layer: TextLayer;
  element: TextElement;
  scene: StageScene;
  view: CanvasView;
  onDone: () => void;
}

export function TextEditor({ target, layer, element, scene, view, onDone }: TextEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const session = useTextSession(target.key, element);
  const { words, range } = session;
  /** What an input method has written and not finished. */
  const [composing, setComposing] = useState<WordRange | null>(null);
  const places = useMemo(() => placesOf(layer.layout, shownWordsOf(session.element)), [layer.layout, session.element]);
  const matrix = matrixOfText(target, layer, windowMatrix(scene, view));
  const { a, b, c, d, e, f } = matrix;

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  // After a step that was taken back: the field has its words only now. Of a style the words are the same.
  const wanted = useRef<WordRange | null>(null);
  useLayoutEffect(() => {
    if (wanted.current !== null) field.current?.setSelectionRange(wanted.current.start, wanted.current.end);
    wanted.current = null;
  }, [session.element]);

  const focusField = (): void => field.current?.focus({ preventScroll: true });
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Back to the canvas, which ends it.
    const leave = (): void => field.current?.closest<HTMLElement>('[data-stage-window]')?.focus({ preventScroll: true });
    const selectAfter = (next: WordRange | null): void => void (wanted.current = next);
    pressInText(event, { session, places, leave, selectAfter });
  };
  const compose = ({ currentTarget: { selectionStart } }: { currentTarget: HTMLTextAreaElement }, length: number): void =>
    setComposing((before) => ({ start: before?.start ?? selectionStart, end: (before?.start ?? selectionStart) + length }));
  return (
    // What is done in here is not done to the canvas, also from what it opens.
    <div className="contents" onPointerDown={stop} onPointerMove={stop} onDoubleClick={stop} onKeyDown={stop} onBlur={(event) => isLeft(event) && onDone()}>
      <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full">
        <g transform={`matrix(${a} ${b} ${c} ${d} ${e} ${f})`}>
          <TextSelection places={places} range={range} composing={composing} />
        </g>
      </svg>
      <textarea
        ref={field}
        data-text-editor=""
        value={words}
        dir="auto"
        aria-label={`Words of ${titleOf(target.element)}`}
        spellCheck={false}
        onChange={({ target: { value, selectionEnd } }) => session.write(value, selectionEnd)}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => session.choose({ start: selectionStart, end: selectionEnd })}
        onKeyDown={press}
        onCompositionStart={(event) => compose(event, 0)}
        onCompositionUpdate={(event) => compose(event, event.data.length)}
        onCompositionEnd={() => setComposing(null)}
        {...textPointer(places.carets, { matrix, words })}
        className="absolute top-0 left-0 origin-top-left resize-none overflow-hidden bg-transparent text-transparent caret-transparent outline-none selection:bg-transparent"
        style={{ width: layer.box.widthPx, height: layer.box.heightPx, transform: `matrix(${a}, ${b}, ${c}, ${d}, ${e}, ${f})`, unicodeBidi: 'plaintext' }}
      />
      <TextStyleBar session={session} fittedPx={layer.layout.fontSizePx} canvas={scene.canvas} around={polygonBounds(target, windowMatrix(scene, view))} onFocusText={focusField} />
    </div>
  );
}

const stop = (event: SyntheticEvent): void => event.stopPropagation();

/** The focus has gone elsewhere than to the bar, or what it opens. */
function isLeft({ relatedTarget }: FocusEvent): boolean {
  return !(relatedTarget instanceof Element) || relatedTarget.closest('[data-text-editor]') === null;
}

/** From the text's layout to the window. */
function matrixOfText({ box, matrix }: StageTarget, { box: laidOut }: TextLayer, toWindow: CanvasMatrix): CanvasMatrix {
  const inBox: CanvasMatrix = { a: box.widthPx / laidOut.widthPx, b: 0, c: 0, d: box.heightPx / laidOut.heightPx, e: box.xPx, f: box.yPx };
  return multiplyMatrices(toWindow, multiplyMatrices(matrix, inBox));
}
