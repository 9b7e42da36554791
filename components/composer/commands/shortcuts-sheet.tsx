/** All shortcuts, by what they are for. */
'use client';

import { useShell } from '#components/composer/shell/shell-store';
import { Dialog } from '#components/ui/dialog';
import { useIsMac } from '#components/ui/keys';
import { ACTION_CATEGORIES, ACTIONS, toKeyNames } from '#lib/editor/actions';

export function ShortcutsSheet() {
  const openDialog = useShell((shell) => shell.openDialog);
  const isMac = useIsMac();
  return (
    <Dialog isOpen onClose={() => openDialog(null)} title="Keyboard shortcuts" description="They work wherever you are not typing." kind="wide">
      <div className="gap-x-8 sm:columns-2">
        {ACTION_CATEGORIES.map((category) => {
          const actions = ACTIONS.filter((action) => action.category === category && action.keys.length > 0);
          return actions.length === 0 ? null : (
            <section key={category} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-[13px] font-semibold text-ink-faint">{category}</h3>
              <dl>
                {actions.map(({ id, label, keys }) => (
                  <div key={id} className="flex items-baseline justify-between gap-4 border-b border-line py-1.5 text-sm">
                    <dt>{label}</dt>
                    <dd className="flex shrink-0 gap-1.5">
                      {[...new Set(keys.map((key) => toKeyNames(key, isMac).join(isMac ? '' : ' + ')))].map((name) => (
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
        })}
      </div>
    </Dialog>
  );
}
