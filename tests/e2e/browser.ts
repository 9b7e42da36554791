/**
 * One Chromium for a test file, and pages in it that remember every error their console showed.
 */
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright';
import { afterAll, beforeAll, inject, onTestFinished, vi } from 'vitest';
import { ensureChromium } from '#scripts/ensure-chromium';
import { eventually, PATIENCE_MS } from '#tests/e2e/eventually';
import { isWide } from '#tests/support/open-composer';

// Several waits of a slow machine, one after the other.
vi.setConfig({ testTimeout: 360_000 });

export interface OpenOptions {
  isDark?: boolean;
  isPhone?: boolean;
  permissions?: string[];
}

export interface OpenPage {
  page: Page;
  /** Errors of the console and of scripts, so far. */
  errors: string[];
}

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

/** Call once at the top of a test file; the function it returns opens a page with a profile of its own, which is closed after the test: pages that go on take the time of the next. */
export function useBrowser(): (options?: OpenOptions) => Promise<OpenPage> {
  let browser: Browser | null = null;
  beforeAll(async () => {
    const executablePath = await ensureChromium(process.env, AbortSignal.timeout(120_000));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return async ({ isDark = false, isPhone = false, permissions = [] } = {}) => {
    if (browser === null) throw new Error('The browser has not been started');
    const settings: BrowserContextOptions = { baseURL: inject('baseUrl'), viewport: isPhone ? PHONE : DESKTOP, colorScheme: isDark ? 'dark' : 'light', permissions };
    const context = await browser.newContext(settings);
    context.setDefaultTimeout(PATIENCE_MS);
    onTestFinished(async () => {
      for (const left of context.pages()) await left.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
    });
    return { page, errors };
  };
}

/** Opens a page that the server has written; resolves when its controls do what they are for. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await untilControlsWork(page);
}

/** They are seen before React has taken them over, and what is done to them then is lost. */
export async function untilControlsWork(page: Page): Promise<void> {
  await page.waitForFunction(() => [...document.querySelectorAll('button, input, select')].every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps'))));
}

/** What fades and slides has come to rest: a colour on its way to another is neither. */
export async function untilStill(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity));
}

/** What is typed goes there. */
export async function untilFocused(locator: Locator): Promise<void> {
  await eventually(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** Opens a tab of the composer's left panel; on a phone there are none, and the JSON is there anyway. */
export async function showPanel(page: Page, name: string): Promise<void> {
  if (!isWide(page)) return;
  await page.getByRole('tab', { name }).click();
}

/** Replaces the text of the composition the way a person does it. */
export async function writeInEditor(page: Page, text: string): Promise<void> {
  await findWrittenLines(page);
  await page.getByRole('textbox', { name: 'Composition as JSON' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** The text of the composition, as far as it is in sight: all of a short one. */
export async function readEditor(page: Page): Promise<string> {
  return (await (await findWrittenLines(page)).allTextContents()).join('\n');
}

/** The lines of the editor, which is there a moment before its text. */
async function findWrittenLines(page: Page): Promise<Locator> {
  await showPanel(page, 'JSON');
  const lines = page.getByRole('textbox', { name: 'Composition as JSON' }).locator('.cm-line');
  await lines.filter({ hasText: /./ }).first().waitFor();
  return lines;
}

/** The very text of the file that "Save as JSON file" gives. */
export async function saveDocument(page: Page): Promise<string> {
  const coming = page.waitForEvent('download').catch(async (cause: unknown) => {
    // It hardly ever happens: what the page was at has to be in the message.
    const [focused, words] = await page.evaluate(() => [document.activeElement?.outerHTML.slice(0, 300), document.body.innerText.slice(0, 2000)]);
    throw new Error(`Nothing was saved; the focus was on ${focused}, and the page read: ${words}`, { cause });
  });
  const [download] = await Promise.all([coming, page.keyboard.press('ControlOrMeta+Shift+s')]);
  return readFile(await download.path(), 'utf8');
}

/** Of the project as a whole. */
export async function chooseInMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: /^Project / }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Opens an example as a project of its own. */
export async function pickExample(page: Page, title: string): Promise<void> {
  await showPanel(page, 'Gallery');
  await opensAnother(page, () => page.getByRole('option').filter({ has: page.getByText(title, { exact: true }) }).click());
  await page.getByRole('button', { name: `Project ${title}` }).waitFor();
}

/** Does what opens another project, which may have the name of the one before, and waits for it. */
export async function opensAnother(page: Page, act: () => Promise<void>): Promise<void> {
  const readId = () => page.evaluate(() => localStorage.getItem('videogen.project'));
  const before = await readId();
  await act();
  await eventually(readId).not.toBe(before);
}

/** Plays the page's video without sound and resolves when its time has gone on. */
export async function playVideo(page: Page): Promise<void> {
  const video = page.getByLabel('The finished video');
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true;
    return element.play();
  });
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.4);
}
