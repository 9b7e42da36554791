/** Every layer that shows a file, those in groups as well. */
import type { Layer, PictureLayer } from '#lib/composition/timeline';

export function listPictureLayers(layers: readonly Layer[]): PictureLayer[] {
  return layers.flatMap((layer): PictureLayer[] => {
    if (layer.type === 'group') return listPictureLayers(layer.layers);
    return layer.type === 'image' || layer.type === 'video' ? [layer] : [];
  });
}
