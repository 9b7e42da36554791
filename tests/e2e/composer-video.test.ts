/** Videos made of a project beside the work on it: all of it or a range, kept at hand, and without a connection. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { chooseInMenu, playVideo, readEditor, useBrowser, writeInEditor } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { quickComposition } from '#tests/e2e/jobs';
import { untilSaved } from '#tests/e2e/kept-project';
import { openComposer } from '#tests/support/open-composer';

const open = useBrowser();

/** What the sheet plays is made of code of its own: it is there before the connection is lost. */
async function untilSheetIsThere(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Videos of this project' }).click();
  await page.getByRole('complementary', { name: 'Videos of this project' }).waitFor();
  await page.getByRole('button', { name: 'Close the videos' }).click();
}

describe('making videos beside the work', () => {
  it('a finished video plays in the sheet and stays at hand after a reload', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    await writeInEditor(page, JSON.stringify(quickComposition()));
    await page.getByText('Valid composition').waitFor();
    await page.getByRole('button', { name: 'Create video' }).click();
    const sheet = page.getByRole('complementary', { name: 'Videos of this project' });
    await sheet.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 180_000 });
    await playVideo(page);
    await untilSaved(page, { jobIds: [expect.any(String) as string] });
    await page.reload();
    await playVideo(page);
    await sheet.getByRole('button', { name: 'All videos' }).click();
    await sheet.getByRole('button', { name: /^Finished/ }).click();
    await playVideo(page);
    expect(errors).toEqual([]);
  });

  it('the marked range alone is made when it is asked for', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    await writeInEditor(page, JSON.stringify({ ...quickComposition(), elements: quickComposition().elements.map((element) => ({ ...element, duration: 4 })) }));
    await page.getByText('Valid composition').waitFor();
    await page.getByRole('tabpanel', { name: 'JSON' }).getByRole('heading', { name: 'JSON' }).click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('i');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('o');
    await chooseInMenu(page, 'Render this range');
    await page.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 180_000 });
    await eventually(() => page.getByRole('definition').first().innerText()).toBe('1 second');
    expect(errors).toEqual([]);
  });

  it('a lost connection is told, and nothing is lost', async () => {
    const { page } = await open();
    await openComposer(page);
    const text = JSON.stringify(quickComposition());
    await writeInEditor(page, text);
    await page.getByText(/^About /).waitFor();
    await untilSheetIsThere(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Create video' }).click();
    await page.getByRole('alert').getByText('The server could not be reached').waitFor();
    await untilSaved(page, { text });
    await page.context().setOffline(false);
    await page.reload();
    await eventually(() => readEditor(page)).toBe(text);
    await page.getByRole('button', { name: 'Create video' }).click();
    await page.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 180_000 });
  });
});
