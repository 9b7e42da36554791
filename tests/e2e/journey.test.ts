/** A video from nothing, by hand: files are brought in, arranged, cut, titled and scored, the video is made, watched and shared, and has in it what was put there. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { playVideo, showPanel, untilFocused, useBrowser } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { boxOf, clipOf, clipsOf, drag, PX_PER_SECOND, untilPlace } from '#tests/e2e/timeline';
import { openComposer } from '#tests/support/open-composer';
import { colourAt, loudness, probe, readFramesAt, readSamples, type Frame } from '#tests/support/read-frame';

const open = useBrowser();

const WIDTH = 640;
const HEIGHT = 360;

async function beginProject(page: Page): Promise<void> {
  await openComposer(page);
  await page.getByRole('button', { name: /^Project / }).click();
  await page.getByRole('menuitem', { name: 'New project' }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByLabel('Name').fill('From nothing');
  await dialog.getByLabel('Width').fill(String(WIDTH));
  await dialog.getByLabel('Height').fill(String(HEIGHT));
  await dialog.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('button', { name: 'Project From nothing' }).waitFor();
}

/** By the file chooser; the storage takes nothing until the progress has been seen. */
async function uploadFiles(page: Page): Promise<void> {
  let letGo = (): void => undefined;
  const isSeen = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/X-Amz-Signature/, async (route) => {
    await isSeen;
    await route.continue();
  });
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload files' }).click();
  await (await choosing).setFiles(['ridge.mp4', 'dunes.jpg', 'daybreak.m4a'].map((name) => `public/samples/${name}`));
  for (const name of ['ridge.mp4', 'dunes.jpg', 'daybreak.m4a']) await page.getByRole('progressbar', { name: `Upload of ${name}` }).waitFor();
  letGo();
  await cardOf(page, 'ridge.mp4').getByText('0:08').waitFor();
  await cardOf(page, 'dunes.jpg').getByText('1920').waitFor();
  await cardOf(page, 'daybreak.m4a').getByText('0:16').waitFor();
  await page.getByRole('list', { name: 'Uploads' }).waitFor({ state: 'detached' });
  await page.unroute(/X-Amz-Signature/);
}

const cardOf = (page: Page, name: string): Locator => page.getByRole('list', { name: 'Media of this project' }).getByRole('listitem').filter({ hasText: name });

const inspectorOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });

