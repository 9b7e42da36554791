/**
 * The composer of a product that runs: its address in; what its canvas shows of an example, opened and moved to frames as people do it, out.
 */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright';
import { dropAlpha } from '#tests/support/draw-frames';
import { launchChromium } from '#tests/support/launch-chromium';
import type { Frame } from '#tests/support/read-frame';

export interface ComposerPage {
  /** In the order asked for. Throws when a file cannot be shown. */
  showExample(id: string, frames: readonly number[]): Promise<Frame[]>;
  page: Page;
  close(): Promise<void>;
}

const TIMEOUT_MS = 60_000;

export async function openComposerPage(address: string): Promise<ComposerPage> {
  const browser = await launchChromium();
  const page = await browser.newPage({ baseURL: address, viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(TIMEOUT_MS);
  return { showExample: (id, frames) => showExample(page, id, frames), page, close: () => browser.close() };
}

async function showExample(page: Page, id: string, frames: readonly number[]): Promise<Frame[]> {
  await page.goto(`/?example=${id}`);
  await untilShown(page);
  const shown: Frame[] = [];
  for (const frame of frames) {
    await page.getByRole('button', { name: /^Playhead at/ }).click();
    await page.getByLabel(/^Time of the playhead/).fill(`${frame}f`);
    await page.keyboard.press('Enter');
    await untilShown(page);
    shown.push(await readCanvas(page));
  }
  return shown;
}

async function untilShown(page: Page): Promise<void> {
  const stage = page.getByRole('region', { name: 'Canvas', exact: true });
  await stage.getByRole('img', { name: 'Preview of the video' }).waitFor();
  // Without a length the code of the player has not arrived.
  await stage.getByTitle('Length', { exact: true }).filter({ hasNotText: '00:00:00' }).waitFor();
  await stage.locator('[data-is-loading=false]').waitFor({ state: 'attached' });
  if ((await stage.getByRole('button', { name: /cannot be shown$/ }).count()) > 0) throw new Error('The composer says that a file cannot be shown');
}

/** By a copy, so that the canvas is drawn after it as before. */
async function readCanvas(page: Page): Promise<Frame> {
  const base64 = await page.getByRole('img', { name: 'Preview of the video' }).evaluate(async (canvas: HTMLCanvasElement) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    copy.getContext('2d')?.drawImage(canvas, 0, 0);
    const bytes = new Uint8Array(await (await copy.convertToBlob({ type: 'image/png' })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  const image = await loadImage(Buffer.from(base64, 'base64'));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return { widthPx: image.width, heightPx: image.height, pixels: dropAlpha(canvas.data()) };
}
