/** The Shapes panel: shapes to begin with. */
'use client';

import { PresetList } from '#components/composer/media/preset-list';
import { SHAPE_PRESETS } from '#lib/editor/shape-presets';

export function ShapesPanel() {
  return <PresetList label="Shapes" presets={SHAPE_PRESETS} />;
}
