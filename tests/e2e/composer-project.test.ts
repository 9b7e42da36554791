/** Projects in the composer: begun, kept by themselves, opened and saved to the byte, and made into videos beside the work. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { EXAMPLES } from '#lib/composition/examples/examples';
import { openComposer, pickExample, playVideo, readEditor, showPanel, useBrowser, writeInEditor } from '#tests/e2e/browser';
import { quickComposition } from '#tests/e2e/jobs';

const open = useBrowser();

const project = (page: Page, name: string) => page.getByRole('button', { name: `Project ${name}`, exact: true });

async function chooseInMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: /^Project / }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Picked as a file from the disk. */
async function openFile(page: Page, name: string, text: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await chooseInMenu(page, 'Open JSON file');
  await (await choosing).setFiles({ name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(text) });
  await project(page, name).waitFor();
}

async function saveFile(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), chooseInMenu(page, 'Save as JSON file')]);
  return readFile(await download.path(), 'utf8');
}

/** Longer than the page waits before it saves. */
const untilSaved = (page: Page) => page.waitForTimeout(900);

describe('a project', () => {
  it('is begun with a canvas of its own, and is there again after a reload in the middle of the work', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    await chooseInMenu(page, 'New project');
    const dialog = page.getByRole('dialog', { name: 'New project' });
    await dialog.getByLabel('Name').fill('Portrait of a test');
    await dialog.getByRole('button', { name: '9:16' }).click();
    await dialog.getByRole('button', { name: 'Create project' }).click();
    await project(page, 'Portrait of a test').waitFor();
    await page.getByText('Nothing to make yet').waitFor();
    await page.keyboard.press('t');
    await page.keyboard.press('r');
    // Sooner than it is saved: what is left behind is taken up again.
    await page.reload();
    await project(page, 'Portrait of a test').waitFor();
    expect(JSON.parse(await readEditor(page))).toMatchObject({ width: 1080, height: 1920, elements: [{ type: 'text' }, { type: 'shape' }] });
    expect(errors).toEqual([]);
  });

  it('is saved to the byte as it was opened, whatever its layout', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    const layouts = [(value: unknown) => JSON.stringify(value), (value: unknown) => `${JSON.stringify(value, null, 4)}\n`, (value: unknown) => JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n')];
    for (const [index, layout] of layouts.entries()) {
      const text = layout(EXAMPLES[index * 20]!.build(inject('baseUrl')));
      await openFile(page, `Opened ${index}`, text);
      expect(await saveFile(page)).toBe(text);
    }
    expect(errors).toEqual([]);
  });

  it('keeps the layout of its text when it is changed in the editor', async () => {
    const { page } = await open();
    await openComposer(page);
    const composition = { width: 320, height: 180, elements: [{ id: 'box', type: 'shape', shape: 'rectangle', duration: 2 }] };
    await openFile(page, 'Four spaces', `${JSON.stringify(composition, null, 4)}\n`);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+d');
    const saved = await saveFile(page);
    expect(saved).toBe(`${JSON.stringify(JSON.parse(saved), null, 4)}\n`);
    expect(JSON.parse(saved)).toMatchObject({ elements: [{ id: 'box' }, { id: 'box-2', type: 'shape' }] });
  });

  it('is one of several, and goes back to an earlier version of itself', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    await writeInEditor(page, JSON.stringify(quickComposition()));
    await page.getByText('Valid composition').waitFor();
    await page.keyboard.press('ControlOrMeta+s');
    await page.getByText('Saved, and kept as a version').waitFor();
    await writeInEditor(page, JSON.stringify({ ...quickComposition(), width: 640 }));
    await untilSaved(page);
    await chooseInMenu(page, 'Earlier versions');
    await page.getByRole('button', { name: 'Go back to it' }).click();
    await page.getByRole('textbox', { name: 'Composition as JSON' }).getByText('"width":320').waitFor();
    await pickExample(page, 'Slideshow');
    await pickExample(page, 'Vertical story');
    await chooseInMenu(page, 'Open project');
    const dialog = page.getByRole('dialog', { name: 'Projects' });
    await dialog.getByRole('button', { name: /^Duplicate Slideshow/ }).first().click();
    await dialog.getByRole('button', { name: /^Slideshow copy/ }).click();
    await project(page, 'Slideshow copy').waitFor();
    expect(errors).toEqual([]);
  });

  it('says so when another tab has changed it', async () => {
    const { page } = await open();
    await openComposer(page);
    await pickExample(page, 'Slideshow');
    await untilSaved(page);
    const other = await page.context().newPage();
    await openComposer(other);
    await project(other, 'Slideshow').waitFor();
    await other.keyboard.press('t');
    await page.getByText('Another tab has changed this project').waitFor();
    await page.getByRole('button', { name: 'Show its changes' }).click();
    await showPanel(page, 'JSON');
    await page.getByRole('textbox', { name: 'Composition as JSON' }).getByText('"Your text"').waitFor();
  });
});

