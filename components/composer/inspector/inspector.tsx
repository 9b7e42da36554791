/** The inspector: what is selected, as forms made from the language's own description; the canvas while nothing is. A problem that is followed gets the focus. */
'use client';

import { useEffect, useRef } from 'react';
import { CanvasInspector } from '#components/composer/inspector/canvas-inspector';
import { ElementsInspector } from '#components/composer/inspector/elements-inspector';
import { useSections } from '#components/composer/inspector/inspector-section';
import { useEditor } from '#components/composer/store/editor-store';
import { presentOf } from '#lib/editor/history';
import type { FieldPlace } from '#lib/editor/locate-field';
import { GROUPED_PROPERTIES } from '#lib/editor/property-groups';

export function Inspector() {
  const hasSelection = useEditor(({ history }) => presentOf(history).selection.length > 0);
  const field = useEditor((store) => store.field);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (field === null) return;
    openSectionOf(field);
    // Once the fields of what has just been selected are there.
    const request = requestAnimationFrame(() => focusField(root.current, field.property));
    return () => cancelAnimationFrame(request);
  }, [field]);
  return (
    <div ref={root} className="h-full overflow-y-auto">
      {hasSelection ? <ElementsInspector /> : <CanvasInspector />}
    </div>
  );
}

function openSectionOf({ key, property }: FieldPlace): void {
  const [name = ''] = property.split('.');
  const group = Object.entries(GROUPED_PROPERTIES).find(([, names]) => names.includes(name))?.[0];
  useSections.getState().setOpen(key === null ? 'Canvas' : (group ?? 'JSON'), true);
}

/** The field itself, else the nearest that holds it; of what has no field, the JSON. */
function focusField(root: HTMLElement | null, property: string): void {
  const parts = property.split('.');
  const names = parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
  const rows = names.flatMap((name) => root?.querySelector(`[data-field="${CSS.escape(name)}"]`) ?? []);
  const row = rows[0] ?? root?.querySelector('textarea');
  const control = row instanceof HTMLTextAreaElement ? row : row?.querySelector<HTMLElement>('input, textarea, select, [role=switch], button:not([aria-label^="Reset"])');
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
