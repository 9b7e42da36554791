/** The colours a composition uses, the most used first: what a colour field offers. */
import { normalizeColor } from '#lib/composition/units';
import type { Composition } from '#lib/composition/schema/composition';

const COLOR = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** Normalized (#rrggbb, #rrggbbaa), each once. */
export function listColors(composition: Composition): string[] {
  const counts = new Map<string, number>();
  collect(composition, counts);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([color]) => color);
}

function collect(value: unknown, counts: Map<string, number>): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      // A text may look like a colour and be words.
      if (typeof inner === 'string' && key.endsWith('color') && COLOR.test(inner)) counts.set(normalizeColor(inner), (counts.get(normalizeColor(inner)) ?? 0) + 1);
      else collect(inner, counts);
    }
  }
}
