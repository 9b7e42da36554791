/** Where the timeline is when a group is open: the way in, each step of it a way back. */
'use client';

import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { useEditorState, useEditorStore } from '#components/composer/store/editor-store';
import { findElement, leaveGroup } from '#lib/editor/editor-state';
import { titleOf } from '#lib/editor/editor-view';
import { listScopeTrail } from '#lib/editor/scope-trail';

export function ScopeTrail() {
  const store = useEditorStore();
  const state = useEditorState();
  const trail = useMemo(() => listScopeTrail(state), [state]);
  if (trail.length === 0) return null;
  const leave = (steps: number) => store.getState().choose((open) => Array.from({ length: steps }).reduce<typeof open>((inner) => leaveGroup(inner), open));
  return (
    <nav aria-label="Open group" className="flex h-8 shrink-0 items-center gap-1 border-b border-line bg-accent-soft px-3 text-[13px]">
      <button type="button" onClick={() => leave(trail.length)} className="rounded px-1 text-ink-soft hover:text-ink hover:underline">
        Composition
      </button>
      {trail.map((key, index) => {
        const element = findElement(state.composition, key)?.element;
        const title = element === undefined ? '' : titleOf(element);
        const isLast = index === trail.length - 1;
        return (
          <span key={key} className="flex min-w-0 items-center gap-1">
            <ChevronRight className="size-3.5 shrink-0 text-ink-faint" aria-hidden="true" />
            {isLast ? (
              <span aria-current="true" className="truncate px-1 font-medium">
                {title}
              </span>
            ) : (
              <button type="button" onClick={() => leave(trail.length - 1 - index)} className="truncate rounded px-1 text-ink-soft hover:text-ink hover:underline">
                {title}
              </button>
            )}
          </span>
        );
      })}
      <span className="ml-auto text-xs text-ink-soft">Its own clock and tracks</span>
    </nav>
  );
}
