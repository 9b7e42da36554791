/** Media brought in by the browser, and the library of what was made: as a person does it. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { rolldown } from 'rolldown';
import { describe, expect, inject, it } from 'vitest';
import type * as uploadFileModule from '#lib/api/upload-file';
import { openPage, untilStill, useBrowser } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { findViolations } from '#tests/e2e/find-violations';
import { cancelAtTheEnd, endlessComposition, failingComposition, quickComposition, startJob, untilFinal } from '#tests/e2e/jobs';

const open = useBrowser();

type Uploader = typeof uploadFileModule;

const titled = (title: string) => ({ ...quickComposition(), elements: [...quickComposition().elements, { type: 'text', text: title, track: 2, time: 0, duration: 2 }] });

async function makeVideo(title: string): Promise<string> {
  const jobId = await startJob(titled(title));
  await untilFinal(jobId);
  return jobId;
}

const card = (page: Page, title: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

interface Outcome {
  source: string;
  sent: number[];
  retries: number;
}

/** Calls the pages' own upload function in a page; it is bundled as the pages are. */
async function openWithUploader(): Promise<{ page: Page; errors: string[]; upload: (name: string, path: string) => Promise<Outcome> }> {
  const { page, errors } = await open();
  await page.goto('/videos');
  const bundle = await rolldown({ input: 'lib/api/upload-file.ts', platform: 'browser' });
  const { output } = await bundle.generate({ format: 'iife', name: 'uploader', codeSplitting: false });
  await bundle.close();
  await page.addScriptTag({ content: output[0].code });
  const upload = async (name: string, path: string): Promise<Outcome> => {
    const base64 = (await readFile(path)).toString('base64');
    return page.evaluate(
      async ([fileName, content]) => {
        const { uploader } = window as unknown as { uploader: Uploader };
        const bytes = await (await fetch(`data:application/octet-stream;base64,${content}`)).arrayBuffer();
        const outcome: Outcome = { source: '', sent: [], retries: 0 };
        const file = new File([bytes], fileName);
        const uploaded = await uploader.uploadFile(file, { onProgress: (sent) => outcome.sent.push(sent), onRetry: () => (outcome.retries += 1) });
        return { ...outcome, source: uploaded.source };
      },
      [name, base64] as const,
    );
  };
  return { page, errors, upload };
}

describe('a file of the browser', () => {
  it('goes to the bucket with progress, is read back by parts, and becomes a video', async () => {
    const { page, errors, upload } = await openWithUploader();
    const { source, sent, retries } = await upload('ridge.mp4', 'public/samples/ridge.mp4');
    const { length } = await readFile('public/samples/ridge.mp4');
    expect([source, sent.at(-1), retries]).toEqual([expect.stringMatching(/^upload:[0-9a-f-]{36}\.mp4$/), length, 0]);
    const address = `/api/v1/uploads/${source.slice('upload:'.length)}`;
    const part = await page.evaluate(async (path) => {
      const response = await fetch(path, { headers: { Range: 'bytes=4-7' } });
      return { status: response.status, text: await response.text(), range: response.headers.get('content-range') };
    }, address);
    expect(part).toEqual({ status: 206, text: 'ftyp', range: `bytes 4-7/${length}` });
    const plays = await page.evaluate(async (path) => {
      const video = document.createElement('video');
      video.muted = true;
      video.crossOrigin = 'anonymous';
      video.src = path;
      await video.play();
      return video.videoWidth;
    }, address);
    expect(plays).toBeGreaterThan(0);
    const jobId = await startJob({ width: 320, height: 180, elements: [{ type: 'video', source, trim_duration: 1 }] });
    expect((await untilFinal(jobId)).status).toBe('completed');
    expect(errors).toEqual([]);
  });

  it('is sent again when the connection is lost, and not when it is refused', async () => {
    const { page, upload } = await openWithUploader();
    let failures = 0;
    await page.route(/X-Amz-Signature/, (route) => (route.request().method() === 'PUT' && failures++ === 0 ? route.abort() : route.continue()));
    expect(await upload('alps.jpg', 'public/samples/alps.jpg')).toMatchObject({ retries: 1, source: expect.stringMatching(/^upload:/) });
    await expect(upload('alps.exe', 'public/samples/alps.jpg')).rejects.toThrow('Invalid request data');
  });

  it('is cancelled in the middle', async () => {
    const { page } = await openWithUploader();
    await page.route(/X-Amz-Signature/, () => undefined);
    const reason = await page.evaluate(async () => {
      const { uploader } = window as unknown as { uploader: Uploader };
      const cancel = new AbortController();
      setTimeout(() => cancel.abort(new Error('not wanted any more')), 300);
      return uploader.uploadFile(new File(['x'.repeat(1000)], 'a.png'), { signal: cancel.signal }).then(String, (error: Error) => error.message);
    });
    expect(reason).toBe('not wanted any more');
  });
});

