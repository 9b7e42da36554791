/**
 * The bundled fonts: which npm packages they come from, and what they are called. All are under the SIL Open Font License but DejaVu, whose own licence is as free.
 * Noto's Japanese, Korean and Chinese share code points: which one draws a character is chosen by the text (lib/composition/text/choose-face.ts).
 */

export interface FontPackage {
  family: string;
  /** The npm package. */
  package: string;
  /** Folder of the font files in it. */
  folder: string;
  /** Which of them are taken; the first group, when there is one, is the style. */
  pattern: RegExp;
  weightMin: number;
  weightMax: number;
  licence: string;
}

const variable = (family: string, name: string, [weightMin, weightMax]: readonly [number, number]): FontPackage => ({
  family,
  package: `@fontsource-variable/${name}`,
  folder: 'files',
  pattern: new RegExp(`^${name}-.+-wght-(normal|italic)\\.woff2$`),
  weightMin,
  weightMax,
  licence: 'LICENSE',
});

const dejavu = (file: string, weight: number): FontPackage => ({
  family: 'DejaVu Sans',
  package: 'dejavu-fonts-ttf',
  folder: 'ttf',
  pattern: new RegExp(`^${file}\\.ttf$`),
  weightMin: weight,
  weightMax: weight,
  licence: 'LICENSE',
});

export const FONT_PACKAGES: readonly FontPackage[] = [
  variable('Inter', 'inter', [100, 900]),
  variable('Noto Sans', 'noto-sans', [100, 900]),
  variable('Montserrat', 'montserrat', [100, 900]),
  variable('Oswald', 'oswald', [200, 700]),
  { ...variable('Bebas Neue', 'bebas-neue', [400, 400]), package: '@fontsource/bebas-neue', pattern: /^bebas-neue-.+-400-(normal)\.woff2$/ },
  variable('Playfair Display', 'playfair-display', [400, 900]),
  variable('Lora', 'lora', [400, 700]),
  variable('JetBrains Mono', 'jetbrains-mono', [100, 800]),
  variable('Caveat', 'caveat', [400, 700]),
  variable('Noto Sans Arabic', 'noto-sans-arabic', [100, 900]),
  variable('Noto Sans Hebrew', 'noto-sans-hebrew', [100, 900]),
  variable('Noto Sans Devanagari', 'noto-sans-devanagari', [100, 900]),
  variable('Noto Sans JP', 'noto-sans-jp', [100, 900]),
  variable('Noto Sans KR', 'noto-sans-kr', [100, 900]),
  variable('Noto Sans SC', 'noto-sans-sc', [100, 900]),
  // The whole font: of its subsets only this file has the colours as vectors (COLR).
  { ...variable('Noto Color Emoji', 'noto-color-emoji', [400, 400]), package: '@fontsource/noto-color-emoji', pattern: /^noto-color-emoji-emoji-400-(normal)\.woff2$/ },
  dejavu('DejaVuSans', 400),
  dejavu('DejaVuSans-Bold', 700),
];

export const DEFAULT_FAMILY = 'Inter';
export const EMOJI_FAMILY = 'Noto Color Emoji';
/** Which of the three draws Chinese characters goes by the other letters of the text. */
export const HAN_FAMILIES = { chinese: 'Noto Sans SC', japanese: 'Noto Sans JP', korean: 'Noto Sans KR' };
/** DejaVu is last: it has the combining marks and symbols that the subsets of the others lack. */
export const FALLBACK_FAMILIES = ['Inter', 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans Devanagari', 'Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR', 'Noto Color Emoji', 'DejaVu Sans'];
