/** The sentence of the moment: what was done, or why it could not be. It goes by itself. */
'use client';

import { Info, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';

const SHOWN_MS = 7_000;

export function NoticeToast() {
  const store = useEditorStore();
  const notice = useEditor((state) => state.notice);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => store.getState().say(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [store, notice]);
  return (
    <div role="status" aria-label="Notice" className="pointer-events-none fixed inset-x-4 bottom-5 z-50 flex justify-center">
      {notice !== null && (
        <p className="pointer-events-auto flex max-w-xl animate-rise items-start gap-2.5 rounded-xl border border-line bg-surface py-2.5 pr-2 pl-3.5 text-sm shadow-pop">
          {notice.kind === 'refusal' ? <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warning" aria-hidden="true" /> : <Info className="mt-0.5 size-4 shrink-0 text-accent" aria-hidden="true" />}
          <span className="min-w-0 break-words">{notice.text}.</span>
          <button type="button" aria-label="Dismiss" onClick={() => store.getState().say(null)} className="grid size-6 shrink-0 place-items-center rounded-md text-ink-faint hover:bg-sunken hover:text-ink">
            <X className="size-3.5" aria-hidden="true" />
          </button>
        </p>
      )}
    </div>
  );
}
