/** Finds every action by its words; what cannot be done now is not offered. */
'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useActions } from '#components/composer/commands/actions-context';
import { useShell } from '#components/composer/shell/shell-store';
import { Keys } from '#components/ui/keys';
import { searchActions, type ActionId } from '#lib/editor/actions';

export function Palette() {
  const { perform, isEnabled } = useActions();
  const openDialog = useShell((shell) => shell.openDialog);
  const [query, setQuery] = useState('');
  const found = searchActions(query).filter(({ id }) => id !== 'openPalette' && isEnabled(id));
  const choose = (id: ActionId) => {
    openDialog(null);
    perform(id);
  };
  return (
    <Command.Dialog
      open
      onOpenChange={(isOpen) => !isOpen && openDialog(null)}
      label="Find an action"
      shouldFilter={false}
      overlayClassName="fixed inset-0 z-40 bg-black/45 backdrop-blur-[2px]"
      contentClassName="fixed top-[12dvh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-2xl border border-line bg-surface shadow-pop"
    >
      <div className="relative border-b border-line">
        <Search className="pointer-events-none absolute top-1/2 left-4 size-4 -translate-y-1/2 text-ink-faint" aria-hidden="true" />
        <Command.Input value={query} onValueChange={setQuery} placeholder="Find an action" className="h-12 w-full bg-transparent pr-4 pl-11 text-[15px] outline-none placeholder:text-ink-faint" />
      </div>
      <Command.List label="Actions" className="max-h-[50dvh] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-sm text-ink-soft">No action has these words.</Command.Empty>
        {found.map(({ id, label, category, keys }) => (
          <Command.Item key={id} value={id} onSelect={() => choose(id)} className="flex cursor-pointer items-center gap-3 rounded-lg px-3 py-2 text-sm data-[selected=true]:bg-sunken">
            <span className="min-w-0 flex-1 truncate">{label}</span>
            <span className="text-xs text-ink-faint">{category}</span>
            {keys[0] !== undefined && <Keys keys={keys[0]} />}
          </Command.Item>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}
