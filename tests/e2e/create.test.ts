/** The composer: from a composition to a video that plays, without leaving the page. */
import { describe, expect, inject, it } from 'vitest';
import { pickExample, playVideo, useBrowser, writeInEditor } from '#tests/e2e/browser';
import { failingComposition, longComposition, quickComposition, untilQueueIsEmpty } from '#tests/e2e/jobs';

const open = useBrowser();

describe('creating a video in the composer', () => {
  it('an example becomes a video that plays in place', async () => {
    const { page, errors } = await open();
    await page.goto('/');
    await pickExample(page, 'One photo');
    await page.getByText(/^About \d+ seconds?$/).waitFor();
    await page.getByRole('button', { name: 'Create video' }).click();
    await page.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 180_000 });
    await playVideo(page);
    await page.getByText('480 × 640').waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(errors).toEqual([]);
  });

  it('a long composition shows its progress in place, then the video', async () => {
    const { page, errors } = await open();
    // By the rule of the contract three videos at this size take longer than anybody is made to wait.
    const composition = { ...longComposition(), width: 1920, height: 1080 };
    await untilQueueIsEmpty(composition);
    await page.goto('/');
    await writeInEditor(page, JSON.stringify(composition));
    await page.getByText('you get a link').waitFor();
    await page.getByRole('button', { name: 'Create video' }).click();
    await page.getByRole('progressbar', { name: 'Progress of the video' }).waitFor();
    await page.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 240_000 });
    await playVideo(page);
    expect(errors).toEqual([]);
  });

  it('Ctrl+Enter in the text creates the video, and the shared link leads to its page', async () => {
    const { page, errors } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/');
    await writeInEditor(page, JSON.stringify(quickComposition()));
    await page.getByText('Valid composition').waitFor();
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.getByRole('button', { name: 'Copy link' }).click({ timeout: 180_000 });
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(new RegExp(`^${inject('baseUrl')}/videos/[0-9a-f-]{36}$`));
    await page.goto(link);
    await playVideo(page);
    expect(errors).toEqual([]);
  });

  it('a source that does not exist is named with its element, beside the canvas', async () => {
    const { page, errors } = await open();
    await page.goto('/');
    await writeInEditor(page, JSON.stringify(failingComposition()));
    await page.getByText('Valid composition').waitFor();
    await page.getByRole('button', { name: 'Create video' }).click();
    await page.getByRole('heading', { name: 'The video could not be made' }).waitFor({ timeout: 180_000 });
    await page.getByText('SOURCE_NOT_FOUND').waitFor();
    await page.getByRole('definition').filter({ hasText: 'lost' }).waitFor();
    // The browser itself logs the answers 404 (its preview asked for the picture as well) and 422.
    expect(errors.filter((error) => !error.includes('Failed to load resource'))).toEqual([]);
  });
});
