/** All shortcuts, by what they are for, and what the pointer does on the canvas with keys held. */
'use client';

import { useShell } from '#components/composer/shell/shell-store';
import { Dialog } from '#components/ui/dialog';
import { useIsMac } from '#components/ui/keys';
import { ACTION_CATEGORIES, ACTIONS, toKeyNames } from '#lib/editor/actions';
import { CANVAS_GESTURES } from '#lib/editor/canvas-gestures';

export function ShortcutsSheet() {
  const openDialog = useShell((shell) => shell.openDialog);
  const isMac = useIsMac();
  const nameOf = (keys: string): string => toKeyNames(keys, isMac).join(isMac ? '' : ' + ');
  const gestures = CANVAS_GESTURES.map(({ label, keys, movement }) => ({ label, names: [keys === null ? movement : `${nameOf(keys)} + ${movement}`] }));
  return (
    <Dialog isOpen onClose={() => openDialog(null)} title="Keyboard shortcuts" description="They work wherever you are not typing." kind="wide" isText>
      <div className="gap-x-8 sm:columns-2">
        {ACTION_CATEGORIES.map((category) => {
          const actions = ACTIONS.filter((action) => action.category === category && action.keys.length > 0);
          return <Entries key={category} title={category} entries={actions.map(({ label, keys }) => ({ label, names: [...new Set(keys.map(nameOf))] }))} />;
        })}
        <Entries title="On the canvas" entries={gestures} />
      </div>
    </Dialog>
  );
}

interface Entry {
  label: string;
  /** Alternatives. */
  names: readonly string[];
}

function Entries({ title, entries }: { title: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1 text-[13px] font-semibold text-ink-faint">{title}</h3>
      <dl>
        {entries.map(({ label, names }) => (
          <div key={label} className="flex items-baseline justify-between gap-4 border-b border-line py-1.5 text-sm">
            <dt>{label}</dt>
            <dd className="flex shrink-0 gap-1.5">
              {names.map((name) => (
                <kbd key={name} className="rounded border border-line-strong bg-sunken px-1.5 font-sans text-xs leading-5">
                  {name}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
