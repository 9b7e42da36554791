/** A font file that was brought in as a font of the composition: its family is what its file is called, without the words for weight and style. */
import { FONT_FAMILY_LENGTH_MAX } from '#lib/composition/limits';
import type { Font } from '#lib/composition/schema/font';

const STYLE_WORDS = /[-_ ]*(thin|extra-?light|light|regular|normal|medium|semi-?bold|demi-?bold|extra-?bold|bold|black|heavy|italic|oblique|variable|vf|wght)$/i;

export function toOwnFont(fileName: string, source: string): Font {
  let name = fileName.replace(/\.[^.]+$/, '');
  while (STYLE_WORDS.test(name) && name.replace(STYLE_WORDS, '') !== '') name = name.replace(STYLE_WORDS, '');
  const words = name.split(/[-_ ]+/).filter((word) => word !== '').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return { family: words.slice(0, FONT_FAMILY_LENGTH_MAX) || 'My font', source };
}
