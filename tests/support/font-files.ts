/** Fonts of the npm packages as files of every format, as users have them: the path of each. */
import path from 'node:path';
import { PROJECT_ROOT } from '#scripts/project-root';

const inPackage = (...names: string[]): string => path.join(PROJECT_ROOT, 'node_modules', ...names);

export const FONT_FILES = {
  /** Bebas Neue: capitals alone, 400. */
  woff: inPackage('@fontsource', 'bebas-neue', 'files', 'bebas-neue-latin-400-normal.woff'),
  woff2: inPackage('@fontsource', 'bebas-neue', 'files', 'bebas-neue-latin-400-normal.woff2'),
  /** DejaVu Sans Bold Oblique. */
  ttf: inPackage('dejavu-fonts-ttf', 'ttf', 'DejaVuSans-BoldOblique.ttf'),
  /** Inter, 100 to 900. */
  variable: inPackage('@fontsource-variable', 'inter', 'files', 'inter-latin-wght-normal.woff2'),
} as const;
