/** Videos that are not there at once, or not at all: the tracker in the composer over reloads and lost connections, what failed with the way to it, results that cannot be reached. */
import type { Locator, Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { playVideo, readEditor, useBrowser, writeInEditor } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { cancelAtTheEnd, endlessComposition, failingComposition, longComposition, quickComposition } from '#tests/e2e/jobs';
import { openComposer, openComposition, untilComposerIsThere } from '#tests/support/open-composer';

const open = useBrowser();

/** Where a page asks how a job stands. */
const RESULT = /\/api\/v1\/videoresult\/[^/]+$/;

const VIDEO_PATIENCE = { timeout: 240_000 };

const sheetOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Videos of this project' });
const barOf = (page: Page): Locator => sheetOf(page).getByRole('progressbar', { name: 'Progress of the video' });
const readyOf = (page: Page): Locator => sheetOf(page).getByRole('heading', { name: 'Your video is ready' });
/** By the bar, which goes when the video is there. */
const percentOf = (page: Page): Promise<number> => page.evaluate(() => Number(document.querySelector('[role=progressbar][aria-label="Progress of the video"]')?.getAttribute('aria-valuenow') ?? 0));

/** By the rule of the contract three videos at this size take longer than anybody is made to wait. */
const trackedComposition = () => ({ ...longComposition(), width: 1920, height: 1080 });

/** What the browser itself logs of requests that the test cuts off, or that are answered with a refusal. */
const withoutOwnDoing = (errors: readonly string[]): string[] => errors.filter((error) => !error.includes('Failed to load resource'));

async function create(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create video' }).click();
}

/** Ends what is only there to be watched. */
async function cancelShown(page: Page): Promise<void> {
  await sheetOf(page).getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the video' }).click();
  await sheetOf(page).getByRole('heading', { name: 'The video was cancelled' }).waitFor();
}

describe('a long video in the composer', () => {
  it('shows its progress, also after a reload and over a lost connection, then the video', async () => {
    const { page, errors } = await open();
    await openComposition(page, trackedComposition());
    await create(page);
    await barOf(page).waitFor();
    // Without its stream it asks; then nobody answers.
    await page.route('**/events', (route) => route.abort());
    await page.reload();
    await barOf(page).waitFor();
    const before = await percentOf(page);
    await page.route(RESULT, (route) => route.abort());
    const lost = sheetOf(page).getByText(/^No connection/);
    await lost.waitFor();
    await page.unroute(RESULT);
    await lost.waitFor({ state: 'detached' });
    await expect.poll(async () => ((await readyOf(page).isVisible()) ? 100 : percentOf(page)), VIDEO_PATIENCE).toBeGreaterThan(before);
    await readyOf(page).waitFor(VIDEO_PATIENCE);
    await playVideo(page);
    expect(withoutOwnDoing(errors)).toEqual([]);
  });

  it('goes on while the project is edited and while the sheet is closed; a reload loses neither', async () => {
    const { page, errors } = await open();
    await openComposition(page, endlessComposition());
    const answer = page.waitForResponse(/\/api\/v1\/videocreate$/);
    await create(page);
    cancelAtTheEnd(((await (await answer).json()) as { job_id: string }).job_id);
    await barOf(page).waitFor();
    await page.getByRole('button', { name: 'Close the videos' }).click();
    await page.getByTestId('lanes').press('t');
    await page.getByRole('listbox', { name: 'Clips' }).getByRole('option', { name: /^Text Your text/ }).waitFor();
    await page.reload();
    await untilComposerIsThere(page);
    await page.getByRole('listbox', { name: 'Clips' }).getByRole('option', { name: /^Text Your text/ }).waitFor();
    expect(await sheetOf(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Videos of this project' }).click();
    await sheetOf(page).getByRole('listitem').getByRole('button').click();
    await barOf(page).waitFor();
    await cancelShown(page);
    expect(errors).toEqual([]);
  });
});

describe('a video whose answer never comes', () => {
  it('is found again after a reload in the middle of the wait', async () => {
    const { page } = await open();
    await openComposition(page, quickComposition());
    // The answer is held back; the job is made all the same.
    let hasArrived = false;
    await page.route('**/api/v1/videocreate', async (route) => {
      await route.fetch({ timeout: 0 }).catch(() => null);
      hasArrived = true;
    });
    await create(page);
    await sheetOf(page).getByRole('heading', { name: 'Making your video' }).waitFor();
    await expect.poll(() => hasArrived, VIDEO_PATIENCE).toBe(true);
    await page.reload();
    await readyOf(page).waitFor(VIDEO_PATIENCE);
    await playVideo(page);
  });

  it('is found again by itself when the connection is back, and one that was never asked for is not made up', async () => {
    const { page } = await open();
    const composition = { ...quickComposition(), width: 322 };
    await openComposition(page, composition);
    // What shows the videos is there before the connection is lost.
    await page.getByRole('button', { name: 'Videos of this project' }).click();
    await sheetOf(page).waitFor();
    await page.getByRole('button', { name: 'Close the videos' }).click();
    await page.context().setOffline(true);
    await create(page);
    await sheetOf(page).getByRole('alert').getByText('The server could not be reached').waitFor();
    const looked = page.waitForResponse(/\/api\/v1\/videos\?/);
    await page.context().setOffline(false);
    expect((await looked).ok()).toBe(true);
    await sheetOf(page).getByRole('alert').waitFor();
    await page.route('**/api/v1/videocreate', async (route) => {
      await route.fetch({ timeout: 0 });
      await route.abort('connectionreset');
    });
    await create(page);
    await readyOf(page).waitFor(VIDEO_PATIENCE);
    await eventually(() => sheetOf(page).getByRole('alert').count()).toBe(0);
  });
});

describe('a video that cannot be made', () => {
  it('names the element, leads to it, and is tried again as the project is by then', async () => {
    const { page, errors } = await open();
    await openComposition(page, failingComposition());
    await create(page);
    await sheetOf(page).getByRole('heading', { name: 'The video could not be made' }).waitFor(VIDEO_PATIENCE);
    await sheetOf(page).getByText('SOURCE_NOT_FOUND').waitFor();
    await sheetOf(page).getByRole('button', { name: 'lost' }).click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const source = inspector.getByRole('textbox', { name: 'Source' });
    await source.fill(`${inject('baseUrl')}/samples/alps.jpg`);
    await source.press('Enter');
    // The same after a reload: what was made, and why it was not, is still there.
    await page.reload();
    await page.getByRole('button', { name: 'Videos of this project' }).click();
    await sheetOf(page).getByRole('listitem').getByRole('button').click();
    await sheetOf(page).getByRole('button', { name: 'Try again' }).click();
    await readyOf(page).waitFor(VIDEO_PATIENCE);
    expect(withoutOwnDoing(errors)).toEqual([]);
  });

  it('is not shown as done when its address does not answer as a video', async () => {
    const { page } = await open();
    await openComposition(page, { ...quickComposition(), width: 324 });
    await page.route(/\/processed\//, (route) => route.fulfill({ status: 403, headers: { 'Access-Control-Allow-Origin': '*' } }));
    await create(page);
    await sheetOf(page).getByRole('heading', { name: 'Your video cannot be reached' }).waitFor(VIDEO_PATIENCE);
    expect(await readyOf(page).count()).toBe(0);
    await page.unroute(/\/processed\//);
    await sheetOf(page).getByRole('button', { name: 'Try again' }).click();
    await readyOf(page).waitFor(VIDEO_PATIENCE);
  });
});

describe('the text of a project', () => {
  it('is there again to the byte after a reload in the middle of typing', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    const text = `${JSON.stringify(quickComposition(), null, 3)}\n`;
    await writeInEditor(page, text);
    await page.reload();
    await eventually(() => readEditor(page)).toBe(text);
    expect(errors).toEqual([]);
  });
});
