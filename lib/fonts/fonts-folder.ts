/** Where the bundled fonts lie (scripts/ensure-fonts.ts puts them there): web and worker are both started in the project's own folder. */
import path from 'node:path';

export const FONTS_FOLDER = path.join(process.cwd(), 'public', 'fonts');