async function goTo(page: Page, seconds: string): Promise<void> {
  await page.getByRole('button', { name: /^Playhead at/ }).click();
  await untilFocused(page.getByRole('textbox', { name: /^Time of the playhead/ }));
  await page.keyboard.type(seconds);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Playhead at 00:0${seconds}:00` }).waitFor();
}

/** How much two pictures differ in a part of them: the mean over its pixels and colours, of 255. */
function differenceOf(one: Frame, other: Frame, part: { x: number; y: number; width: number; height: number }): number {
  let sum = 0;
  for (let y = part.y; y < part.y + part.height; y += 1) {
    for (let x = part.x; x < part.x + part.width; x += 1) {
      const [a, b] = [colourAt(one, x, y), colourAt(other, x, y)];
      sum += Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);
    }
  }
  return sum / (part.width * part.height * 3);
}

/** What the file has in it, frame by frame and by ear. */
async function expectAsMade(address: string): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'videogen-journey-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'made.mp4');
  await writeFile(file, Buffer.from(await (await fetch(address)).arrayBuffer()));
  const { format, streams } = await probe(file);
  expect(Number(format['duration'])).toBeCloseTo(6, 0);
  expect(streams).toContainEqual(expect.objectContaining({ codec_type: 'video', width: WIDTH, height: HEIGHT, nb_read_packets: '180' }));

  const [atStart, beforeTitle, withTitle, atEnd] = await readFramesAt(file, [0, 57, 66, 170]);
  if (atStart === undefined || beforeTitle === undefined || withTitle === undefined || atEnd === undefined) throw new Error('Frames are missing');
  // The title came in between, in the middle and nowhere else.
  expect(differenceOf(beforeTitle, withTitle, { x: 200, y: 165, width: 100, height: 30 })).toBeGreaterThan(12);
  expect(differenceOf(beforeTitle, withTitle, { x: 10, y: 10, width: 100, height: 60 })).toBeLessThan(6);
  // The picture, red sand, went from the left to the right, and was over by the end.
  const isSand = (frame: Frame, x: number): boolean => {
    const [red, , blue] = colourAt(frame, x, 340);
    return red > blue + 40;
  };
  expect([isSand(atStart, 60), isSand(atStart, 600), isSand(withTitle, 60), isSand(withTitle, 600), isSand(atEnd, 600)]).toEqual([true, false, false, true, false]);
  // The music comes in slowly.
  const [left] = (await readSamples(file)) ?? [];
  if (left === undefined) throw new Error('It has no sound');
  expect(loudness(left, 2, 3)).toBeGreaterThan(0.005);
  expect(loudness(left, 0, 0.2)).toBeLessThan(loudness(left, 2, 3) / 3);
}

describe('a video from nothing', () => {
  it('is brought in, arranged, cut, titled, scored, made, watched and shared', async () => {
    const { page, errors } = await open();
    await beginProject(page);
    await uploadFiles(page);

    // The clip to the empty tracks, eight seconds of it; both ends are cut by a second.
    const lanes = await boxOf(page.getByTestId('lanes'));
    const card = await boxOf(cardOf(page, 'ridge.mp4'));
    await drag(page, { x: card.x + 40, y: card.y + 30 }, { x: lanes.x + 4, y: lanes.y + 40 });
    await untilPlace(page, /^Video ridge/, 'track 1, 0:00.00 to 0:08.00');
    const whole = await boxOf(clipOf(page, /^Video ridge/));
    await drag(page, { x: whole.x + whole.width - 3, y: whole.y + 30 }, { x: whole.x + whole.width - 3 - PX_PER_SECOND, y: whole.y + 30 });
    await untilPlace(page, /^Video ridge/, 'track 1, 0:00.00 to 0:07.00');
    await drag(page, { x: whole.x + 2, y: whole.y + 30 }, { x: whole.x + 2 + PX_PER_SECOND, y: whole.y + 30 });
    await untilPlace(page, /^Video ridge/, 'track 1, 0:01.00 to 0:07.00');
    await drag(page, { x: whole.x + 3 * PX_PER_SECOND, y: whole.y + 30 }, { x: whole.x + 2 * PX_PER_SECOND + 2, y: whole.y + 30 });
    await untilPlace(page, /^Video ridge/, 'track 1, 0:00.00 to 0:06.00');

    // Split at three seconds by its key, and a wipe at the joint.
    await goTo(page, '3');
    await clipOf(page, /^Video ridge/).focus();
    await page.keyboard.press('s');
    await eventually(() => clipsOf(page).count()).toBe(2);
    await page.getByRole('button', { name: /^Add a transition between/ }).click();
    await page.getByRole('dialog', { name: 'Transition' }).getByLabel('Transition').selectOption('wipe');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Transition' }).waitFor({ state: 'detached' });

    // Its own sound is not wanted.
    await page.getByRole('button', { name: 'Mute Track 1' }).click();

    // The picture onto the canvas where it is dropped, at the start.
    await page.keyboard.press('Home');
    await goTo(page, '0');
    const stage = await boxOf(page.getByRole('img', { name: 'Preview of the video' }));
    const picture = await boxOf(cardOf(page, 'dunes.jpg'));
    await drag(page, { x: picture.x + 40, y: picture.y + 30 }, { x: stage.x + stage.width * 0.25, y: stage.y + stage.height * 0.75 });
    await clipOf(page, /^Image dunes/).waitFor();
    const inspector = inspectorOf(page);
    await inspector.getByRole('button', { name: 'Keyframe of X', exact: true }).click();
    await goTo(page, '2');
    await inspector.getByRole('textbox', { name: 'X', exact: true }).fill('480');
    await inspector.getByRole('textbox', { name: 'X', exact: true }).press('Enter');

    // A title, written where it stands, from the second second on.
    await showPanel(page, 'Text');
    await page.getByRole('list', { name: 'Texts' }).getByRole('button', { name: 'Title', exact: true }).click();
    await clipOf(page, /^Text Your title/).waitFor();
    // It is on the canvas when its font is there.
    await page.getByRole('status').filter({ hasText: /^Your title selected: -?\d+ from the left/ }).waitFor();
    await page.mouse.dblclick(stage.x + stage.width / 2, stage.y + stage.height / 2);
    await untilFocused(page.getByRole('textbox', { name: 'Words of Your title' }));
    await page.keyboard.type('Made by hand');
    await page.keyboard.press('Escape');
    await clipOf(page, /^Text Made by hand/).waitFor();

    // Music under all of it, as long as the rest, faded in.
    await showPanel(page, 'Sound');
    await goTo(page, '0');
    await cardOf(page, 'daybreak.m4a').getByRole('button', { name: 'Add daybreak.m4a' }).click();
    await untilPlace(page, /^Audio daybreak/, 'track 1, 0:00.00 to 0:16.00');
    await goTo(page, '6');
    await clipOf(page, /^Audio daybreak/).click({ position: { x: 20, y: 30 } });
    await page.keyboard.press('w');
    await untilPlace(page, /^Audio daybreak/, 'track 1, 0:00.00 to 0:06.00');
    const music = await boxOf(clipOf(page, /^Audio daybreak/));
    await drag(page, { x: music.x + 8, y: music.y + 8 }, { x: music.x + 8 + PX_PER_SECOND, y: music.y + 8 });
    await clipOf(page, /^Text Made by hand/).click();
    await page.keyboard.press('w');
    await untilPlace(page, /^Text Made by hand/, 'track 4, 0:02.00 to 0:06.00');

    // The video is made, plays beside the work, and on the page that is shared.
    await page.getByRole('button', { name: 'Create video' }).click();
    await page.getByRole('heading', { name: 'Your video is ready' }).waitFor({ timeout: 240_000 });
    await playVideo(page);
    expect(await page.getByLabel('The finished video').evaluate((video: HTMLVideoElement) => [video.videoWidth, video.videoHeight])).toEqual([WIDTH, HEIGHT]);
    const address = await page.getByRole('textbox', { name: 'Address of the file' }).inputValue();
    await page.getByRole('link', { name: 'Open its page' }).click();
    await page.waitForURL(/\/videos\/[0-9a-f-]{36}$/);
    await playVideo(page);
    await expectAsMade(address);
    expect(errors).toEqual([]);
  });
});
