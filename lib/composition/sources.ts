/**
 * The media of a composition: which sources it names, as what, and by which elements.
 * The same file may be used as a video and as an image (an animated GIF), so facts and files are kept by `mediaKey`, never by source alone.
 */
import { listElements } from '#lib/composition/list-elements';
import type { Composition } from '#lib/composition/schema/composition';

export type MediaKind = 'image' | 'video' | 'audio';

export interface MediaSource {
  source: string;
  kind: MediaKind;
  /** The elements that use it, in the composition's order, those in groups as well. */
  elementIds: string[];
}

/** The key of `MediaFactsBySource` and of every other map of media. For a layer: `mediaKey(layer.type, layer.source)`; for a sound: `mediaKey(sound.kind, sound.source)`. */
export function mediaKey(kind: MediaKind, source: string): string {
  return `${kind} ${source}`;
}

/** Every source to be fetched, once for each kind it is used as. */
export function listSources(composition: Composition): MediaSource[] {
  const byKey = new Map<string, MediaSource>();
  for (const { element, elementId } of listElements(composition)) {
    if (!('source' in element)) continue;
    const key = mediaKey(element.type, element.source);
    const known = byKey.get(key) ?? { source: element.source, kind: element.type, elementIds: [] };
    known.elementIds.push(elementId);
    byKey.set(key, known);
  }
  return [...byKey.values()];
}
