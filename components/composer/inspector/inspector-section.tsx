/** A group of the inspector, which opens and closes and stays as it was left. */
'use client';

import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import type { ReactNode } from 'react';
import { create } from 'zustand';

interface SectionsStore {
  closed: readonly string[];
  setOpen: (title: string, isOpen: boolean) => void;
}

/** Those that are looked at most are open. */
const CLOSED_AT_FIRST = ['Sound', 'Time', 'Element', 'JSON'];

export const useSections = create<SectionsStore>()((set) => ({
  closed: CLOSED_AT_FIRST,
  setOpen: (title, isOpen) => set(({ closed }) => ({ closed: isOpen ? closed.filter((other) => other !== title) : [...closed, title] })),
}));

export function InspectorSection({ title, children }: { title: string; children: ReactNode }) {
  const isOpen = useSections(({ closed }) => !closed.includes(title));
  const setOpen = useSections((sections) => sections.setOpen);
  return (
    <Collapsible.Root open={isOpen} onOpenChange={(open) => setOpen(title, open)} className="border-b border-line">
      <h3>
        <Collapsible.Trigger className="group flex h-9 w-full items-center gap-1.5 px-3 text-left text-[13px] font-medium outline-offset-[-2px] hover:bg-sunken">
          <ChevronRight className="size-3.5 text-ink-faint transition-transform group-data-[state=open]:rotate-90" aria-hidden="true" />
          {title}
        </Collapsible.Trigger>
      </h3>
      <Collapsible.Content className="pb-2">{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
