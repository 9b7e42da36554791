/** The hue and the icon of each type of clip. */
import { AudioLines, Film, Image as Picture, Layers, Shapes, Type } from 'lucide-react';
import type { ComponentType } from 'react';
import type { ElementType } from '#lib/composition/schema/composition';

interface ClipLook {
  /** A CSS colour. */
  hue: string;
  icon: ComponentType<{ className?: string }>;
}

export const CLIP_LOOKS: Readonly<Record<ElementType, ClipLook>> = {
  video: { hue: 'var(--track-1)', icon: Film },
  image: { hue: 'var(--track-1)', icon: Picture },
  audio: { hue: 'var(--track-3)', icon: AudioLines },
  text: { hue: 'var(--track-2)', icon: Type },
  shape: { hue: 'var(--track-4)', icon: Shapes },
  composition: { hue: 'var(--ink-soft)', icon: Layers },
};
