/** A timeline as it is while some of its media are still being read: without the layers and sounds that need them, all else in its place. */
import { mediaKey } from '#lib/composition/sources';
import type { Layer, Timeline } from '#lib/composition/timeline';

/** `keys`: of `mediaKey`. The same timeline when there are none. */
export function withoutMedia(timeline: Timeline, keys: ReadonlySet<string>): Timeline {
  if (keys.size === 0) return timeline;
  return {
    ...timeline,
    layers: withoutLayers(timeline.layers, keys),
    sounds: timeline.sounds.filter(({ kind, source }) => !keys.has(mediaKey(kind, source))),
  };
}

function withoutLayers(layers: readonly Layer[], keys: ReadonlySet<string>): Layer[] {
  return layers.flatMap((layer): Layer[] => {
    if (layer.type === 'group') return [{ ...layer, layers: withoutLayers(layer.layers, keys) }];
    return 'source' in layer && keys.has(mediaKey(layer.type, layer.source)) ? [] : [layer];
  });
}
