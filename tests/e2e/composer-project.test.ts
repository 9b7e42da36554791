/** Projects in the composer: begun, kept by themselves, opened and saved to the byte, found among others. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { EXAMPLES } from '#lib/composition/examples/examples';
import { chooseInMenu, pickExample, readEditor, saveDocument, showPanel, untilFocused, useBrowser, writeInEditor } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { quickComposition } from '#tests/e2e/jobs';
import { untilSaved } from '#tests/e2e/kept-project';
import { openComposer, untilComposerIsThere } from '#tests/support/open-composer';

const open = useBrowser();

const project = (page: Page, name: string) => page.getByRole('button', { name: `Project ${name}`, exact: true });

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

const withYourText = { text: expect.stringContaining('"Your text"') as string };

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
    await untilComposerIsThere(page);
    await eventually(async () => JSON.parse(await saveDocument(page)) as unknown).toMatchObject({ width: 1080, height: 1920, elements: [{ type: 'text' }, { type: 'shape' }] });
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
    const later = JSON.stringify({ ...quickComposition(), width: 640 });
    await writeInEditor(page, later);
    await untilSaved(page, { text: later });
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
    await untilSaved(page, { name: 'Slideshow' });
    const other = await page.context().newPage();
    await openComposer(other);
    await project(other, 'Slideshow').waitFor();
    await other.keyboard.press('t');
    await page.getByText('Another tab has changed this project').waitFor();
    await page.getByRole('button', { name: 'Show its changes' }).click();
    await eventually(() => saveDocument(page)).toContain('"Your text"');
  });
});

describe('the projects of the browser', () => {
  it('have a picture, also one that looks like the one before', async () => {
    const { page } = await open();
    await openComposer(page);
    await pickExample(page, 'One photo');
    await untilSaved(page, { hasPicture: true });
    await pickExample(page, 'One photo');
    await untilSaved(page, { hasPicture: true });
  });

  it('have pictures, are renamed where they stand, duplicated, and deleted after a question', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    await pickExample(page, 'Slideshow');
    await page.keyboard.press('t');
    await untilSaved(page, { ...withYourText, hasPicture: true });
    await page.keyboard.press('ControlOrMeta+s');
    await page.getByText('Saved, and kept as a version').waitFor();
    await chooseInMenu(page, 'Earlier versions');
    await page.getByRole('dialog', { name: 'Earlier versions' }).locator('img[src^="data:image/webp"]').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Earlier versions' }).waitFor({ state: 'detached' });
    await chooseInMenu(page, 'Open project');
    const dialog = page.getByRole('dialog', { name: 'Projects' });
    await dialog.getByRole('listitem').filter({ hasText: 'open now' }).locator('img[src^="data:image/webp"]').waitFor();
    await dialog.getByRole('button', { name: 'Duplicate Slideshow' }).click();
    await dialog.getByRole('button', { name: 'Rename Slideshow copy' }).click();
    const nameField = dialog.getByRole('textbox', { name: 'Name of the project' });
    await untilFocused(nameField);
    await page.keyboard.type('Second cut');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Delete Second cut' }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete “Second cut”?' });
    await question.getByRole('button', { name: 'Keep it' }).click();
    await dialog.getByRole('button', { name: /^Second cut, / }).waitFor();
    await dialog.getByRole('button', { name: 'Delete Second cut' }).click();
    await question.getByRole('button', { name: 'Delete' }).click();
    await eventually(() => dialog.getByRole('button', { name: /^Second cut, / }).count()).toBe(0);
    await question.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Rename Slideshow' }).click();
    await untilFocused(nameField);
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
    await untilSaved(page, { text: JSON.stringify(quickComposition()) });
    await page.evaluate(() => (document.documentElement.dataset['full'] = 'true'));
    const text = JSON.stringify({ ...quickComposition(), width: 640 });
    await writeInEditor(page, text);
    await page.getByRole('alert').getByText('storage is full').waitFor();
    await eventually(() => readEditor(page)).toBe(text);
    await page.evaluate(() => (document.documentElement.dataset['full'] = 'false'));
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await eventually(() => page.getByText('storage is full').count()).toBe(0);
    await page.reload();
    await eventually(() => readEditor(page)).toBe(text);
  });
});

describe('the palette', () => {
  it('finds an action by its words and does it; the help has all shortcuts', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    await pickExample(page, 'Slideshow');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Find an action' }).fill('title words');
    await page.getByRole('option', { name: /^Add a text/, selected: true }).waitFor();
    await page.getByRole('combobox', { name: 'Find an action' }).press('Enter');
    await eventually(() => saveDocument(page)).toContain('"Your text"');
    await showPanel(page, 'JSON');
    await page.getByRole('tabpanel', { name: 'JSON' }).getByRole('heading', { name: 'JSON' }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Split at the playhead').waitFor();
    expect(errors).toEqual([]);
  });
});
