/**
 * The examples, by category, to be searched; the chosen one is opened as a project of its own.
 */
'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { fromExample } from '#components/composer/project/choose-first-project';
import { useProjectSession } from '#components/composer/project/project-session';
import { EXAMPLE_CATEGORIES, type Example } from '#lib/composition/examples/example';
import { EXAMPLES } from '#lib/composition/examples/examples';

export function GalleryPanel({ origin }: { origin: string }) {
  const { openProject } = useProjectSession();
  return (
    <Command label="Search the examples" filter={matchAllWords} vimBindings={false} className="flex h-full min-h-0 flex-col">
      <div className="relative border-b border-line">
        <Search className="pointer-events-none absolute top-1/2 left-3.5 size-4 -translate-y-1/2 text-ink-faint" aria-hidden="true" />
        <Command.Input placeholder="Search the examples" className="h-11 w-full bg-transparent pr-3 pl-10 text-sm outline-none placeholder:text-ink-faint" />
      </div>
      <Command.List label="Examples" className="min-h-0 flex-1 overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-sm text-ink-soft">No example has these words.</Command.Empty>
        {EXAMPLE_CATEGORIES.map((category) => (
          <ExampleGroup key={category} category={category} onChoose={(example) => void openProject(fromExample(example, origin))} />
        ))}
      </Command.List>
      <a href="/gallery" className="block border-t border-line px-4 py-2.5 text-[13px] font-medium text-ink-soft outline-offset-[-2px] hover:bg-sunken hover:text-ink">
        See all of them as videos in the gallery
      </a>
    </Command>
  );
}

function ExampleGroup({ category, onChoose }: { category: string; onChoose: (example: Example) => void }) {
  return (
    <Command.Group heading={category} className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint">
      {EXAMPLES.filter((example) => example.category === category).map((example) => (
        <Command.Item
          key={example.id}
          value={example.id}
          keywords={[example.title, example.description, category]}
          onSelect={() => onChoose(example)}
          className="cursor-pointer rounded-lg px-3 py-1.5 data-[selected=true]:bg-sunken"
        >
          <span className="block text-sm font-medium">{example.title}</span>
          <span className="mt-0.5 block text-[13px] leading-snug text-ink-soft">{example.description}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** As many as are found keep their order: each of them has every word that was typed. */
function matchAllWords(id: string, search: string, keywords: string[] = []): number {
  const text = [id, ...keywords].join(' ').toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => text.includes(word)) ? 1 : 0;
}
