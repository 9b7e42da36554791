/**
 * The product's preview in a real Chromium, for tests: a composition, the facts of its media and frame numbers in, the pixels that the preview
 * shows at those frames out. The browser is kept from any GPU, so that they are the same on every machine.
 */
import path from 'node:path';
import type { Page } from 'playwright';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { FONTS_FOLDER } from '#lib/fonts/fonts-folder';
import { bundleScript } from '#tests/support/bundle-script';
import { launchChromium } from '#tests/support/launch-chromium';
import { startMediaServer } from '#tests/support/media-server';
import type { FactEntries, PreviewPageApi } from '#tests/support/preview-page-entry';
import type { Frame } from '#tests/support/read-frame';
import { MEDIA_HOST } from '#tests/support/render-composition';

export interface PreviewPage {
  /**
   * Frames of the composition as a player shows them on its canvas, in the order asked for. Sources are named by `sourceOf` of render-composition;
   * facts are `mediaKey` -> facts, null to have the browser find them out. Throws when the composition is invalid or one of its media cannot be shown.
   */
  drawAt(composition: unknown, facts: MediaFactsBySource | null, frames: readonly number[]): Promise<Frame[]>;
  /** The facts of the composition's media as the browser finds them out, by `mediaKey` of the sources as the composition names them. */
  readFacts(composition: unknown): Promise<MediaFactsBySource>;
  /** The composition's sound as the preview mixes it: left and right, 48,000 samples a second. `blockSamples` are mixed at a time. */
  mixSound(composition: unknown, facts: MediaFactsBySource, blockSamples: number): Promise<[left: Float32Array, right: Float32Array]>;
  /** A player of the composition in the page, at `window.player`, on the page's only canvas; resolves when its first frame is drawn. */
  openPlayer(composition: unknown, facts: MediaFactsBySource): Promise<void>;
  /** Errors of the page so far. */
  errors: readonly string[];
  page: Page;
  close(): Promise<void>;
}

const PAGE_HTML = '<!doctype html><meta charset="utf-8"><title>Preview</title><script type="module" src="/preview-page.js"></script>';

/** Serves the files of `directory`, which compositions name by `sourceOf`. Close it. */
export async function openPreviewPage({ directory }: { directory: string }): Promise<PreviewPage> {
  const [script, browser, media] = await Promise.all([bundleScript('tests/support/preview-page-entry.ts'), launchChromium(), startMediaServer(directory)]);
  const close = async (): Promise<void> => {
    await browser.close();
    await media.close();
  };
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    await page.route(media.url('preview.html'), (route) => route.fulfill({ contentType: 'text/html', body: PAGE_HTML }));
    await page.route(media.url('preview-page.js'), (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    await page.route(media.url('fonts/**'), (route) => route.fulfill({ path: path.join(FONTS_FOLDER, new URL(route.request().url()).pathname.slice('/fonts/'.length)) }));
    await page.goto(media.url('preview.html'));
    await page.waitForFunction(() => 'previewPage' in window);
    // The page fetches from the server what compositions name by the tests' made-up address.
    const toPage = (request: PageRequest): string => JSON.stringify(request).replaceAll(MEDIA_HOST, media.url(''));
    return {
      drawAt: (composition, facts, frames) => drawAt(page, toPage({ composition, facts: facts === null ? null : [...facts], numbers: [...frames] })),
      readFacts: async (composition) => new Map(JSON.parse((await readFacts(page, toPage({ composition, facts: null, numbers: [] }))).replaceAll(media.url(''), MEDIA_HOST)) as FactEntries),
      mixSound: (composition, facts, blockSamples) => mixSound(page, toPage({ composition, facts: [...facts], numbers: [blockSamples] })),
      openPlayer: (composition, facts) => openPlayer(page, toPage({ composition, facts: [...facts], numbers: [] })),
      errors,
      page,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface PageRequest {
  composition: unknown;
  facts: FactEntries | null;
  numbers: number[];
}

async function drawAt(page: Page, request: string): Promise<Frame[]> {
  const drawn = await page.evaluate((json) => {
    const { composition, facts, numbers } = JSON.parse(json) as PageRequest;
    return (window as unknown as { previewPage: PreviewPageApi }).previewPage.drawFrames(composition, facts, numbers);
  }, request);
  return drawn.map(({ base64, ...size }) => ({ ...size, pixels: Buffer.from(base64, 'base64') }));
}

async function readFacts(page: Page, request: string): Promise<string> {
  return page.evaluate(async (json) => {
    const { composition } = JSON.parse(json) as PageRequest;
    return JSON.stringify(await (window as unknown as { previewPage: PreviewPageApi }).previewPage.readFacts(composition));
  }, request);
}

async function mixSound(page: Page, request: string): Promise<[Float32Array, Float32Array]> {
  const [left, right] = await page.evaluate((json) => {
    const { composition, facts, numbers } = JSON.parse(json) as PageRequest;
    return (window as unknown as { previewPage: PreviewPageApi }).previewPage.mixSound(composition, facts ?? [], numbers[0] ?? 1);
  }, request);
  return [toFloats(left), toFloats(right)];
}

async function openPlayer(page: Page, request: string): Promise<void> {
  await page.evaluate((json) => {
    const { composition, facts } = JSON.parse(json) as PageRequest;
    return (window as unknown as { previewPage: PreviewPageApi }).previewPage.openPlayer(composition, facts ?? []);
  }, request);
}

function toFloats(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}
