/**
 * The menu of examples; the chosen one replaces the text of the editor, whose undo brings the old text back.
 */
'use client';

import { ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button } from '#components/ui/button';
import type { Example } from '#lib/composition/examples/example';
import { EXAMPLES } from '#lib/composition/examples/examples';

export function ExamplesMenu({ onSelect }: { onSelect: (example: Example) => void }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button size="small">
          Examples
          <ChevronDown aria-hidden="true" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={6}
          className="z-50 w-[min(22rem,calc(100vw-2rem))] animate-rise rounded-xl border border-line bg-surface p-1.5 shadow-pop"
        >
          {EXAMPLES.map((example) => (
            <DropdownMenu.Item
              key={example.id}
              onSelect={() => onSelect(example)}
              className="rounded-lg px-3 py-2 outline-none data-[highlighted]:bg-sunken"
            >
              <span className="block text-sm font-medium">{example.title}</span>
              <span className="mt-0.5 block text-[13px] leading-snug text-ink-soft">{example.description}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
