/** Opens a composition in the composer the way a person does who drops a JSON file on the page. */
import type { Page } from 'playwright';
import { openComposer } from '#tests/e2e/browser';

export async function openComposition(page: Page, composition: unknown): Promise<void> {
  await openComposer(page);
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, JSON.stringify(composition, null, 2));
  await page.getByRole('button', { name: 'Project dropped' }).waitFor();
}
