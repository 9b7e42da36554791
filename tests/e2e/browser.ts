/**
 * One Chromium for a test file, and pages in it that remember every error their console showed.
 */
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, beforeAll, inject } from 'vitest';
import { ensureChromium } from '#scripts/ensure-chromium';

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

/** Call once at the top of a test file; the function it returns opens a page with a profile of its own. */
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
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
    });
    return { page, errors };
  };
}

/** Opens the composer and waits until all of its code is there. */
export async function openComposer(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: /^Project / }).waitFor();
  await page.waitForLoadState('networkidle');
}

/** Opens a tab of the composer's left panel; on a phone there are none, and the JSON is there anyway. */
export async function showPanel(page: Page, name: string): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) < DESKTOP.width) return;
  await page.getByRole('tab', { name }).click();
}

/** Replaces the text of the composition the way a person does it. */
export async function writeInEditor(page: Page, text: string): Promise<void> {
  await showPanel(page, 'JSON');
  await page.getByRole('textbox', { name: 'Composition as JSON' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** The text of the composition, as far as it is in sight: all of a short one. */
export async function readEditor(page: Page): Promise<string> {
  await showPanel(page, 'JSON');
  const lines = page.getByRole('textbox', { name: 'Composition as JSON' }).locator('.cm-line');
  // The editor is there a moment before its text.
  await lines.filter({ hasText: /./ }).first().waitFor();
  return (await lines.allTextContents()).join('\n');
}

/** The very text of the file that "Save as JSON file" gives. */
export async function saveDocument(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('ControlOrMeta+Shift+s')]);
  return readFile(await download.path(), 'utf8');
}

/** Opens an example as a project of its own. */
export async function pickExample(page: Page, title: string): Promise<void> {
  await showPanel(page, 'Gallery');
  await page.getByRole('option').filter({ has: page.getByText(title, { exact: true }) }).click();
  await page.getByRole('button', { name: `Project ${title}` }).waitFor();
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
