/** Files that do not get through: refused ones say why, a cut connection is tried again by itself and by hand, and what is not wanted any more is cancelled. */
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { openComposer } from '#tests/support/open-composer';

const open = useBrowser();

const uploadsOf = (page: Page): Locator => page.getByRole('list', { name: 'Uploads' });
const cardOf = (page: Page, name: string): Locator => page.getByRole('list', { name: 'Media of this project' }).getByRole('listitem').filter({ hasText: name });
/** Where the files themselves go. */
const TO_STORAGE = /X-Amz-Signature/;

async function choose(page: Page, ...files: Parameters<Locator['setInputFiles']>): Promise<void> {
  await page.getByLabel('Files to upload').setInputFiles(...files);
}

describe('an upload', () => {
  it('that is refused says why: by its name, by what is in it, and by its size', async () => {
    const { page } = await open();
    await openComposer(page);
    await choose(page, [
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('words') },
      { name: 'words.mp4', mimeType: 'video/mp4', buffer: Buffer.from('words that are no video at all') },
      { name: 'nothing.png', mimeType: 'image/png', buffer: Buffer.alloc(0) },
    ]);
    const reasonOf = (name: string) => uploadsOf(page).getByRole('listitem').filter({ hasText: name }).getByRole('alert');
    await eventually(() => reasonOf('notes.txt').innerText()).toMatch(/^Its name must end in one of .*mp4/);
    await eventually(() => reasonOf('words.mp4').innerText()).toMatch(/\w+.*\.$/);
    await eventually(() => reasonOf('nothing.png').innerText()).toMatch(/empty|byte|size/i);
    for (const name of ['notes.txt', 'words.mp4', 'nothing.png']) await uploadsOf(page).getByRole('button', { name: `Forget ${name}` }).click();
    await uploadsOf(page).waitFor({ state: 'detached' });
  });

  it('that is cut off goes on by itself when the connection is back', async () => {
    const { page } = await open();
    await openComposer(page);
    let cuts = 0;
    await page.route(TO_STORAGE, (route) => (cuts++ === 0 ? route.abort('connectionreset') : route.continue()));
    await choose(page, 'public/samples/lake.jpg');
    await cardOf(page, 'lake.jpg').getByText('1920').waitFor();
    expect(cuts).toBe(2);
    await uploadsOf(page).waitFor({ state: 'detached' });
  });

  it('that does not get through at all is tried again by hand', async () => {
    const { page } = await open();
    await openComposer(page);
    await page.route(TO_STORAGE, (route) => route.fulfill({ status: 400, headers: { 'Access-Control-Allow-Origin': '*' } }));
    await choose(page, 'public/samples/whoosh.mp3');
    await uploadsOf(page).getByText('The storage answered with status 400.').waitFor();
    await page.unroute(TO_STORAGE);
    await uploadsOf(page).getByRole('button', { name: 'Try whoosh.mp3 again' }).click();
    await cardOf(page, 'whoosh.mp3').getByText(/0:0\d/).waitFor();
  });

  it('that is cancelled leaves nothing, and the page asks before it is left with one on its way', async () => {
    const { page } = await open();
    await openComposer(page);
    await page.route(TO_STORAGE, () => undefined);
    await choose(page, ['public/samples/lake.jpg', 'public/samples/bell.ogg']);
    await uploadsOf(page).getByRole('progressbar', { name: 'Upload of lake.jpg' }).waitFor();
    const questions: string[] = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.type());
      void dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    await eventually(() => questions).toEqual(['beforeunload']);
    await uploadsOf(page).getByRole('button', { name: 'Cancel lake.jpg' }).click();
    await uploadsOf(page).getByRole('button', { name: 'Cancel bell.ogg' }).click();
    await uploadsOf(page).waitFor({ state: 'detached' });
    expect(await page.getByRole('list', { name: 'Media of this project' }).getByText(/lake|bell/).count()).toBe(0);
    await page.close({ runBeforeUnload: true });
    await eventually(() => page.isClosed()).toBe(true);
  });
});
