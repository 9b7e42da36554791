/**
 * `npm run bench:composer [-- --url address] [--minutes N] [--json]`: what the composer costs a browser. A project of 100 elements on 10 tracks in the built product and a
 * headless Chromium; scripting per frame while a clip is dragged, the time from a press on the ruler to the drawn frame, JavaScript until a clip can be dragged, and how the
 * heap grows over N minutes of scripted editing. In: those flags; without an address a product of its own is started. Out: a table, or JSON.
 */
import { parseArgs } from 'node:util';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { buildComposerProject } from '#scripts/bench/composer-project';
import { measureFirstLoad } from '#scripts/bench/composer-first-load';
import { listFrameScripting } from '#scripts/bench/frame-scripting';
import { percentile } from '#scripts/bench/percentile';
import { ensureChromium } from '#scripts/ensure-chromium';
import { openComposition } from '#tests/support/open-composer';
import { startStack } from '#tests/support/stack';

interface ComposerFigures {
  dragFrames: number;
  dragMedianMs: number;
  dragP95Ms: number;
  scrubMedianMs: number;
  firstLoadKb: number;
  edits: number;
  /** At the end, in parts of what it was once the history was full. */
  heapGrowth: number;
}

const VIEWPORT = { width: 1440, height: 900 };
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'devtools.timeline.frame', 'disabled-by-default-devtools.timeline.frame', 'v8', '__metadata'];

const clipOf = (page: Page, key: string) => page.locator(`[role=option][data-clip="${key}"]`);

/** To and fro and across tracks, as fast as a hand. */
async function measureDrag(browser: Browser, page: Page): Promise<number[]> {
  const box = await clipOf(page, 'element-90').boundingBox();
  if (box === null) throw new Error('The clip to drag is not seen');
  const [x, y] = [box.x + box.width / 2, box.y + 24];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await browser.startTracing(page, { categories: CATEGORIES });
  for (let step = 0; step < 180; step += 1) {
    await page.mouse.move(x + 260 * Math.sin(step / 18), y + 60 * (1 - Math.cos(step / 30)));
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const trace = await browser.stopTracing();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return listFrameScripting(trace.toString());
}

const SEEKS = 20;

/** From the press to the first frame of the screen on which the canvas is another one. */
async function measureScrub(page: Page): Promise<number[]> {
  await page.evaluate(installScrubProbe);
  const ruler = await page.getByTestId('ruler').boundingBox();
  if (ruler === null) throw new Error('The ruler is not seen');
  const times: number[] = [];
  for (let seek = 0; seek < SEEKS; seek += 1) {
    // Each lies far from the one before, and within a clip of the lowest track.
    const seconds = 4 * ((seek * 3) % 7) + 0.4 + (seek % 5) * 0.4;
    await page.mouse.click(Math.max(180, ruler.x) + seconds * 30, ruler.y + 6);
    times.push(await page.evaluate(() => (window as unknown as { scrub: Promise<number> }).scrub));
  }
  return times;
}

/** Runs in the page: sets `window.scrub` at each press on the ruler. */
function installScrubProbe(): void {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[aria-label="Preview of the video"]');
  const small = new OffscreenCanvas(32, 18).getContext('2d', { willReadFrequently: true });
  if (canvas === null || small === null) throw new Error('There is no canvas');
  const look = (): string => {
    small.drawImage(canvas, 0, 0, 32, 18);
    return small.getImageData(0, 0, 32, 18).data.join();
  };
  const patienceMs = 5_000;
  document.querySelector('[data-testid=ruler]')?.addEventListener('pointerdown', () => {
    const [before, startMs] = [look(), performance.now()];
    (window as unknown as { scrub: Promise<number> }).scrub = new Promise((resolve) => {
      const watch = (): void => {
        const elapsedMs = performance.now() - startMs;
        if (look() !== before || elapsedMs > patienceMs) resolve(elapsedMs);
        else requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    });
  }, { capture: true });
}

/** One round: a clip is moved, trimmed, copied, split, and some of it is undone. */
async function editOnce(page: Page, round: number): Promise<void> {
  await clipOf(page, `element-${50 + (round % 5) * 10}`).focus();
  for (const key of ['ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowLeft', 'Control+D', 'Delete', 'Control+Z', 'Control+Z', 'Shift+H', 'Shift+H', 'Alt+ArrowRight']) await page.keyboard.press(key);
}

async function heapBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Until the history is full everything has to grow. */
const WARM_UP_ROUNDS = 60;

async function measureHeap(page: Page, minutes: number): Promise<{ rounds: number; growth: number }> {
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) await editOnce(page, round);
  const before = await heapBytes(session);
  const endMs = performance.now() + minutes * 60_000;
  let rounds = 0;
  for (; performance.now() < endMs; rounds += 1) await editOnce(page, rounds);
  return { rounds, growth: (await heapBytes(session)) / before };
}

async function measureComposer(browser: Browser, url: string, minutes: number): Promise<ComposerFigures> {
  const firstLoadKb = await measureFirstLoad(browser, url);
  const context = await browser.newContext({ baseURL: url, viewport: VIEWPORT });
  await context.addInitScript(() => localStorage.setItem('videogen.panels', JSON.stringify({ leftPx: 320, rightPx: 304, timelinePx: 560 })));
  const page = await context.newPage();
  await openComposition(page, buildComposerProject(url));
  await clipOf(page, 'element-90').waitFor();
  await page.getByRole('button', { name: 'Fit the timeline' }).click();
  // The strips of its media have come, and nothing is being read.
  await page.waitForLoadState('networkidle');
  const drag = await measureDrag(browser, page);
  const scrub = await measureScrub(page);
  const heap = await measureHeap(page, minutes);
  await context.close();
  return { dragFrames: drag.length, dragMedianMs: percentile(drag, 0.5), dragP95Ms: percentile(drag, 0.95), scrubMedianMs: percentile(scrub, 0.5), firstLoadKb, edits: heap.rounds * 10, heapGrowth: heap.growth };
}

function describe({ dragFrames, dragMedianMs, dragP95Ms, scrubMedianMs, firstLoadKb, edits, heapGrowth }: ComposerFigures): string {
  return [
    'The composer, with 100 elements on 10 tracks',
    `  dragging a clip     ${dragP95Ms.toFixed(1)} ms of scripting a frame at p95, ${dragMedianMs.toFixed(1)} ms in the median of ${dragFrames} frames (wanted: p95 under 16.7)`,
    `  scrubbing           ${scrubMedianMs.toFixed(0)} ms to the drawn frame in the median of ${SEEKS} seeks of 1080p H.264 (wanted: 100)`,
    `  first load          ${firstLoadKb.toFixed(0)} kB of JavaScript until a clip can be dragged (wanted: 300)`,
    `  editing             the heap is ${heapGrowth.toFixed(2)} times as large after ${edits} keys (wanted: at most 1.5 after half an hour)`,
  ].join('\n');
}

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { url: { type: 'string' }, minutes: { type: 'string', default: '2' }, json: { type: 'boolean', default: false } } });
  const executablePath = await ensureChromium(process.env, AbortSignal.timeout(120_000));
  const stack = values.url === undefined ? await startStack({ web: true, workers: 1 }) : null;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  try {
    const figures = await measureComposer(browser, values.url ?? stack?.baseUrl ?? '', Number(values.minutes));
    console.log(values.json ? JSON.stringify(figures, null, 2) : describe(figures));
  } finally {
    await browser.close();
    await stack?.stop();
  }
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
