/** What people set by hand on the canvas and in the inspector: words in their styles, crops, the way of an element, gradients, corners; and what a locked track keeps from it. */
import type { Locator, Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { untilFocused, untilStill, useBrowser } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { findViolations } from '#tests/e2e/find-violations';
import { boxOf, drag as dragTo } from '#tests/e2e/timeline';
import { openComposition } from '#tests/support/open-composer';

const open = useBrowser();

const CANVAS = { width: 1280, height: 720 } as const;
const canvasOf = (page: Page): Locator => page.getByRole('img', { name: 'Preview of the video' });
const inspectorOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });

/** Opens elements as a composition of their own; resolves when they can be taken hold of, the one of that title too: what was open before has a list as well. */
async function openElements(page: Page, elements: unknown[], title: string): Promise<void> {
  await openComposition(page, { ...CANVAS, duration: 6, elements });
  await canvasOf(page).waitFor();
  const listed = page.getByRole('listbox', { name: /^Elements at the playhead/ }).locator('[role=option]');
  await listed.filter({ hasText: title }).waitFor({ state: 'attached' });
  await eventually(() => listed.count()).toBe(elements.length);
}

/** A place of the composition as one of the page. */
async function placeOf(page: Page, x: number, y: number): Promise<[x: number, y: number]> {
  const box = await boxOf(canvasOf(page));
  return [box.x + (box.width * x) / CANVAS.width, box.y + (box.height * y) / CANVAS.height];
}

async function drag(page: Page, from: Locator, byX: number, byY: number): Promise<void> {
  const box = await boxOf(from);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await dragTo(page, { x, y }, { x: x + byX, y: y + byY });
}

/** What is selected, as it is written. */
async function readJson(page: Page): Promise<Record<string, unknown>> {
  const json = inspectorOf(page).getByRole('textbox', { name: /^The elements? as JSON$/ });
  const disclosure = inspectorOf(page).getByRole('button', { name: 'JSON', exact: true });
  if ((await disclosure.getAttribute('aria-expanded')) === 'false') await disclosure.click();
  return JSON.parse(await json.inputValue()) as Record<string, unknown>;
}

/** Of the canvas and of the panels on both sides of it. */
async function listViolations(page: Page): Promise<string[]> {
  await untilStill(page);
  return [...(await findViolations(page, 'main')), ...(await findViolations(page, 'aside'))];
}

const SPANS = [{ text: 'Hello ' }, { text: 'bold', font_weight: 800, fill_color: '#ffcc00' }, { text: ' world' }];
const TITLE_WORDS = 'Hello bold world';
const TITLE = { id: 'title', type: 'text', track: 1, x: 100, y: 60, width: 1000, font_size: 80, spans: SPANS };
const BOX = { id: 'box', type: 'shape', shape: 'rectangle', track: 2, x: 500, y: 400, width: 200, height: 100, fill_color: '#ff5500' };

describe('words', () => {
  it('keep the styles of their spans, take another where they are selected, and all of it is one step', async () => {
    const { page, errors } = await open();
    await openElements(page, [TITLE], TITLE_WORDS);
    await page.mouse.dblclick(...(await placeOf(page, 600, 110)));
    const field = page.getByRole('textbox', { name: /^Words of / });
    await untilFocused(field);
    await page.keyboard.press('Home');
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('er');
    await page.keyboard.press('Home');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ControlOrMeta+i');
    const bar = page.getByRole('toolbar', { name: 'Style of what is selected' });
    await bar.getByRole('button', { name: 'Italic', pressed: true }).waitFor();
    await bar.getByRole('button', { name: 'Colour of what is selected' }).click();
    await page.getByRole('dialog', { name: 'Colour' }).getByRole('button', { name: '#ffcc00' }).click();
    expect(await listViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Colour' }).waitFor({ state: 'detached' });
    await untilFocused(field);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await eventually(async () => (await readJson(page))['spans']).toEqual([{ text: 'Hello', font_style: 'italic', fill_color: '#ffcc00' }, { text: ' ' }, { ...SPANS[1], text: 'boerld' }, SPANS[2]]);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(() => readJson(page)).toEqual(TITLE);
    expect(errors).toEqual([]);
  });

  it('in Hebrew the caret goes to the left as the arrow does, an emoji is erased whole, and an input method may write', async () => {
    const { page } = await open();
    await openElements(page, [{ ...TITLE, spans: undefined, text: 'שלום 👨‍👩‍👧' }], 'שלום');
    await page.mouse.dblclick(...(await placeOf(page, 600, 110)));
    const field = page.getByRole('textbox', { name: /^Words of / });
    await untilFocused(field);
    await page.keyboard.press('Home');
    const { x: start } = await boxOf(page.locator('[data-caret]'));
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((before) => (document.querySelector('[data-caret]')?.getBoundingClientRect().x ?? before) < before, start);
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await eventually(() => field.inputValue()).toBe('שלום ');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: '日本' });
    await eventually(() => field.inputValue()).toBe('שלום 日本');
  });
});