describe('the library', () => {
  it('shows what was made, finds it again, and takes it back into the composer', async () => {
    const { page, errors } = await open();
    const title = `Harbour ${Date.now()}`;
    const jobId = await makeVideo(title);
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Videos' }).click();
    await card(page, title).getByText('2 seconds · 320 × 180').waitFor();
    await page.getByRole('searchbox', { name: 'Search videos' }).fill('nothing is called like this');
    await page.getByRole('heading', { name: 'Nothing like that' }).waitFor();
    await page.getByRole('searchbox', { name: 'Search videos' }).fill(title);
    await card(page, title).waitFor();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('Failed');
    await page.getByRole('heading', { name: 'Nothing like that' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Nothing like that' }).waitFor();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('Finished');
    await card(page, title).getByRole('link', { name: `Remix ${title}` }).click();
    await page.getByText(title).first().waitFor();
    await page.waitForURL((url) => url.search === '');
    await page.goto(`/videos/${jobId}`);
    expect(await page.getByRole('link', { name: 'Remix' }).getAttribute('href')).toBe(`/?job=${jobId}`);
    expect(errors).toEqual([]);
  });

  it('deletes after asking, by keyboard as well', async () => {
    const { page, errors } = await open();
    const title = `Short lived ${Date.now()}`;
    const jobId = await makeVideo(title);
    await openPage(page, `/videos?q=${encodeURIComponent(title)}`);
    await page.getByRole('button', { name: `Delete ${title}` }).press('Enter');
    const question = page.getByRole('alertdialog', { name: 'Delete this video?' });
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `Delete ${title}` }).press('Enter');
    await question.getByRole('button', { name: 'Delete the video' }).press('Enter');
    await card(page, title).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Nothing like that' }).waitFor();
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Videos');
    expect((await fetch(`${inject('baseUrl')}/videos/${jobId}`)).status).toBe(404);
    expect(errors).toEqual([]);
  });

  it('follows a running video until it ends', async () => {
    const { page, errors } = await open();
    const jobId = await startJob(endlessComposition());
    cancelAtTheEnd(jobId);
    await page.goto('/videos?status=running');
    const running = page.getByRole('listitem').filter({ has: page.locator(`a[href="/videos/${jobId}"]`) });
    await running.getByRole('progressbar', { name: 'Progress of the video' }).waitFor();
    await page.request.delete(`/api/v1/videoresult/${jobId}`);
    await running.getByText('Cancelled').waitFor();
    await running.getByRole('button', { name: /^Delete/ }).waitFor();
    expect(errors).toEqual([]);
  });

  it('loads more on demand, and says so when the server does not answer', async () => {
    const { page } = await open();
    let pages = 0;
    await page.route(/\/api\/v1\/videos\?/, async (route) => {
      pages += 1;
      const address = new URL(route.request().url());
      address.searchParams.set('limit', '1');
      await route.continue({ url: address.href });
    });
    await makeVideo('One');
    await makeVideo('Two');
    await openPage(page, '/videos');
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.waitForFunction(() => document.querySelectorAll('main li').length === 2);
    expect(pages).toBeGreaterThanOrEqual(2);
    await page.unroute(/\/api\/v1\/videos\?/);
    await page.route(/\/api\/v1\/videos\?/, (route) => route.abort());
    await page.goto('/videos?q=unreachable');
    await page.getByRole('alert').getByText('The server could not be reached.').waitFor();
    await page.unroute(/\/api\/v1\/videos\?/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Nothing like that' }).waitFor();
  });

  it('has no serious accessibility violation in light and in dark, and fits a phone', async () => {
    const { page } = await open();
    await makeVideo('Seen by everybody');
    await untilFinal(await startJob(failingComposition()));
    await openPage(page, '/videos');
    await card(page, 'Seen by everybody').first().waitFor();
    await untilStill(page);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Dark' }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    await untilStill(page);
    expect(await findViolations(page)).toEqual([]);
    const phone = await open({ isPhone: true });
    await phone.page.goto('/videos');
    await card(phone.page, 'Seen by everybody').first().waitFor();
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
