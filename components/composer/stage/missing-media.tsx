/** Which media cannot be shown or heard, and why: a chip on the stage that opens the list. Nothing when all are there. */
'use client';

import { TriangleAlert } from 'lucide-react';
import { Popover } from 'radix-ui';
import { memo } from 'react';
import { useMissingMedia } from '#components/composer/player/player-context';
import { useEditorStore } from '#components/composer/store/editor-store';
import { listScopeKeys, select } from '#lib/editor/editor-state';

export const MissingMedia = memo(function MissingMedia() {
  const store = useEditorStore();
  const missing = useMissingMedia();
  if (missing.length === 0) return null;
  const show = (elementIds: readonly string[]) => store.getState().choose((state) => select(state, elementIds.filter((key) => listScopeKeys(state).includes(key))));
  return (
    <Popover.Root>
      <Popover.Trigger className="absolute bottom-3 left-3 inline-flex items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 py-1 text-xs font-medium text-danger shadow-card hover:border-danger">
        <TriangleAlert className="size-3.5" aria-hidden="true" />
        {missing.length === 1 ? '1 file cannot be shown' : `${missing.length} files cannot be shown`}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content side="top" align="start" sideOffset={6} collisionPadding={8} aria-label="Files that cannot be shown" className="z-50 w-80 animate-rise rounded-xl border border-line bg-surface p-1.5 text-sm shadow-pop">
          <ul className="max-h-72 overflow-y-auto">
            {missing.map(({ kind, source, elementIds, reason }) => (
              <li key={`${kind} ${source}`}>
                <button type="button" onClick={() => show(elementIds)} className="w-full rounded-lg px-2.5 py-1.5 text-left hover:bg-sunken">
                  <span className="block font-medium">{`${kind.charAt(0).toUpperCase()}${kind.slice(1)} of ${elementIds.join(', ')}`}</span>
                  <span className="block text-ink-soft">{reason}.</span>
                  <span className="block truncate text-xs text-ink-faint" title={source}>
                    {source}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
});
