/** Everything that was done since the project was opened, to go back to or forward: the newest on top. */
'use client';

import clsx from 'clsx';
import { History } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';
import { IconButton } from '#components/ui/icon-button';

export function HistoryButton() {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label="History" icon={History} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content sideOffset={6} collisionPadding={8} aria-label="History" className="z-50 max-h-96 w-72 animate-rise overflow-y-auto rounded-xl border border-line bg-surface p-1.5 shadow-pop">
          <HistoryList />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function HistoryList() {
  const store = useEditorStore();
  const entries = useEditor(({ history }) => history.entries);
  const index = useEditor(({ history }) => history.index);
  return (
    <ol reversed>
      {entries.map(({ label }, place) => (
        <li key={place}>
          <button
            type="button"
            aria-current={place === index ? 'step' : undefined}
            onClick={() => store.getState().jumpTo(place)}
            className={clsx('w-full rounded-lg px-2.5 py-1.5 text-left text-sm hover:bg-sunken', place === index && 'bg-accent-soft font-medium text-accent-strong', place > index && 'text-ink-faint')}
          >
            {label}
          </button>
        </li>
      )).toReversed()}
    </ol>
  );
}