describe('a locked track', () => {
  it('lets the pointer through, and what is on it is read and not changed', async () => {
    const { page } = await open();
    await openElements(page, [TITLE, BOX], TITLE_WORDS);
    await page.getByRole('button', { name: 'Lock track 2' }).click();
    await page.getByRole('button', { name: 'Unlock track 2' }).waitFor();
    await page.mouse.click(...(await placeOf(page, 600, 450)));
    await inspectorOf(page).getByRole('heading', { name: 'Canvas', level: 2 }).waitFor();
    // By the list it can be selected all the same.
    await page.getByRole('group', { name: /^Canvas/ }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Home');
    await inspectorOf(page).getByText(/On a locked track/).waitFor();
    await inspectorOf(page).getByRole('textbox', { name: 'Rotation', disabled: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await page.getByRole('status', { name: 'Notice' }).getByText(/locked/).waitFor();
    await eventually(() => readJson(page)).toEqual(BOX);
    await inspectorOf(page).getByRole('button', { name: 'Unlock' }).click();
    await inspectorOf(page).getByRole('textbox', { name: 'Rotation', disabled: false }).waitFor();
  });
});

describe('on the canvas', () => {
  it('a picture is cropped by an edge and moved under its box, each as one step', async () => {
    const { page, errors } = await open();
    const picture = { id: 'emblem', type: 'image', source: new URL('/samples/logo.png', inject('baseUrl')).href, x: 100, y: 100, width: 400, height: 100 };
    await openElements(page, [picture], 'logo.png');
    await page.mouse.dblclick(...(await placeOf(page, 300, 150)));
    await page.getByRole('group', { name: /^Crop of/ }).waitFor();
    await drag(page, page.locator('[data-crop="1 0"]'), -40, 0);
    await eventually(() => readJson(page)).toMatchObject({ x: 100, height: 100, crop: { x: '0%', height: '100%' } });
    const cropped = await readJson(page);
    expect(Number(cropped['width'])).toBeLessThan(380);
    await page.getByRole('group', { name: /^Crop of/ }).focus();
    await page.keyboard.press('Shift+ArrowLeft');
    await eventually(async () => (await readJson(page))['crop']).not.toEqual(cropped['crop']);
    await page.getByRole('group', { name: /^Crop of/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(() => readJson(page)).toEqual(picture);
    expect(errors).toEqual([]);
  });

  it('the way of an element is drawn by its keyframes, and a dot of it dragged', async () => {
    const { page, errors } = await open();
    await openElements(page, [{ ...BOX, x: [{ time: 0, value: 100 }, { time: 3, value: 800 }] }], 'Rectangle');
    await page.mouse.click(...(await placeOf(page, 200, 450)));
    await drag(page, page.locator('[data-motion-dot="1"]'), -50, 20);
    const isMoved = expect.toSatisfy((value: number) => value < 760) as number;
    await eventually(() => readJson(page)).toMatchObject({ x: [{ time: 0, value: 100 }, { time: 3, value: isMoved }], y: 400 });
    await page.locator('[data-motion-dot="1"]').click();
    await page.getByRole('button', { name: 'Playhead at 00:03:00' }).waitFor();
    expect(errors).toEqual([]);
  });
});

describe('in the inspector', () => {
  it('a gradient takes the place of a colour, and gets another colour by a press on its bar', async () => {
    const { page, errors } = await open();
    await openElements(page, [BOX], 'Rectangle');
    await page.mouse.click(...(await placeOf(page, 600, 450)));
    const inspector = inspectorOf(page);
    await inspector.getByRole('group', { name: 'Gradient' }).getByRole('button', { name: 'Linear' }).click();
    await inspector.getByTitle('Press to add a colour').click();
    await inspector.getByRole('button', { name: /^Colour 2:/ }).press('Shift+ArrowRight');
    await eventually(() => readJson(page)).toMatchObject({ fill: { type: 'linear', stops: [{ offset: 0 }, { offset: expect.closeTo(0.6, 1) as number }, { offset: 1 }] } });
    expect(await readJson(page)).not.toHaveProperty('fill_color');
    await inspector.getByRole('group', { name: 'Gradient' }).getByRole('button', { name: 'Radial' }).click();
    await inspector.getByRole('button', { name: /^Point 1: 50 across/ }).press('ArrowRight');
    await eventually(async () => (await readJson(page))['fill']).toMatchObject({ type: 'radial', center: [51, 50] });
    expect(await listViolations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('corners are added and moved, and several elements are edited as one list', async () => {
    const { page } = await open();
    await openElements(page, [{ ...TITLE, track: 1 }, { ...BOX, shape: 'polygon', points: [[50, 0], [100, 100], [0, 100]] }], 'Polygon');
    await page.mouse.click(...(await placeOf(page, 600, 470)));
    const inspector = inspectorOf(page);
    await inspector.getByRole('button', { name: /^Point 1:/ }).press('Shift+ArrowRight');
    await eventually(() => readJson(page)).toMatchObject({ points: [[60, 0], [100, 100], [0, 100]] });
    await page.getByRole('group', { name: /^Canvas/ }).focus();
    await page.keyboard.press('ControlOrMeta+a');
    const json = inspector.getByRole('textbox', { name: 'The elements as JSON' });
    await json.waitFor();
    const both = JSON.parse(await json.inputValue()) as Record<string, unknown>[];
    await json.fill(JSON.stringify(both.map((element) => ({ ...element, opacity: 0.5 }))));
    await inspector.getByRole('button', { name: 'Apply' }).click();
    await inspector.getByRole('button', { name: 'Discard' }).waitFor({ state: 'detached' });
    await eventually(async () => JSON.parse(await json.inputValue()) as unknown).toEqual(both.map((element) => ({ ...element, opacity: 0.5 })));
    await json.fill((await json.inputValue()).replace('"opacity"', '"opacitie"'));
    await inspector.getByRole('button', { name: 'Apply' }).click();
    await inspector.getByText(/did you mean "opacity"/).waitFor();
    await eventually(() => json.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe('"opacitie"');
  });
});
