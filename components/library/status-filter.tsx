/**
 * The choice of which videos are shown, by how they stand.
 */
'use client';

import { ChevronDown } from 'lucide-react';

export interface FilterEntry {
  /** In the address. */
  name: string;
  label: string;
  /** As the API takes it. */
  status: string;
}

export const STATUS_FILTERS: readonly FilterEntry[] = [
  { name: '', label: 'All', status: '' },
  { name: 'finished', label: 'Finished', status: 'completed' },
  { name: 'running', label: 'In the making', status: 'processing' },
  { name: 'failed', label: 'Failed', status: 'failed,timeout' },
  { name: 'cancelled', label: 'Cancelled', status: 'cancelled' },
];

export function StatusFilter({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  return (
    <label className="relative">
      <span className="sr-only">Status</span>
      <select
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="h-9 appearance-none rounded-lg border border-line-strong bg-surface pr-9 pl-3 text-sm"
      >
        {STATUS_FILTERS.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-faint" aria-hidden="true" />
    </label>
  );
}
