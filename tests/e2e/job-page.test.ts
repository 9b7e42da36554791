/** The page of a job: what it shows in each state, what it tells other programs, and how it keeps itself up to date. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { openPage, playVideo, showPanel, useBrowser } from '#tests/e2e/browser';
import { cancelAtTheEnd, endlessComposition, failingComposition, longComposition, quickComposition, startJob, untilFinal } from '#tests/e2e/jobs';

const open = useBrowser();

/** What the browser itself logs when a request is cut off by the test. */
const isOwnDoing = (error: string): boolean => error.includes('Failed to load resource');

/** To be called before the page is opened: it keeps every value the bar shows. */
async function keepProgress(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { seenProgress: seen });
    const look = (): void => {
      const value = document.querySelector('[role=progressbar][aria-label="Progress of the video"]')?.getAttribute('aria-valuenow') ?? null;
      if (value !== null && Number(value) !== seen.at(-1)) seen.push(Number(value));
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['aria-valuenow'] });
  });
}

const keptProgress = (page: Page): Promise<number[]> => page.evaluate(() => (window as unknown as { seenProgress: number[] }).seenProgress);

describe('the page of a job', () => {
  it('shows progress that only goes forward, then the video', async () => {
    const { page, errors } = await open();
    await keepProgress(page);
    await page.goto(`/videos/${await startJob(longComposition())}`);
    await page.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 240_000 });
    const seen = await keptProgress(page);
    expect(seen.length).toBeGreaterThanOrEqual(4);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    await playVideo(page);
    expect(errors).toEqual([]);
  });

  it('finishes by events alone, and by polling alone', async () => {
    const [byEvents, byPolling] = [await open(), await open()];
    await byEvents.page.route(/\/api\/v1\/videoresult\/[^/]+$/, (route) => route.abort());
    await byPolling.page.route('**/events', (route) => route.abort());
    const jobId = await startJob(longComposition());
    await Promise.all([byEvents, byPolling].map(({ page }) => page.goto(`/videos/${jobId}`)));
    await Promise.all([byEvents, byPolling].map(({ page }) => page.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 240_000 })));
    expect([...byEvents.errors, ...byPolling.errors].filter((error) => !isOwnDoing(error))).toEqual([]);
  });

  it('names what went wrong with which element, and a retry goes on to a new job', async () => {
    const { page, errors } = await open();
    const jobId = await startJob(failingComposition());
    await openPage(page, `/videos/${jobId}`);
    await page.getByRole('heading', { name: 'The video could not be made' }).waitFor({ timeout: 60_000 });
    expect(await page.getByRole('definition').allInnerTexts()).toEqual(['lost', 'SOURCE_NOT_FOUND']);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/videos/') && !url.pathname.endsWith(jobId));
    await page.getByRole('heading', { name: 'The video could not be made' }).waitFor({ timeout: 60_000 });
    expect(errors).toEqual([]);
  });

  it('takes the composition of a failed job back into the editor', async () => {
    const { page } = await open();
    const jobId = await startJob(failingComposition());
    await untilFinal(jobId);
    await openPage(page, `/videos/${jobId}`);
    await page.getByRole('button', { name: 'Edit the composition' }).click();
    await showPanel(page, 'JSON');
    await page.getByRole('textbox', { name: 'Composition as JSON' }).getByText('there-is-no-such-file.jpg').waitFor();
  });

  it('cancels after asking, and starts again from there', async () => {
    const { page, errors } = await open();
    const jobId = await startJob(endlessComposition());
    cancelAtTheEnd(jobId);
    await openPage(page, `/videos/${jobId}`);
    await page.getByRole('button', { name: 'Cancel' }).click();
    const question = page.getByRole('alertdialog', { name: 'Cancel this video?' });
    await question.getByRole('button', { name: 'Keep going' }).click();
    await question.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await question.getByRole('button', { name: 'Cancel the video' }).click();
    await page.getByRole('heading', { name: 'The video was cancelled' }).waitFor();
    expect((await untilFinal(jobId)).status).toBe('cancelled');
    await page.getByRole('button', { name: 'Start again', disabled: false }).waitFor();
    expect(errors).toEqual([]);
  });

  it('does not show a video as done that is not there, and tries again when asked', async () => {
    const { page } = await open();
    const jobId = await startJob(quickComposition());
    const { result_url: resultUrl } = await untilFinal(jobId);
    await page.route(resultUrl, (route) => route.fulfill({ status: 404, headers: { 'Access-Control-Allow-Origin': '*' } }));
    await page.goto(`/videos/${jobId}`);
    await page.getByText('The video was made, but cannot be played yet').waitFor();
    await page.getByText('The storage answered 404').waitFor();
    await page.unroute(resultUrl);
    await page.getByRole('button', { name: 'Try again' }).click();
    await playVideo(page);
  });

  it('saves the video as a file', async () => {
    const { page, errors } = await open();
    const jobId = await startJob(quickComposition());
    await untilFinal(jobId);
    await page.goto(`/videos/${jobId}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download' }).click()]);
    expect(download.suggestedFilename()).toBe(`videogen-${jobId.slice(0, 8)}.mp4`);
    expect((await readFile(await download.path())).subarray(4, 8).toString('latin1')).toBe('ftyp');
    expect(errors).toEqual([]);
  });

  it('an unknown job is a page with status 404', async () => {
    for (const jobId of ['no-uuid', '00000000-0000-4000-8000-000000000000']) {
      const response = await fetch(`${inject('baseUrl')}/videos/${jobId}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('There is no such video');
    }
  });
});
