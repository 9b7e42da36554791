/**
 * The JavaScript that a browser has to fetch before the composer can be worked with: its address in, bytes over the wire out. Counted is every script asked for
 * before the tracks are there; that they are enough is proved by a second visit which gets no others and drags a clip.
 */
import type { Browser, Page } from 'playwright';

interface FirstLoad {
  /** As sent: compressed, with their headers. */
  sizeBytes: number;
  /** Addresses of the scripts. */
  scripts: string[];
}

const VIEWPORT = { width: 1440, height: 900 };
/** Of the clip that is dragged. */
const DRAG_PX = 60;

export async function measureFirstLoad(browser: Browser, url: string): Promise<number> {
  const { sizeBytes, scripts } = await visit(browser, url, countScripts);
  await visit(browser, url, async (page) => dragWith(page, new Set(scripts)));
  return sizeBytes / 1000;
}

/** With nothing in any cache, and a project that is begun anew. */
async function visit<Found>(browser: Browser, url: string, look: (page: Page) => Promise<Found>): Promise<Found> {
  const context = await browser.newContext({ baseURL: url, viewport: VIEWPORT });
  try {
    return await look(await context.newPage());
  } finally {
    await context.close();
  }
}

const TRACKS = '[role=listbox][aria-label=Clips]';

async function countScripts(page: Page): Promise<FirstLoad> {
  await page.addInitScript((tracks) => {
    const watch = (): void => void (document.querySelector(tracks) === null ? requestAnimationFrame(watch) : performance.mark('tracks'));
    watch();
  }, TRACKS);
  await page.goto('/');
  await page.locator(TRACKS).waitFor();
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => {
    const [tracks] = performance.getEntriesByName('tracks');
    const entries = performance.getEntriesByType('resource').filter((entry) => entry instanceof PerformanceResourceTiming);
    const first = entries.filter(({ name, startTime }) => new URL(name).pathname.endsWith('.js') && startTime <= (tracks?.startTime ?? Infinity));
    return { sizeBytes: first.reduce((sum, { transferSize }) => sum + transferSize, 0), scripts: first.map(({ name }) => name) };
  });
}

/** Throws when a clip cannot be selected and moved with these scripts alone. */
async function dragWith(page: Page, scripts: ReadonlySet<string>): Promise<void> {
  // The others never arrive.
  await page.route('**/*.js', (route) => (scripts.has(route.request().url()) ? route.continue() : undefined));
  await page.goto('/');
  const clip = page.locator(`${TRACKS} [role=option]`).last();
  const before = await clip.boundingBox();
  if (before === null) throw new Error('There is no clip to drag');
  const [x, y] = [before.x + before.width / 2, before.y + before.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + DRAG_PX, y, { steps: 4 });
  await page.mouse.up();
  await page.locator(`${TRACKS} [role=option][aria-selected=true]`).waitFor();
  const after = await clip.boundingBox();
  if (after === null || Math.abs(after.x - before.x) < 1) throw new Error('The clip does not move with the first scripts alone');
}
