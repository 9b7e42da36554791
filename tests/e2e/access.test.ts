/** The composer for everybody: each panel, menu and dialog of a filled project passes axe in both themes, and a video is made by the keyboard alone. */
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { untilFocused, untilStill, useBrowser } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { findViolations } from '#tests/e2e/find-violations';
import { clipOf } from '#tests/e2e/timeline';
import { openComposer } from '#tests/support/open-composer';

const open = useBrowser();

const PANELS = ['Text', 'Shapes', 'Sound', 'Gallery', 'JSON', 'Media'];

/** What opens over the page: by name, how it is opened, and where it is. */
const WINDOWS: ReadonlyArray<[string, (page: Page) => Promise<unknown>, string]> = [
  ['palette', (page) => page.keyboard.press('ControlOrMeta+k'), '[role=dialog]'],
  ['shortcuts', (page) => page.keyboard.press('?'), '[role=dialog]'],
  ['project menu', (page) => page.getByRole('button', { name: /^Project / }).press('Enter'), '[role=menu]'],
  ['projects', (page) => page.keyboard.press('ControlOrMeta+o'), '[role=dialog]'],
  ['new project', (page) => chooseInMenu(page, 'New project'), '[role=dialog]'],
  ['rename', (page) => chooseInMenu(page, 'Rename'), '[role=dialog]'],
  ['versions', (page) => chooseInMenu(page, 'Earlier versions'), '[role=dialog]'],
  ['history', (page) => page.getByRole('button', { name: 'History' }).press('Enter'), '[role=dialog]'],
  ['zoom of the canvas', (page) => page.getByRole('button', { name: /zoom of the canvas/ }).press('Enter'), '[role=menu]'],
  ['clip menu', (page) => page.locator('[data-clip][role=option]').first().click({ button: 'right' }), '[role=menu]'],
  ['transition', (page) => page.getByRole('button', { name: /^(Add a transition|Transition \w+) between/ }).first().press('Enter'), '[role=dialog]'],
];

async function chooseInMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: /^Project / }).press('Enter');
  await page.getByRole('menuitem', { name: entry }).press('Enter');
}

describe.each([['light', false], ['dark', true]] as const)('the composer in %s', (_, isDark) => {
  it('has no serious accessibility violation in any panel, menu or dialog', async () => {
    const { page, errors } = await open({ isDark });
    await openComposer(page, '/?example=slideshow');
    const clip = clipOf(page, /^Image alps/);
    await clip.click();
    await page.keyboard.press('m');
    await page.getByRole('complementary', { name: 'Inspector' }).getByRole('button', { name: 'Keyframe of Rotation' }).click();
    const found: Record<string, string[]> = {};
    const check = async (name: string, selector?: string) => {
      // Axe measures the colours of the moment.
      await untilStill(page);
      const violations = await findViolations(page, selector);
      if (violations.length > 0) found[name] = violations;
    };
    await check('the page');
    for (const panel of PANELS) {
      await page.getByRole('tab', { name: panel }).click();
      await page.getByRole('tabpanel', { name: panel }).locator('button, [role=textbox], [role=option]').first().waitFor();
      await check(panel, 'aside');
    }
    for (const [name, show, selector] of WINDOWS) {
      await clip.focus();
      await show(page);
      await page.locator(selector).waitFor();
      await check(name, selector);
      await page.keyboard.press('Escape');
      await page.locator(selector).waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Videos of this project' }).click();
    await page.getByRole('complementary', { name: 'Videos of this project' }).waitFor();
    await check('videos', 'aside');
    expect(found).toEqual({});
    expect(errors).toEqual([]);
  });
});

/** Far more than there are on the way to anything. */
const TABS_MAX = 80;

/** By the Tab key alone. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let count = 0; count < TABS_MAX; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The Tab key does not come to ${target.toString()}`);
}

/** From panel to panel by F6. */
async function goToPanel(page: Page, name: string): Promise<void> {
  const isThere = () => page.evaluate(() => document.activeElement?.closest('[data-panel]')?.getAttribute('aria-label'));
  for (let count = 0; count < 8; count += 1) {
    if ((await isThere()) === name) return;
    await page.keyboard.press('F6');
  }
  throw new Error(`F6 does not come to ${name}`);
}

describe('the keyboard alone', () => {
  it('makes, edits and creates a video, and plays it', async () => {
    const { page, errors } = await open();
    await openComposer(page);
    // A project of its own, by the palette.
    await page.keyboard.press('ControlOrMeta+k');
    await untilFocused(page.getByRole('combobox', { name: 'Find an action' }));
    await page.keyboard.type('new project');
    await page.getByRole('option', { name: /^New project/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await untilFocused(page.getByRole('dialog', { name: 'New project' }).getByLabel('Name'));
    await page.keyboard.type('By keys');
    await tabTo(page, page.getByRole('dialog').getByLabel('Width'));
    await page.keyboard.type('480');
    await tabTo(page, page.getByRole('dialog').getByLabel('Height'));
    await page.keyboard.type('270');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Project By keys' }).waitFor();

    // A picture of the samples, then a text over it.
    await tabTo(page, page.getByRole('button', { name: 'Add Alps' }));
    await page.keyboard.press('Enter');
    await clipOf(page, /^Image Alps/).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await clipOf(page, /^Text Your text/).waitFor();

    // On the canvas: moved, and written in.
    const canvas = page.getByRole('group', { name: /^Canvas/ });
    await tabTo(page, canvas);
    await page.getByRole('status').filter({ hasText: /^Your text selected: -?\d+ from the left/ }).waitFor();
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Enter');
    await untilFocused(page.getByRole('textbox', { name: 'Words of Your text' }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('No mouse');
    await page.keyboard.press('Escape');
    await clipOf(page, /^Text No mouse/).waitFor();

    // With nothing selected the arrows are the playhead's: split after a second, and the first part deleted.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowRight');
    const text = clipOf(page, /^Text No mouse/);
    await goToPanel(page, 'Timeline');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await untilFocused(text);
    await page.keyboard.press('s');
    await eventually(() => text.count()).toBe(2);
    await page.keyboard.press('Delete');
    await eventually(() => text.count()).toBe(1);

    // Made and played.
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 90_000 });
    await tabTo(page, page.getByLabel('The finished video'));
    await page.keyboard.press('Space');
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.4);
    expect(errors).toEqual([]);
  });
});
