/**
 * Opens the composer, by its address alone or with a composition, and resolves when all of it is there. Needs no running test: benchmarks use it, too.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';

/** From here on all panels are beside each other. */
const WIDE_FROM_PX = 1280;
const TIMEOUT_MS = 60_000;
const PRESS_EVERY_MS = 100;

/** Opens the composer and waits until all of its code is there. */
export async function openComposer(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await untilComposerIsThere(page);
}

/** Opens a composition the way a person does who drops a JSON file on the page. */
export async function openComposition(page: Page, composition: unknown): Promise<void> {
  await openComposer(page);
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, JSON.stringify(composition, null, 2));
  await page.getByRole('button', { name: 'Project dropped' }).waitFor();
}

/** All of the composer comes bit by bit, each part by itself: those that are seen, the player, and what listens to the keys. */
export async function untilComposerIsThere(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Project / }).waitFor();
  await page.getByRole('toolbar', { name: 'Preview' }).getByRole('button', { name: /^(Play|Pause)$/, disabled: false }).waitFor();
  if (isWide(page)) {
    await page.getByRole('tab', { name: 'Media' }).waitFor();
    await page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading').first().waitFor();
    await page.getByRole('toolbar', { name: 'Timeline' }).waitFor();
    await page.getByRole('status', { name: 'Clips' }).waitFor({ state: 'attached' });
  }
  await untilKeysAreHeard(page);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
}

/** From panel to panel: of all keys the one that leaves everything as it is. */
async function untilKeysAreHeard(page: Page): Promise<void> {
  const endMs = performance.now() + TIMEOUT_MS;
  while (!(await pressF6(page))) {
    if (performance.now() > endMs) throw new Error(`F6 leads to no panel, after ${TIMEOUT_MS / 1000} s`);
    await sleep(PRESS_EVERY_MS);
  }
}

async function pressF6(page: Page): Promise<boolean> {
  await page.keyboard.press('F6');
  return page.evaluate(() => document.activeElement !== null && document.activeElement.closest('[data-panel]') !== null);
}

export const isWide = (page: Page): boolean => (page.viewportSize()?.width ?? 0) >= WIDE_FROM_PX;
