/** What is done to tracks, cuts and keyframes with the pointer: real presses and moves in a real browser, each one step that undo takes back. */
import type { Locator, Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { saveDocument, useBrowser } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { boxOf } from '#tests/e2e/timeline';
import { openComposition } from '#tests/support/open-composer';

const open = useBrowser();

const shape = (id: string, track: number, time: number, more: object = {}) => ({ id, name: id, type: 'shape', shape: 'rectangle', width: 40, height: 40, fill_color: '#e76f51', track, time, duration: 2, ...more });

const COMPOSITION = () => ({
  width: 320,
  height: 180,
  elements: [
    shape('one', 1, 0),
    shape('next', 1, 2),
    shape('two', 1, 6),
    shape('three', 2, 1, { duration: 8, opacity: [{ time: 0, value: 0 }, { time: 2, value: 1 }, { time: 4, value: 0.5 }, { time: 6, value: 1 }] }),
    { id: 'film', name: 'film', type: 'video', source: `${inject('baseUrl')}/samples/ridge.mp4`, track: 3, time: 0, trim_start: 2, duration: 3 },
  ],
});

async function openTimeline(page: Page, composition: unknown = COMPOSITION()): Promise<void> {
  await openComposition(page, composition);
  await clipOf(page, 'one').waitFor();
  await headOf(page, 1).waitFor();
}

const clipOf = (page: Page, name: string): Locator => page.getByRole('listbox', { name: 'Clips' }).getByRole('option', { name: new RegExp(`^\\w+ ${name}, `) });
const headOf = (page: Page, number: number): Locator => page.getByRole('button', { name: `Move track ${number}: drag, or press the arrow keys` });

/** "track 1, 0:00.00 to 0:02.00" */
async function placeOf(page: Page, name: string): Promise<string | undefined> {
  return (await clipOf(page, name).locator('.sr-only').textContent())?.split(', ').slice(1, 3).join(', ');
}

const untilPlace = (page: Page, name: string, place: string) => eventually(() => placeOf(page, name)).toBe(place);

/** Eighty pixels are a second. The button stays down. */
async function dragBy(page: Page, from: { x: number; y: number }, byPx: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + byPx.x, from.y + byPx.y, { steps: 6 });
}

describe('tracks', () => {
  it('are put in another order by their heads and by keys, and a lock goes with its track', async () => {
    const { page, errors } = await open();
    await openTimeline(page);
    await page.getByRole('button', { name: 'Lock track 1' }).click();
    const head = await boxOf(headOf(page, 1));
    await dragBy(page, { x: head.x + 20, y: head.y + 20 }, { x: 0, y: -2 * head.height });
    await page.getByTestId('new-track-line').waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await untilPlace(page, 'one', 'track 1, 0:00.00 to 0:02.00');
    await dragBy(page, { x: head.x + 20, y: head.y + 20 }, { x: 0, y: -2 * head.height });
    await page.mouse.up();
    await untilPlace(page, 'one', 'track 3, 0:00.00 to 0:02.00');
    await untilPlace(page, 'three', 'track 1, 0:01.00 to 0:09.00');
    await page.getByRole('button', { name: 'Unlock track 3' }).waitFor();
    await headOf(page, 3).focus();
    await page.keyboard.press('ArrowDown');
    await untilPlace(page, 'one', 'track 2, 0:00.00 to 0:02.00');
    // The focus stays on the track that was moved.
    await page.keyboard.press('ArrowDown');
    await untilPlace(page, 'one', 'track 1, 0:00.00 to 0:02.00');
    await page.getByRole('button', { name: 'Unlock track 1' }).waitFor();
    await page.keyboard.press('Control+a');
    await eventually(() => page.getByRole('listbox', { name: 'Clips' }).getByRole('option', { selected: true }).count()).toBe(2);
    expect(errors).toEqual([]);
  });

  it('take a medium of the panel where it is dropped, as long as it is, and not when Escape is pressed', async () => {
    const { page, errors } = await open();
    await openTimeline(page);
    const card = page.getByRole('list', { name: 'Samples' }).getByRole('listitem').filter({ hasText: 'Lanterns' });
    await card.scrollIntoViewIfNeeded();
    const [from, target] = [await boxOf(card), await boxOf(clipOf(page, 'two'))];
    const carry = async () => {
      await dragBy(page, { x: from.x + 40, y: from.y + 30 }, { x: 20, y: 20 });
      await page.mouse.move(target.x + target.width + 90, target.y + 20, { steps: 5 });
      await page.mouse.move(target.x + target.width + 4, target.y + 20, { steps: 5 });
    };
    await carry();
    await page.getByTestId('snap-line').waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.getByTestId('snap-line').waitFor({ state: 'detached' });
    expect(await clipOf(page, 'Lanterns at dusk').count()).toBe(0);
    await carry();
    await page.getByTestId('snap-line').waitFor();
    await page.mouse.up();
    // The server looks at it first.
    await clipOf(page, 'Lanterns at dusk').waitFor();
    await eventually(() => placeOf(page, 'Lanterns at dusk')).toMatch(/^track 1, 0:08\.00 to 0:1[45]/);
    expect(errors).toEqual([]);
  });
});

