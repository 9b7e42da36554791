/** Every example of the gallery in the composer: opened as a project, drawn, and saved as it was to the byte, with nothing in the console. */
import { describe, expect, inject, it } from 'vitest';
import { EXAMPLES } from '#lib/composition/examples/examples';
import { formatJson } from '#lib/composition/format-json';
import { opensAnother, saveDocument, showPanel, useBrowser } from '#tests/e2e/browser';
import { openComposer } from '#tests/support/open-composer';

const open = useBrowser();

describe('every example', () => {
  it('is saved as it was opened', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    const changed: string[] = [];
    for (const { id, title, build } of EXAMPLES) {
      await showPanel(page, 'Gallery');
      // By the keyboard's way through the list: a click waits for each of them to be scrolled to.
      await opensAnother(page, () => page.getByRole('option').and(page.locator(`[data-value="${id}"]`)).dispatchEvent('click'));
      await page.getByRole('button', { name: `Project ${title}`, exact: true }).waitFor();
      if ((await saveDocument(page)) !== formatJson(build(inject('baseUrl')))) changed.push(id);
    }
    expect(changed).toEqual([]);
    expect(errors).toEqual([]);
  });
});
