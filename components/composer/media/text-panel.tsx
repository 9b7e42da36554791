/** The Text panel: texts to begin with. */
'use client';

import { PresetList } from '#components/composer/media/preset-list';
import { TEXT_PRESETS } from '#lib/editor/text-presets';

export function TextPanel() {
  return <PresetList label="Texts" presets={TEXT_PRESETS} />;
}
