/**
 * The choice of one category or all of them, in one line that scrolls sideways where it is too narrow.
 */
'use client';

import { ToggleGroup } from 'radix-ui';
import { EXAMPLE_CATEGORIES } from '#lib/composition/examples/example';

/** A toggle's value may not be empty. */
const ALL = 'all';

/** `value` is '' for all. */
export function CategoryFilter({ value, onChange }: { value: string; onChange: (category: string) => void }) {
  return (
    <ToggleGroup.Root
      type="single"
      value={value === '' ? ALL : value}
      // Pressing the chosen one again would choose nothing.
      onValueChange={(next) => next !== '' && onChange(next === ALL ? '' : next)}
      aria-label="Category"
      className="-mx-4 flex min-w-0 gap-1 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:-mx-6 sm:px-6 lg:mx-0 lg:px-1"
    >
      {[ALL, ...EXAMPLE_CATEGORIES].map((category) => (
        <ToggleGroup.Item
          key={category}
          value={category}
          className="h-7 shrink-0 rounded-full border border-line px-3 text-[13px] font-medium text-ink-soft transition-colors hover:border-line-strong hover:text-ink data-[state=on]:border-accent data-[state=on]:bg-accent data-[state=on]:text-on-accent"
        >
          {category === ALL ? 'All' : category}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
