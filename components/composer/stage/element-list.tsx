/**
 * The elements at the playhead as a list, for those who do not point: seen while it has the focus. Choosing one selects it; Enter goes on to the canvas,
 * where the arrow keys move it. What is selected, and where it is, is said.
 */
'use client';

import clsx from 'clsx';
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useEditor, useEditorState, useEditorStore } from '#components/composer/store/editor-store';
import { select, toggleSelected } from '#lib/editor/editor-state';
import { titleOf } from '#lib/editor/editor-view';
import type { StageScene, StageTarget } from '#lib/editor/stage-targets';

interface ElementListProps {
  scene: StageScene;
  onEnter: () => void;
}

export const ElementList = memo(function ElementList({ scene, onEnter }: ElementListProps) {
  const store = useEditorStore();
  const { selection } = useEditorState();
  const list = useRef<HTMLUListElement>(null);
  // The topmost first, as they cover each other.
  const targets = scene.targets.toReversed();
  const current = Math.max(0, targets.findIndex(({ key }) => key === selection.at(-1)));
  const go = (index: number) => {
    const target = targets[Math.min(targets.length - 1, Math.max(0, index))];
    if (target === undefined) return;
    store.getState().choose((state) => select(state, [target.key]));
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[targets.indexOf(target)]?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: targets.length - 1 };
    const index = steps[event.key];
    const target = targets[current];
    if (index !== undefined) go(index);
    else if (event.key === 'Enter') onEnter();
    else if (event.key === ' ' && target !== undefined) store.getState().choose((state) => toggleSelected(state, target.key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (targets.length === 0) return null;
  return (
    <ul
      ref={list}
      role="listbox"
      aria-label="Elements at the playhead, the topmost first"
      aria-multiselectable="true"
      onKeyDown={press}
      className="sr-only z-10 max-h-64 w-56 overflow-y-auto rounded-xl border border-line bg-surface p-1.5 shadow-pop focus-within:not-sr-only focus-within:absolute focus-within:top-3 focus-within:left-3"
    >
      {targets.map((target, index) => (
        <li
          key={target.key}
          role="option"
          aria-selected={selection.includes(target.key)}
          tabIndex={index === current ? 0 : -1}
          onClick={() => go(index)}
          className={clsx('truncate rounded-lg px-2.5 py-1.5 text-sm', selection.includes(target.key) ? 'bg-accent-soft text-accent-strong' : 'text-ink')}
        >
          {titleOf(target.element)}
          {target.isLocked && ' (locked)'}
        </li>
      ))}
    </ul>
  );
});

/** What a person hears when something else is selected, or has come to stand elsewhere. */
export function SelectionNews({ selected }: { selected: readonly StageTarget[] }) {
  const isDragging = useEditor(({ history }) => history.gesture !== null);
  const [news, setNews] = useState('');
  const text = describe(selected);
  useEffect(() => {
    // Not every step of a row of key presses.
    const timer = isDragging ? undefined : setTimeout(() => setNews(text), 300);
    return () => clearTimeout(timer);
  }, [text, isDragging]);
  return (
    <p role="status" className="sr-only">
      {news}
    </p>
  );
}

function describe(selected: readonly StageTarget[]): string {
  const [only] = selected;
  if (only === undefined) return '';
  if (selected.length > 1) return `${selected.length} elements selected`;
  const { xPx, yPx, widthPx, heightPx } = only.box;
  const locked = only.isLocked ? ', locked' : '';
  const turned = only.rotationDegrees === 0 ? '' : `, turned by ${Math.round(only.rotationDegrees)} degrees`;
  return `${titleOf(only.element)} selected: ${Math.round(xPx)} from the left, ${Math.round(yPx)} from the top, ${Math.round(widthPx)} wide, ${Math.round(heightPx)} high${turned}${locked}`;
}
