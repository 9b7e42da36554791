/** What a shared link says to programs that run no scripts: the tags in the server's own HTML, and the player to be framed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { useBrowser } from '#tests/e2e/browser';
import { failingComposition, quickComposition, startJob, untilFinal } from '#tests/e2e/jobs';

const open = useBrowser();

/** The meta tags of the head, by property or name. */
async function readTags(jobId: string): Promise<Record<string, string>> {
  const html = await (await fetch(`${inject('baseUrl')}/videos/${jobId}`)).text();
  const head = html.slice(0, html.indexOf('</head>'));
  return Object.fromEntries([...head.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [name, content]));
}

/** With words that a page must not take for tags. */
function titledComposition() {
  const photo = quickComposition();
  return { ...photo, elements: [...photo.elements, { type: 'text', track: 2, text: 'Autumn <sale> & more' }] };
}

/** Another origin, which answers everything with one page. */
async function startSite(html: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}

describe('a shared video', () => {
  it('is described by Open Graph and Twitter player tags with absolute addresses', async () => {
    const jobId = await startJob(titledComposition());
    const { result_url: resultUrl, poster_url: posterUrl } = await untilFinal(jobId);
    const pageUrl = `${inject('baseUrl')}/videos/${jobId}`;
    expect(await readTags(jobId)).toMatchObject({
      'og:type': 'video.other',
      'og:url': pageUrl,
      'og:title': 'Autumn &lt;sale&gt; &amp; more',
      'og:video': resultUrl,
      'og:video:type': 'video/mp4',
      'og:video:width': '320',
      'og:video:height': '180',
      'og:image': posterUrl,
      'og:image:type': 'image/jpeg',
      'og:image:width': '320',
      'og:image:height': '180',
      'twitter:card': 'player',
      'twitter:player': `${pageUrl}/embed`,
      'twitter:player:width': '320',
      'twitter:player:height': '180',
      'twitter:player:stream': resultUrl,
      'twitter:image': posterUrl,
    });
  });

  it('is headed by its own words', async () => {
    const { page, errors } = await open();
    const jobId = await startJob(titledComposition());
    await untilFinal(jobId);
    await page.goto(`/videos/${jobId}`);
    await expect.poll(() => page.title()).toBe('Autumn <sale> & more · videogen');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Autumn <sale> & more');
    expect(errors).toEqual([]);
  });

  it('plays in a frame on another site', async () => {
    const { page, errors } = await open();
    const jobId = await startJob(quickComposition());
    const { poster_url: posterUrl } = await untilFinal(jobId);
    const site = await startSite(`<!doctype html><link rel="icon" href="data:,"><iframe src="${inject('baseUrl')}/videos/${jobId}/embed" width="640" height="360"></iframe>`);
    onTestFinished(site.close);
    await page.goto(site.url);
    const video = page.frameLocator('iframe').getByLabel('Video');
    expect(await video.getAttribute('poster')).toBe(posterUrl);
    await video.evaluate((element: HTMLVideoElement) => {
      element.muted = true;
      return element.play();
    });
    expect(errors).toEqual([]);
  });

  it('has no tags of a video as long as there is none', async () => {
    const jobId = await startJob(failingComposition());
    await untilFinal(jobId);
    const tags = await readTags(jobId);
    expect(tags).toMatchObject({ 'og:type': 'website', 'twitter:card': 'summary', robots: 'noindex' });
    expect(Object.keys(tags).filter((name) => name.startsWith('og:video') || name.startsWith('twitter:player'))).toEqual([]);
  });

  it('a host that is none does not get into the tags', async () => {
    const jobId = await startJob(failingComposition());
    const response = await fetch(`${inject('baseUrl')}/videos/${jobId}`, { headers: { 'X-Forwarded-Host': 'evil.example"><script>' } });
    const html = await response.text();
    expect(html).not.toContain('evil.example');
  });
});
