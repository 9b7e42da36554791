/** Where the project lives on disk, whatever directory the command was typed in; ends without a slash. */
import { fileURLToPath } from 'node:url';

export const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
