/** The composer's timeline as a person sees it: clips by their names, where they are in time, and drags by a pointer that is pressed, moved and let go. */
import type { Locator, Page } from 'playwright';
import { eventually } from '#tests/e2e/eventually';

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** What the timeline begins with. */
export const PX_PER_SECOND = 80;

export const clipsOf = (page: Page): Locator => page.getByRole('listbox', { name: 'Clips' }).getByRole('option');

/** By the beginning of what a screen reader says of it: "Video ridge.mp4, track 1, 0:00.00 to 0:08.00". */
export const clipOf = (page: Page, label: RegExp): Locator => page.getByRole('listbox', { name: 'Clips' }).getByRole('option', { name: label });

/** For so many frames of the screen a thing is where it was before it counts as still. */
const STILL_FRAMES = 6;

/** Where it is on the page, once it has come to rest there. */
export async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.evaluate(async (element, framesMin) => {
    const read = (): Box => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    let box = read();
    for (let still = 0; still < framesMin; ) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (!element.isConnected) return null;
      const next = read();
      still = next.width + next.height > 0 && JSON.stringify(next) === JSON.stringify(box) ? still + 1 : 0;
      box = next;
    }
    return box;
  }, STILL_FRAMES);
  // Another has taken its place.
  return box ?? boxOf(locator);
}

/** Pressed, moved in steps, let go. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

/** "track 1, 0:00.00 to 0:02.00", of the one clip of that label. */
export async function untilPlace(page: Page, label: RegExp, place: string): Promise<void> {
  await eventually(async () => (await clipOf(page, label).locator('.sr-only').textContent())?.split(', ').slice(1, 3).join(', ')).toBe(place);
}
