/** Presets as pictures with their names: one press adds one at the playhead, and they can be dragged to the tracks. */
'use client';

import { beginElementDrag, endDrag } from '#components/composer/media/dragged-element';
import { PresetPicture } from '#components/composer/media/preset-picture';
import { useAddElement } from '#components/composer/media/use-add-element';
import type { ElementPreset } from '#lib/editor/text-presets';

export function PresetList({ label, presets }: { label: string; presets: readonly ElementPreset[] }) {
  const add = useAddElement();
  return (
    <ul aria-label={label} className="grid grid-cols-2 gap-2.5 p-3">
      {presets.map((preset) => (
        <li key={preset.label} draggable onDragStart={(event) => beginElementDrag(event, preset.element)} onDragEnd={endDrag}>
          <button type="button" onClick={() => add(preset.element)} className="group block w-full min-w-0 text-left">
            <span className="block aspect-video overflow-hidden rounded-lg border border-line group-hover:border-accent">
              <PresetPicture label={preset.label} element={preset.element} />
            </span>
            <span className="mt-1 block truncate text-xs text-ink-soft group-hover:text-ink">{preset.label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