describe('cuts', () => {
  it('are moved between two clips, a gap is closed, and what a clip shows is slipped', async () => {
    const { page, errors } = await open();
    await openTimeline(page);
    const next = await boxOf(clipOf(page, 'next'));
    await dragBy(page, { x: next.x, y: next.y + 8 }, { x: 40, y: 0 });
    await page.mouse.up();
    await untilPlace(page, 'one', 'track 1, 0:00.00 to 0:02.50');
    await untilPlace(page, 'next', 'track 1, 0:02.50 to 0:04.00');
    await page.keyboard.press('Control+z');
    await untilPlace(page, 'next', 'track 1, 0:02.00 to 0:04.00');
    await page.mouse.click(next.x + next.width + 40, next.y + 20, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Close the gap' }).click();
    await untilPlace(page, 'two', 'track 1, 0:04.00 to 0:06.00');
    const film = await boxOf(clipOf(page, 'film'));
    await page.keyboard.down('Control');
    await page.keyboard.down('Alt');
    await dragBy(page, { x: film.x + 120, y: film.y + 30 }, { x: -80, y: 0 });
    await page.getByText('Content −1.00 s').waitFor();
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await page.keyboard.up('Control');
    await untilPlace(page, 'film', 'track 3, 0:00.00 to 0:03.00');
    await eventually(() => saveDocument(page)).toContain('"trim_start": 3');
    expect(errors).toEqual([]);
  });

  it('are made by a clip that is dropped on others, when that is chosen', async () => {
    const { page, errors } = await open();
    await openTimeline(page, { ...COMPOSITION(), elements: [shape('one', 1, 0, { duration: 6 }), shape('over', 2, 0)] });
    await page.getByRole('button', { name: 'Clips dropped on others: Beside them' }).click();
    await page.getByRole('menuitemradio', { name: 'Overwrite' }).click();
    const over = await boxOf(clipOf(page, 'over'));
    await dragBy(page, { x: over.x + 80, y: over.y + 30 }, { x: 2 * 80, y: over.height });
    await page.mouse.up();
    await untilPlace(page, 'over', 'track 1, 0:02.00 to 0:04.00');
    await eventually(() => page.locator('[data-clip^=one][role=option] .sr-only').allTextContents()).toEqual(['Shape one, track 1, 0:00.00 to 0:02.00', 'Shape one, track 1, 0:04.00 to 0:06.00']);
    expect(errors).toEqual([]);
  });

  it('are split with the keyframes of both parts where they were', async () => {
    const { page } = await open();
    await openTimeline(page);
    await clipOf(page, 'three').click();
    await page.getByTestId('ruler').click({ position: { x: 4 * 80, y: 8 } });
    await clipOf(page, 'three').focus();
    await page.keyboard.press('s');
    await page.getByRole('group', { name: 'Keyframes of three' }).getByRole('button', { name: 'Keyframe of opacity at 0:01.00' }).waitFor();
  });
});

describe('keyframes', () => {
  it('are chosen by a box, dragged together, eased, copied to another clip and deleted', async () => {
    const { page, errors } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await openTimeline(page);
    await clipOf(page, 'three').click();
    const lane = page.getByRole('group', { name: 'Keyframes of three' });
    const times = (of: Locator): Promise<string[]> => of.getByRole('button', { name: /^Keyframe of/ }).evaluateAll((all) => all.map((diamond) => diamond.getAttribute('aria-label')?.split(' at ')[1] ?? ''));
    const { x, y } = await boxOf(lane);
    await dragBy(page, { x: x + 100, y: y + 8 }, { x: 250, y: 0 });
    await page.mouse.up();
    await eventually(() => lane.getByRole('button', { pressed: true }).count()).toBe(2);
    const diamond = await boxOf(lane.getByRole('button', { name: 'Keyframe of opacity at 0:02.00' }));
    await dragBy(page, { x: diamond.x + 5, y: diamond.y + 5 }, { x: 40, y: 0 });
    await page.mouse.up();
    await eventually(() => times(lane)).toEqual(['0:00.00', '0:02.50', '0:04.50', '0:06.00']);
    await lane.getByRole('button', { name: 'Easing from 0:02.50 to 0:04.50: linear' }).click();
    await page.getByRole('dialog', { name: 'Easing' }).getByRole('button', { name: 'ease-in-out', exact: true }).click();
    await page.keyboard.press('Escape');
    await lane.getByRole('button', { name: 'Easing from 0:02.50 to 0:04.50: ease-in-out' }).waitFor();
    await lane.getByRole('button', { name: 'Keyframe of opacity at 0:04.50' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Delete');
    await eventually(() => times(lane)).toEqual(['0:00.00', '0:02.50', '0:06.00']);
    await clipOf(page, 'two').click();
    await page.getByTestId('ruler').click({ position: { x: 7 * 80, y: 8 } });
    await clipOf(page, 'two').focus();
    await page.keyboard.press('Control+v');
    await eventually(() => times(page.getByRole('group', { name: 'Keyframes of two' }))).toEqual(['0:01.00']);
    expect(errors).toEqual([]);
  });
});

describe('the view', () => {
  it('shows the selected clips as large as they get, and all of it', async () => {
    const { page } = await open();
    await openTimeline(page);
    await clipOf(page, 'two').click();
    await page.keyboard.press('z');
    await eventually(async () => (await boxOf(clipOf(page, 'two'))).width).toBeGreaterThan(800);
    await page.keyboard.press('Shift+z');
    await eventually(async () => (await boxOf(clipOf(page, 'one'))).x).toBeGreaterThan(100);
  });
});
