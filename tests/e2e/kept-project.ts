/** The open project as the composer has kept it in this browser, which it does half a second after a change: waits until it is there as a test says. */
import type { Page } from 'playwright';
import { eventually } from '#tests/e2e/eventually';

interface KeptProject {
  name: string;
  /** What was typed, else the document's. */
  text: string;
  jobIds: string[];
  hasPicture: boolean;
}

/** Until the open project is in the storage as it is by now. */
export const untilSaved = (page: Page, wanted: Partial<KeptProject>) => eventually(() => readKept(page)).toMatchObject(wanted);

/** Null while it is not there. */
async function readKept(page: Page): Promise<KeptProject | null> {
  return page.evaluate(async () => {
    interface Stored {
      project: { name: string; compositionText: string };
      draftText: string | null;
      jobIds: string[];
    }
    const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The storage gave no reason'));
      });
    const id = localStorage.getItem('videogen.project');
    const databases = await indexedDB.databases();
    const find = async (name: string): Promise<unknown> => {
      // To open one that is not there would make it, without its list.
      if (id === null || !databases.some((database) => database.name === name)) return undefined;
      const database = await resultOf(indexedDB.open(name));
      try {
        return await resultOf<unknown>(database.transaction('entries').objectStore('entries').get(id));
      } finally {
        database.close();
      }
    };
    const stored = (await find('videogen-projects')) as Stored | undefined;
    if (stored === undefined) return null;
    const { project, draftText, jobIds } = stored;
    return { name: project.name, text: draftText ?? project.compositionText, jobIds: [...jobIds], hasPicture: (await find('videogen-pictures')) !== undefined };
  });
}
