/** Opening another project in the composer: never over work that could not be stored without a question, and by a file that is dropped wherever it lands. */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { pickExample, readEditor, showPanel, useBrowser, writeInEditor } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { quickComposition } from '#tests/e2e/jobs';
import { openComposer } from '#tests/support/open-composer';

const open = useBrowser();

const project = (page: Page, name: string) => page.getByRole('button', { name: `Project ${name}`, exact: true });

it('asks before it leaves work that could not be stored', async () => {
  const { page, errors } = await open();
  // No browser can be given a full disk: its own error comes from where it would.
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('There is no room', 'QuotaExceededError');
    };
  });
  await openComposer(page);
  const text = JSON.stringify(quickComposition());
  await writeInEditor(page, text);
  await page.getByRole('alert').getByText('storage is full').waitFor();
  await showPanel(page, 'Gallery');
  await page.getByRole('option', { name: /^Slideshow/ }).click();
  const question = page.getByRole('alertdialog', { name: 'Leave this project unsaved?' });
  await question.getByRole('button', { name: 'Stay here' }).click();
  await question.waitFor({ state: 'detached' });
  await eventually(() => readEditor(page)).toBe(text);
  const picking = pickExample(page, 'Slideshow');
  await question.getByRole('button', { name: 'Open the other one' }).click();
  await picking;
  expect(errors).toEqual([]);
});

it('opens a composition that is dropped on the tracks', async () => {
  const { page, errors } = await open();
  await openComposer(page);
  const box = await page.getByTestId('lanes').boundingBox();
  const dataTransfer = await page.evaluateHandle((text) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([text], 'on-the-tracks.json', { type: 'application/json' }));
    return dropped;
  }, JSON.stringify(quickComposition()));
  await page.getByTestId('lanes').dispatchEvent('drop', { dataTransfer, clientX: box!.x + 50, clientY: box!.y + 20 });
  await project(page, 'on-the-tracks').waitFor();
  expect(errors).toEqual([]);
});
