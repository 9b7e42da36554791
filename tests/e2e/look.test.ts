/** What everybody must be able to use: both themes, a narrow phone, a screen reader. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openComposer, useBrowser, writeInEditor } from '#tests/e2e/browser';
import { findViolations } from '#tests/e2e/find-violations';
import { endlessComposition, failingComposition, quickComposition, startJob, untilFinal } from '#tests/e2e/jobs';

const open = useBrowser();

const backgroundOf = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const LIGHT = 'rgb(250, 249, 245)';
const DARK = 'rgb(18, 19, 16)';

/** Each view of the product, by name: opens it and waits until it is there. */
const VIEWS: ReadonlyArray<[string, (page: Page) => Promise<void>]> = [
  [
    'the composer',
    async (page) => {
      await openComposer(page, '/?example=picture-in-picture');
      await page.getByText('Loading the media').waitFor({ state: 'detached' });
      await page.getByText(/^About \d+ seconds?$/).waitFor({ state: 'attached' });
    },
  ],
  [
    'the composer with problems',
    async (page) => {
      await page.goto('/');
      await writeInEditor(page, '{ "width": 0, "elements": [] }');
      await page.getByText('2 problems').waitFor();
    },
  ],
  [
    'the tracker',
    async (page) => {
      await page.goto(`/videos/${await startJob(endlessComposition())}`);
      await page.getByRole('progressbar', { name: 'Progress of the video' }).waitFor();
    },
  ],
  [
    'the result',
    async (page) => {
      const jobId = await startJob(quickComposition());
      await untilFinal(jobId);
      await page.goto(`/videos/${jobId}`);
      await page.getByLabel('The finished video').waitFor();
    },
  ],
  [
    'the failure',
    async (page) => {
      const jobId = await startJob(failingComposition());
      await untilFinal(jobId);
      await page.goto(`/videos/${jobId}`);
      await page.getByRole('heading', { name: 'The video could not be made' }).waitFor();
    },
  ],
];

/** Leaves no long job to the tests after this one. */
async function cancelShown(page: Page): Promise<void> {
  const jobId = new URL(page.url()).pathname.split('/').at(-1);
  await page.request.delete(`/api/v1/videoresult/${jobId}`);
}

describe.each(VIEWS)('%s', (name, show) => {
  it('has no serious accessibility violation, in light and in dark', async () => {
    const { page } = await open();
    await show(page);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Dark' }).click();
    expect(await backgroundOf(page)).toBe(DARK);
    // Colours on their way from one theme to the other are neither.
    await page.waitForTimeout(400);
    expect(await findViolations(page)).toEqual([]);
    if (name === 'the tracker') await cancelShown(page);
  });

  it('fits a phone of 360 pixels without sideways scrolling', async () => {
    const { page } = await open({ isPhone: true });
    await show(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    if (name === 'the tracker') await cancelShown(page);
  });
});

describe('the theme', () => {
  it("follows the system until one is chosen, and the choice is there before the page's scripts", async () => {
    const { page, errors } = await open({ isDark: true });
    await page.goto('/');
    expect(await backgroundOf(page)).toBe(DARK);
    await page.getByRole('radio', { name: 'Light' }).click();
    expect(await backgroundOf(page)).toBe(LIGHT);
    expect(errors).toEqual([]);
    await page.route('**/_next/static/chunks/*.js', (route) => route.abort());
    await page.reload();
    expect(await backgroundOf(page)).toBe(LIGHT);
  });
});
