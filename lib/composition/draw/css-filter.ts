/** A colour filter as a function of CSS, which every canvas computes alike. */
import type { ColorFilter, ColorFilterName } from '#lib/composition/look';

const CSS_NAMES: Readonly<Record<ColorFilterName, string>> = {
  brighten: 'brightness', contrast: 'contrast', grayscale: 'grayscale', invert: 'invert', sepia: 'sepia', saturate: 'saturate',
};

export function toCssFilter({ name, value }: ColorFilter): string {
  return `${CSS_NAMES[name]}(${value})`;
}
