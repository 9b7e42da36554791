/** Looks a program up as a shell does. In: names in order of preference. Out: the first one's full path in PATH, or null. */
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

export function findProgram(names: readonly string[], env: NodeJS.ProcessEnv = process.env): string | null {
  const directories = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => directories.map((directory) => path.join(directory, name)));
  return candidates.find(isExecutableFile) ?? null;
}

export function isExecutableFile(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
