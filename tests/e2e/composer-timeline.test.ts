/** The timeline of the composer: clips are dragged, trimmed, split and chosen by pointer and by keyboard, each as one step that undo takes back. */
import type { Locator, Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { untilStill, useBrowser } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { findViolations } from '#tests/e2e/find-violations';
import { boxOf } from '#tests/e2e/timeline';
import { openComposition } from '#tests/support/open-composer';

const open = useBrowser();

const shape = (id: string, track: number, time: number, more: object = {}) => ({ id, name: id, type: 'shape', shape: 'rectangle', width: 40, height: 40, fill_color: '#e76f51', track, time, duration: 2, ...more });

const COMPOSITION = () => ({
  width: 320,
  height: 180,
  elements: [
    shape('one', 1, 0),
    shape('two', 1, 5),
    shape('three', 2, 1, { opacity: [{ time: 0, value: 0 }, { time: 1, value: 1 }] }),
    { id: 'photo', name: 'photo', type: 'image', source: `${inject('baseUrl')}/samples/alps.jpg`, track: 3, time: 0, duration: 4 },
    { id: 'box', name: 'box', type: 'composition', track: 3, time: 5, duration: 2, elements: [shape('inside', 1, 0)] },
  ],
});

async function openTimeline(page: Page): Promise<void> {
  await openComposition(page, COMPOSITION());
  await clipOf(page, 'one').waitFor();
}

const clipOf = (page: Page, name: string): Locator => page.getByRole('listbox', { name: 'Clips' }).getByRole('option', { name: new RegExp(`^\\w+ ${name}, `) });

/** "track 1, 0:00.00 to 0:02.00" */
async function placeOf(page: Page, name: string): Promise<string | undefined> {
  return (await clipOf(page, name).locator('.sr-only').textContent())?.split(', ').slice(1, 3).join(', ');
}

const selected = (page: Page): Promise<string[]> => page.locator('[data-clip][aria-selected=true]').evaluateAll((clips) => clips.map((clip) => clip.getAttribute('data-clip') ?? '').toSorted());

/** Eighty pixels are a second. */
async function dragBy(page: Page, from: { x: number; y: number }, byPx: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + byPx.x, from.y + byPx.y, { steps: 6 });
}

const untilPlace = (page: Page, name: string, place: string) => eventually(() => placeOf(page, name)).toBe(place);

