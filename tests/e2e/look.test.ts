/** What everybody must be able to use: both themes, a narrow phone, a screen reader. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { openPage, untilStill, useBrowser, writeInEditor } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { findViolations } from '#tests/e2e/find-violations';
import { cancelAtTheEnd, endlessComposition, failingComposition, quickComposition, startJob, untilFinal } from '#tests/e2e/jobs';
import { openComposer } from '#tests/support/open-composer';

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
      const jobId = await startJob(endlessComposition());
      cancelAtTheEnd(jobId);
      await openPage(page, `/videos/${jobId}`);
      await page.getByRole('progressbar', { name: 'Progress of the video' }).waitFor();
    },
  ],
  [
    'the result',
    async (page) => {
      const jobId = await startJob(quickComposition());
      await untilFinal(jobId);
      await openPage(page, `/videos/${jobId}`);
      await page.getByLabel('The finished video').waitFor();
    },
  ],
  [
    'the failure',
    async (page) => {
      const jobId = await startJob(failingComposition());
      await untilFinal(jobId);
      await openPage(page, `/videos/${jobId}`);
      await page.getByRole('heading', { name: 'The video could not be made' }).waitFor();
    },
  ],
];

describe.each(VIEWS)('%s', (_, show) => {
  it('has no serious accessibility violation, in light and in dark', async () => {
    const { page } = await open();
    await show(page);
    await untilStill(page);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Dark' }).click();
    await eventually(() => backgroundOf(page)).toBe(DARK);
    await untilStill(page);
    expect(await findViolations(page)).toEqual([]);
  });

  it('fits a phone of 360 pixels without sideways scrolling', async () => {
    const { page } = await open({ isPhone: true });
    await show(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

describe('the theme', () => {
  it("follows the system until one is chosen, and the choice is there before the page's scripts", async () => {
    const { page, errors } = await open({ isDark: true });
    await page.goto('/');
    expect(await backgroundOf(page)).toBe(DARK);
    await page.getByRole('radio', { name: 'Light' }).click();
    await eventually(() => backgroundOf(page)).toBe(LIGHT);
    expect(errors).toEqual([]);
    await page.route('**/_next/static/chunks/*.js', (route) => route.abort());
    await page.reload();
    expect(await backgroundOf(page)).toBe(LIGHT);
  });
});
