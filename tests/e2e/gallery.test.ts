/** The gallery: every example is listed, can be found, plays, and opens in the composer as it is shown. */
import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { EXAMPLE_CATEGORIES } from '#lib/composition/examples/example';
import { EXAMPLES, findExample } from '#lib/composition/examples/examples';
import { formatJson } from '#lib/composition/format-json';
import { openPage, untilControlsWork, useBrowser } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';

const open = useBrowser();

describe('the list', () => {
  it('shows every example under its category', async () => {
    const { page, errors } = await open();
    await page.goto('/gallery');
    expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(EXAMPLES.map(({ title }) => title));
    expect((await page.getByRole('heading', { level: 2 }).allInnerTexts()).map((text) => text.replace(/\s*\d+$/, ''))).toEqual([...EXAMPLE_CATEGORIES]);
    expect(errors).toEqual([]);
  });

  it('is searched by titles, properties and values, and by category; the address keeps it', async () => {
    const { page } = await open();
    await openPage(page, '/gallery');
    const search = page.getByRole('searchbox', { name: 'Search the gallery' });
    const titles = page.getByRole('heading', { level: 3 });
    await search.fill('chroma_key');
    await page.getByText(`3 of ${EXAMPLES.length} examples`).waitFor();
    await page.getByRole('radio', { name: 'Masks and keys' }).click();
    await eventually(() => titles.allInnerTexts()).toEqual(['Green screen', 'How near is green']);
    await page.reload();
    await untilControlsWork(page);
    await eventually(() => titles.allInnerTexts()).toEqual(['Green screen', 'How near is green']);
    await search.fill('nothing has this');
    await page.getByRole('button', { name: 'Show all examples' }).click();
    await eventually(() => titles.count()).toBe(EXAMPLES.length);
  });

  it('plays a video while its card is pointed at, and loads none before', async () => {
    const { page } = await open();
    await openPage(page, '/gallery');
    expect(await page.locator('video').count()).toBe(0);
    await page.getByRole('listitem').first().hover();
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2);
    await page.getByRole('heading', { level: 1 }).hover();
    await eventually(() => page.locator('video').count()).toBe(0);
  });
});

describe('an example', () => {
  it('shows its JSON, and its video plays', async () => {
    const { page, errors } = await open();
    await page.goto('/gallery');
    await page.getByRole('link', { name: 'A Ferris wheel' }).click();
    await page.getByRole('heading', { level: 1, name: 'A Ferris wheel' }).waitFor();
    expect(await page.getByRole('region', { name: 'Composition of A Ferris wheel as JSON' }).textContent()).toBe(textOf('ferris-wheel'));
    await page.getByLabel('Video: A Ferris wheel').evaluate((video: HTMLVideoElement) => video.play());
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.4);
    expect(errors).toEqual([]);
  });

  it('opens in the composer byte for byte', async () => {
    const { page, errors } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/gallery/countdown');
    await page.getByRole('link', { name: 'Open in the composer' }).click();
    await eventually(() => readJson(page)).toBe(textOf('countdown'));
    await eventually(() => new URL(page.url()).search).toBe('');
    expect(errors).toEqual([]);
  });

  it('tells programs that unfold links where its video and its poster are', async () => {
    const html = await (await fetch(`${inject('baseUrl')}/gallery/green-screen`)).text();
    expect(html).toContain(`<meta property="og:video" content="${inject('baseUrl')}/gallery/green-screen.mp4"/>`);
    expect(html).toContain(`<meta property="og:image" content="${inject('baseUrl')}/gallery/green-screen.jpg"/>`);
    expect(html).toContain('<title>Green screen · videogen</title>');
  });

  it('that does not exist is a 404 that leads to the others', async () => {
    const response = await fetch(`${inject('baseUrl')}/gallery/no-such-example`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no such example');
  });
});

describe("the composer's list of examples", () => {
  it('is searched, and the keyboard alone opens one', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/');
    await page.getByRole('tab', { name: 'Gallery' }).click();
    await page.getByRole('combobox', { name: 'Search the examples' }).fill('ferris');
    const found = page.getByRole('listbox', { name: 'Examples' }).getByRole('option');
    await page.waitForFunction(() => document.querySelectorAll('[cmdk-item]').length === 1);
    await found.and(page.getByRole('option', { selected: true })).filter({ hasText: 'A Ferris wheel' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Project A Ferris wheel' }).waitFor();
    await eventually(() => readJson(page)).toBe(textOf('ferris-wheel'));
  });
});

/** The whole text of the composer's JSON panel: the editor shows only as much as there is room for. */
async function readJson(page: Page): Promise<string> {
  await page.getByRole('tab', { name: 'JSON' }).click();
  await page.getByRole('textbox', { name: 'Composition as JSON' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** As this site shows and opens it. */
function textOf(id: string): string {
  return formatJson(findExample(id)!.build(inject('baseUrl')));
}
