/** JSON files from and to the disk of whoever works here. */
import { saveBlob } from '#components/ui/save-blob';

export interface TextFile {
  /** Without its ending. */
  name: string;
  text: string;
}

export async function readTextFile(file: File): Promise<TextFile> {
  return { name: file.name.replace(/\.json$/i, '') || 'Untitled', text: await file.text() };
}

export const isJsonFile = ({ type, name }: Pick<File, 'type' | 'name'>): boolean => type === 'application/json' || /\.json$/i.test(name);

/** Null when none is chosen. */
export function pickTextFile(): Promise<TextFile | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = '.json,application/json';
    field.addEventListener('change', () => {
      const file = field.files?.[0];
      resolve(file === undefined ? null : readTextFile(file));
    });
    field.addEventListener('cancel', () => resolve(null));
    field.click();
  });
}

/** To the byte. */
export function saveTextFile(text: string, fileName: string): void {
  saveBlob(new Blob([text], { type: 'application/json' }), fileName.replaceAll(/[\\/:*?"<>|]/g, '-'));
}