describe('the timeline of the composer', () => {
  it('a clip is dragged along its track and to another one, snaps with a line, and each drag is one step to undo', async () => {
    const { page, errors } = await open();
    await openTimeline(page);
    const clip = await boxOf(clipOf(page, 'one'));
    const middle = { x: clip.x + 80, y: clip.y + 30 };
    // Five pixels short of the start of the next clip: it comes to stand before it.
    await dragBy(page, middle, { x: 3 * 80 - 5, y: 0 });
    await page.getByTestId('snap-line').waitFor();
    await page.mouse.up();
    await untilPlace(page, 'one', 'track 1, 0:03.00 to 0:05.00');
    await page.getByTestId('snap-line').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Z');
    await untilPlace(page, 'one', 'track 1, 0:00.00 to 0:02.00');
    await dragBy(page, middle, { x: 4 * 80, y: -clip.height });
    await page.mouse.up();
    await untilPlace(page, 'one', 'track 2, 0:04.00 to 0:06.00');
    await page.keyboard.press('Control+Z');
    await untilPlace(page, 'one', 'track 1, 0:00.00 to 0:02.00');
    expect(errors).toEqual([]);
  });

  it('where the place is taken the nearest free one is, between tracks a new one, and Escape takes the drag back', async () => {
    const { page } = await open();
    await openTimeline(page);
    const clip = await boxOf(clipOf(page, 'one'));
    const middle = { x: clip.x + 80, y: clip.y + 30 };
    await dragBy(page, middle, { x: 4.5 * 80, y: 0 });
    await page.getByText('next free place').waitFor();
    await untilPlace(page, 'one', 'track 1, 0:03.00 to 0:05.00');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await untilPlace(page, 'one', 'track 1, 0:00.00 to 0:02.00');
    const { y: lineY } = await boxOf(clipOf(page, 'three'));
    await dragBy(page, middle, { x: 0, y: lineY - 3 - middle.y });
    await page.getByTestId('new-track-line').waitFor();
    await page.mouse.up();
    await untilPlace(page, 'one', 'track 3, 0:00.00 to 0:02.00');
    await untilPlace(page, 'photo', 'track 4, 0:00.00 to 0:04.00');
  });

  it('both ends are trimmed, a fade is dragged, and the playhead splits', async () => {
    const { page } = await open();
    await openTimeline(page);
    const clip = await boxOf(clipOf(page, 'three'));
    await dragBy(page, { x: clip.x + clip.width - 2, y: clip.y + 24 }, { x: 80, y: 0 });
    await page.mouse.up();
    await untilPlace(page, 'three', 'track 2, 0:01.00 to 0:04.00');
    await dragBy(page, { x: clip.x + 2, y: clip.y + 24 }, { x: 40, y: 0 });
    await page.mouse.up();
    await untilPlace(page, 'three', 'track 2, 0:01.50 to 0:04.00');
    const photo = await boxOf(clipOf(page, 'photo'));
    await clipOf(page, 'photo').click();
    await dragBy(page, { x: photo.x + 8, y: photo.y + 8 }, { x: 80, y: 0 });
    await page.getByText('Fade 1.00 s').waitFor();
    await page.mouse.up();
    await page.getByTestId('ruler').click({ position: { x: 160, y: 8 } });
    await clipOf(page, 'photo').focus();
    await page.keyboard.press('s');
    await eventually(() => page.locator('[data-clip^=photo][role=option]').count()).toBe(2);
    await page.keyboard.press('Control+Z');
    await eventually(() => page.locator('[data-clip^=photo][role=option]').count()).toBe(1);
  });

  it('a box selects what it touches, Shift adds, a click beside the clips selects nothing', async () => {
    const { page } = await open();
    await openTimeline(page);
    const [first, third] = [await boxOf(clipOf(page, 'one')), await boxOf(clipOf(page, 'three'))];
    await dragBy(page, { x: third.x + third.width + 20, y: third.y + 10 }, { x: -200, y: first.y + 10 - third.y });
    await page.mouse.up();
    await eventually(() => selected(page)).toEqual(['one', 'three']);
    await clipOf(page, 'two').click({ modifiers: ['Shift'] });
    await eventually(() => selected(page)).toEqual(['one', 'three', 'two']);
    await clipOf(page, 'two').click();
    await eventually(() => selected(page)).toEqual(['two']);
    await page.mouse.click(third.x + 300, third.y + 20);
    await eventually(() => selected(page)).toEqual([]);
  });

  it('keys go from clip to clip, move them, and open a group and leave it', async () => {
    const { page } = await open();
    await openTimeline(page);
    await clipOf(page, 'one').focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => selected(page)).toEqual(['two']);
    await page.keyboard.press('Alt+ArrowRight');
    await untilPlace(page, 'two', 'track 1, 0:05.03 to 0:07.03');
    // A clip that is moved to another track keeps the focus.
    await page.keyboard.press('Alt+ArrowUp');
    await untilPlace(page, 'two', 'track 2, 0:05.03 to 0:07.03');
    await page.getByRole('status', { name: 'Clips' }).filter({ hasText: 'track 2, 0:05.03' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await eventually(() => selected(page)).toEqual(['box']);
    await page.keyboard.press('Enter');
    await clipOf(page, 'inside').waitFor();
    await page.getByRole('navigation', { name: 'Open group' }).getByRole('button', { name: 'Composition' }).click();
    await clipOf(page, 'one').waitFor();
  });

  it('Ctrl and the wheel zoom about the pointer', async () => {
    const { page } = await open();
    await openTimeline(page);
    const before = await boxOf(clipOf(page, 'two'));
    await page.mouse.move(before.x, before.y + 20);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await eventually(async () => (await boxOf(clipOf(page, 'two'))).width).toBeGreaterThan(before.width * 1.3);
    await eventually(async () => Math.abs((await boxOf(clipOf(page, 'two'))).x - before.x)).toBeLessThan(2);
  });

  it('has no serious accessibility problem', async () => {
    const { page } = await open();
    await openTimeline(page);
    await clipOf(page, 'three').click();
    await page.getByRole('group', { name: 'Keyframes of three' }).waitFor();
    await untilStill(page);
    expect(await findViolations(page, '#timeline')).toEqual([]);
  });
});