describe('the projects of the browser', () => {
  it('have pictures, are renamed where they stand, duplicated, and deleted after a question', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    await pickExample(page, 'Slideshow');
    await page.keyboard.press('t');
    await untilSaved(page);
    await page.keyboard.press('ControlOrMeta+s');
    await page.getByText('Saved, and kept as a version').waitFor();
    await chooseInMenu(page, 'Earlier versions');
    await page.getByRole('dialog', { name: 'Earlier versions' }).locator('img[src^="data:image/webp"]').first().waitFor();
    await page.keyboard.press('Escape');
    await chooseInMenu(page, 'Open project');
    const dialog = page.getByRole('dialog', { name: 'Projects' });
    await dialog.getByRole('listitem').filter({ hasText: 'open now' }).locator('img[src^="data:image/webp"]').waitFor();
    await dialog.getByRole('button', { name: 'Duplicate Slideshow' }).click();
    await dialog.getByRole('button', { name: 'Rename Slideshow copy' }).click();
    await page.keyboard.type('Second cut');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Delete Second cut' }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete “Second cut”?' });
    await question.getByRole('button', { name: 'Keep it' }).click();
    await dialog.getByRole('button', { name: /^Second cut, / }).waitFor();
    await dialog.getByRole('button', { name: 'Delete Second cut' }).click();
    await question.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => dialog.getByRole('button', { name: /^Second cut, / }).count()).toBe(0);
    await page.getByRole('button', { name: 'Rename Slideshow' }).click();
    await page.keyboard.type('First cut');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await project(page, 'First cut').waitFor();
    expect(errors).toEqual([]);
  });

  it('that cannot be stored any more are told of until there is room, and nothing is lost', async () => {
    const { page } = await open();
    // No browser can be given a full disk: its own error comes from where it would.
    await page.addInitScript(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function fail(...args: Parameters<typeof put>) {
        if (document.documentElement.dataset['full'] === 'true') throw new DOMException('There is no room', 'QuotaExceededError');
        return put.apply(this, args);
      };
    });
    await openComposer(page);
    await writeInEditor(page, JSON.stringify(quickComposition()));
    await untilSaved(page);
    await page.evaluate(() => (document.documentElement.dataset['full'] = 'true'));
    const text = JSON.stringify({ ...quickComposition(), width: 640 });
    await writeInEditor(page, text);
    await page.getByRole('alert').getByText('storage is full').waitFor();
    expect(await readEditor(page)).toBe(text);
    await page.evaluate(() => (document.documentElement.dataset['full'] = 'false'));
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.getByText('storage is full').count()).toBe(0);
    await page.reload();
    expect(await readEditor(page)).toBe(text);
  });
});

describe('the palette', () => {
  it('finds an action by its words and does it; the help has all shortcuts', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    await pickExample(page, 'Slideshow');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Find an action' }).fill('title words');
    await page.keyboard.press('Enter');
    await showPanel(page, 'JSON');
    await page.getByRole('textbox', { name: 'Composition as JSON' }).getByText('"Your text"').waitFor();
    await page.getByRole('tabpanel', { name: 'JSON' }).getByRole('heading', { name: 'JSON' }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Split at the playhead').waitFor();
    expect(errors).toEqual([]);
  });
});

describe('making videos beside the work', () => {
  it('a finished video plays in the sheet and stays at hand after a reload', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    await writeInEditor(page, JSON.stringify(quickComposition()));
    await page.getByText('Valid composition').waitFor();
    await page.getByRole('button', { name: 'Create video' }).click();
    const sheet = page.getByRole('complementary', { name: 'Videos of this project' });
    await sheet.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 90_000 });
    await playVideo(page);
    await untilSaved(page);
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
    await page.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 90_000 });
    expect(await page.getByRole('definition').first().innerText()).toBe('1 second');
    expect(errors).toEqual([]);
  });

  it('a lost connection is told, and nothing is lost', async () => {
    const { page } = await open();
    await openComposer(page);
    const text = JSON.stringify(quickComposition());
    await writeInEditor(page, text);
    await page.getByText(/^About /).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Create video' }).click();
    await page.getByRole('alert').getByText('The server could not be reached').waitFor();
    await untilSaved(page);
    await page.context().setOffline(false);
    await page.reload();
    expect(await readEditor(page)).toBe(text);
    await page.getByRole('button', { name: 'Create video' }).click();
    await page.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 90_000 });
  });
});
