/** The one folder with everything the embedded parts keep: `.videogen/` in the project, or VIDEOGEN_STATE_DIR. Safe to delete when nothing runs. */
import path from 'node:path';
import { PROJECT_ROOT } from '#scripts/project-root';

export function findStateDirectory(): string {
  return path.resolve(PROJECT_ROOT, process.env['VIDEOGEN_STATE_DIR'] || '.videogen');
}
