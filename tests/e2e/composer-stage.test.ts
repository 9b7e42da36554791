/** The canvas of the composer: what is on it is selected, moved, turned and written in, by pointer and by keyboard. */
import axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { untilFocused, useBrowser } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { boxOf, type Box } from '#tests/e2e/timeline';
import { openComposer } from '#tests/support/open-composer';

const open = useBrowser();

const CANVAS = { name: 'Preview of the video' } as const;

/** Opens an example as a new project; resolves when it is drawn. */
async function openExample(page: Page, id: string): Promise<void> {
  await openComposer(page, `/?example=${id}`);
  await page.getByRole('img', CANVAS).waitFor();
  await page.getByRole('listbox', { name: /^Elements at the playhead/ }).waitFor({ state: 'attached' });
  // By itself a canvas is 300 wide; the player makes it as large as the video.
  await eventually(() => page.getByRole('img', CANVAS).evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeGreaterThan(300);
}

/** A place of the canvas, in parts of its width and height, as one of the page. */
async function placeOf(page: Page, across: number, down: number): Promise<[x: number, y: number]> {
  const box = await boxOf(page.getByRole('img', CANVAS));
  return [box.x + box.width * across, box.y + box.height * down];
}

/** What is said of the element that is selected, once it is not what was said before. */
async function untilSelected(page: Page, title: string, before?: Box): Promise<Box> {
  const pattern = `^${title} selected: (-?\\d+) from the left, (-?\\d+) from the top, (\\d+) wide, (\\d+) high`;
  const handle = await page.waitForFunction(
    ([source, known]) => {
      const match = [...document.querySelectorAll('[role="status"]')].map((status) => new RegExp(source ?? '').exec(status.textContent)).find((found) => found !== null);
      const [x = 0, y = 0, width = 0, height = 0] = match?.slice(1).map(Number) ?? [];
      const box = { x, y, width, height };
      return match !== undefined && JSON.stringify(box) !== known ? box : null;
    },
    [pattern, before === undefined ? '' : JSON.stringify(before)],
  );
  const box = await handle.jsonValue();
  if (box === null) throw new Error('Nothing was said');
  return box;
}

async function press(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 8 });
}

/** In the middle of the logo of the slideshow, in parts of its canvas. */
const LOGO = [0.1, 0.08] as const;

describe('the canvas of the composer', () => {
  it('a dragged element snaps to the middle with a guide; the drag is one step to undo, and Escape takes it back', async () => {
    const { page, errors } = await open();
    await openExample(page, 'slideshow');
    const logo = await placeOf(page, ...LOGO);
    await page.mouse.click(...logo);
    const start = await untilSelected(page, 'logo.png');
    const canvas = await page.getByRole('img', CANVAS).evaluate((element: HTMLCanvasElement) => ({ width: element.width, scale: element.getBoundingClientRect().width / element.width }));
    const middle = Math.round((canvas.width - start.width) / 2);
    // To three pixels of the page from where it would be in the middle.
    await press(page, logo, [logo[0] + (middle - start.x) * canvas.scale + 3, logo[1]]);
    // A line that stands upright has no width: to the browser it is never visible.
    await page.locator('[data-guide="x"]').first().waitFor({ state: 'attached' });
    await page.mouse.up();
    const moved = await untilSelected(page, 'logo.png', start);
    expect(moved).toEqual({ ...start, x: expect.toSatisfy((x: number) => Math.abs(x - middle) <= 1) });
    await page.keyboard.press('ControlOrMeta+z');
    expect(await untilSelected(page, 'logo.png', moved)).toEqual(start);

    await press(page, logo, [logo[0] + 60, logo[1] + 60]);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.getByRole('button', { name: /^Undo/, disabled: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it('a text is written in where it stands, and all that was typed is one step', async () => {
    const { page, errors } = await open();
    await openExample(page, 'hello-world');
    await page.mouse.dblclick(...(await placeOf(page, 0.5, 0.5)));
    const field = page.getByRole('textbox', { name: 'Words of Hello, world' });
    await untilFocused(field);
    await page.keyboard.type('Good morning');
    await page.getByRole('textbox', { name: 'Words of Good morning' }).waitFor();
    await page.keyboard.press('Escape');
    await untilSelected(page, 'Good morning');
    await page.keyboard.press('ControlOrMeta+z');
    await untilSelected(page, 'Hello, world');
    expect(errors).toEqual([]);
  });

  it('without a pointer an element is chosen from the list and moved by the arrow keys', async () => {
    const { page, errors } = await open();
    await openExample(page, 'slideshow');
    await page.getByRole('group', { name: /^Canvas/ }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const start = await untilSelected(page, 'logo.png');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    // Whether the first step is told by itself is a matter of time.
    await eventually(() => untilSelected(page, 'logo.png', start)).toEqual({ ...start, x: start.x + 1, y: start.y + 10 });
    await page.addScriptTag({ content: axe.source });
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run('section[aria-label="Canvas"]', { resultTypes: ['violations'] }));
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('a time that is typed is where the playhead goes, and a file that is not there is told', async () => {
    const { page } = await open();
    await page.route('**/samples/logo.png', (route) => route.fulfill({ status: 404 }));
    await openExample(page, 'slideshow');
    await page.getByRole('button', { name: /^Playhead at/ }).click();
    await untilFocused(page.getByRole('textbox', { name: /^Time of the playhead/ }));
    await page.keyboard.type('2.5');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Playhead at 00:02:15' }).waitFor();
    await page.getByRole('button', { name: '1 file cannot be shown' }).click();
    await page.getByRole('button', { name: /^Image of logo/ }).waitFor();
  });
});
