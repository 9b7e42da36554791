/** The composer's forms and panels: what is selected is changed by fields, keyframed, eased and checked; media of the computer come in and are used. */
import type { Locator, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { untilStill, useBrowser } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';
import { findViolations } from '#tests/e2e/find-violations';
import { boxOf } from '#tests/e2e/timeline';
import { openComposer } from '#tests/support/open-composer';

const open = useBrowser();

const inspectorOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' });
const clip = (page: Page, title: RegExp): Locator => page.getByRole('listbox', { name: 'Clips' }).getByRole('option', { name: title });

async function openExample(page: Page, id: string): Promise<Locator> {
  await openComposer(page, `/?example=${id}`);
  await page.getByRole('listbox', { name: 'Clips' }).getByRole('option').first().waitFor();
  await inspectorOf(page).getByRole('heading', { name: 'Canvas', level: 2 }).waitFor();
  return inspectorOf(page);
}

/** The selected element as it is written. */
async function readJson(page: Page): Promise<Record<string, unknown>> {
  const inspector = inspectorOf(page);
  const json = inspector.getByRole('textbox', { name: 'The element as JSON' });
  const disclosure = inspector.getByRole('button', { name: 'JSON', exact: true });
  if ((await disclosure.getAttribute('aria-expanded')) === 'false') await disclosure.click();
  return JSON.parse(await json.inputValue()) as Record<string, unknown>;
}

/** Each letter an input of its own, with no time between them, however slow the machine is. */
async function typeAtOnce(field: Locator, text: string): Promise<void> {
  await field.evaluate((element: HTMLTextAreaElement, words) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
    for (let length = 1; length <= words.length; length += 1) {
      set?.call(element, words.slice(0, length));
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, text);
}

describe('the inspector', () => {
  it('words, a number with its unit and a colour are written as they are entered; typing is undone as one step, and a refusal stands at its field', async () => {
    const { page, errors } = await open();
    const inspector = await openExample(page, 'lower-third');
    await clip(page, /Marta/).click();
    const before = await readJson(page);
    const words = inspector.getByRole('textbox', { name: 'Text', exact: true });
    await words.fill('');
    await eventually(() => inspector.getByRole('alert').innerText()).toMatch(/^Text .*must be a text of 1 to/);
    await typeAtOnce(words, 'Ada Lovelace');
    await eventually(() => readJson(page)).toEqual({ ...before, text: 'Ada Lovelace' });
    await words.press('ControlOrMeta+z');
    await eventually(() => readJson(page)).toEqual(before);

    const opacity = inspector.getByRole('textbox', { name: 'Opacity' });
    await opacity.fill('40');
    await opacity.press('Enter');
    await opacity.press('Shift+ArrowUp');
    await eventually(() => readJson(page)).toMatchObject({ opacity: 0.5 });
    await opacity.fill('500');
    await opacity.press('Enter');
    await eventually(() => inspector.getByRole('alert').innerText()).toMatch(/^Opacity .*must be a number from 0 to 1/);
    await opacity.press('Escape');
    await eventually(() => opacity.inputValue()).toBe('50');

    const color = inspector.getByRole('textbox', { name: 'Fill colour' });
    await color.fill('ff8800');
    await color.press('Enter');
    await eventually(() => readJson(page)).toMatchObject({ fill_color: '#ff8800' });
    await inspector.getByRole('button', { name: 'Reset Fill colour' }).click();
    await eventually(async () => Object.keys(await readJson(page))).not.toContain('fill_color');
    expect(errors).toEqual([]);
  });

  it('a dragged label is one step, and Escape takes it back', async () => {
    const { page } = await open();
    const inspector = await openExample(page, 'lower-third');
    await clip(page, /Marta/).click();
    const label = inspector.getByText('Rotation', { exact: true });
    await label.scrollIntoViewIfNeeded();
    const box = await boxOf(label);
    const drag = async (): Promise<void> => {
      await page.mouse.move(box.x + 5, box.y + 5);
      await page.mouse.down();
      await page.mouse.move(box.x + 35, box.y + 5, { steps: 6 });
    };
    await drag();
    await page.mouse.up();
    const rotation = inspector.getByRole('textbox', { name: 'Rotation' });
    await eventually(() => rotation.inputValue()).toBe('30');
    await drag();
    await eventually(() => rotation.inputValue()).toBe('60');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await eventually(() => rotation.inputValue()).toBe('30');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(() => rotation.inputValue()).toBe('');
  });

  it('the diamond keyframes a number at the playhead, editing it elsewhere sets another, and its easing is chosen from curves', async () => {
    const { page, errors } = await open();
    const inspector = await openExample(page, 'lower-third');
    await clip(page, /Marta/).click();
    await page.getByRole('button', { name: 'Go to the start' }).click();
    await inspector.getByRole('button', { name: 'Keyframe of Rotation' }).click();
    await page.getByRole('button', { name: 'Go to the end' }).click();
    await page.getByRole('button', { name: /^Playhead at (?!00:00:00)/ }).waitFor();
    const rotation = inspector.getByRole('textbox', { name: 'Rotation' });
    await rotation.fill('90');
    await rotation.press('Enter');
    await eventually(async () => (await readJson(page))['rotation']).toEqual([{ time: 0, value: 0 }, { time: expect.any(Number), value: 90 }]);
    await inspector.getByRole('button', { name: /^Easing to keyframe 2 of Rotation/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'back-out', exact: true }).click();
    await page.keyboard.press('Escape');
    await eventually(async () => (await readJson(page))['rotation']).toEqual([{ time: 0, value: 0 }, { time: expect.any(Number), value: 90, easing: 'back-out' }]);
    await inspector.getByRole('group', { name: 'Keyframes of Rotation' }).getByRole('button', { name: 'Keyframe before' }).click();
    await eventually(() => rotation.inputValue()).toBe('0');
    await inspector.getByRole('button', { name: 'Stop moving Rotation' }).click();
    await eventually(() => readJson(page)).toMatchObject({ rotation: 0 });
    expect(errors).toEqual([]);
  });

  it('several elements are changed at once, by one step', async () => {
    const { page } = await open();
    const inspector = await openExample(page, 'lower-third');
    await clip(page, /Marta/).click();
    await clip(page, /Harbour pilot/).click({ modifiers: ['Shift'] });
    await inspector.getByRole('heading', { name: '2 elements' }).waitFor();
    const size = inspector.getByRole('textbox', { name: 'Font size', exact: true });
    await eventually(() => size.getAttribute('placeholder')).toBe('Mixed');
    await size.fill('20px');
    await size.press('Enter');
    await eventually(() => size.inputValue()).toBe('20');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await eventually(() => size.getAttribute('placeholder')).toBe('Mixed');
  });

  it('animations are added by the names people know, and the JSON is taken or says what is wrong', async () => {
    const { page } = await open();
    const inspector = await openExample(page, 'lower-third');
    await clip(page, /Marta/).click();
    const { animations = [] } = await readJson(page);
    await inspector.getByRole('button', { name: 'Add an animation' }).click();
    await page.getByRole('menuitem', { name: 'Typewriter' }).click();
    await eventually(async () => (await readJson(page))['animations']).toEqual([...(animations as unknown[]), { type: 'typewriter' }]);
    const json = inspector.getByRole('textbox', { name: 'The element as JSON' });
    await json.fill(JSON.stringify({ ...(await readJson(page)), font_sise: 3 }));
    await inspector.getByRole('button', { name: 'Apply' }).click();
    await inspector.getByText(/did you mean "font_size"/).waitFor();
    await inspector.getByRole('button', { name: 'Discard' }).click();
    await eventually(() => inspector.getByRole('alert').count()).toBe(0);
  });

  it('has no serious accessibility violation, in light and in dark', async () => {
    for (const isDark of [false, true]) {
      const { page } = await open({ isDark });
      const inspector = await openExample(page, 'lower-third');
      await clip(page, /Marta/).click();
      await inspector.getByRole('button', { name: 'Keyframe of Rotation' }).click();
      await readJson(page);
      await untilStill(page);
      expect(await findViolations(page, 'aside')).toEqual([]);
    }
  });
});

describe('a problem', () => {
  it('leads to its field, also of an element that is not selected', async () => {
    const { page } = await open();
    const inspector = await openExample(page, 'lower-third');
    // What can be rendered and is warned of: a family that nobody knows.
    await clip(page, /Marta/).click();
    const json = inspector.getByRole('textbox', { name: 'The element as JSON' });
    const written = await readJson(page);
    await json.fill(JSON.stringify({ ...written, font_family: 'Nobody Knows' }));
    await inspector.getByRole('button', { name: 'Apply' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /warning/ }).click();
    await page.getByRole('dialog', { name: 'Problems' }).getByRole('button', { name: /font_family/ }).click();
    await page.waitForFunction(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') === 'font_family');
    await inspector.getByRole('heading', { name: 'Marta Lindqvist' }).waitFor();
  });
});

describe('the panels', () => {
  it('a file is uploaded, listed with what the server found, and added at the playhead; a file of another kind is told why it is not', async () => {
    const { page, errors } = await open();
    await openExample(page, 'lower-third');
    const clips = page.getByRole('listbox', { name: 'Clips' }).getByRole('option');
    const count = await clips.count();
    await page.getByLabel('Files to upload').setInputFiles(['public/samples/whoosh.mp3', 'README.md']);
    const uploads = page.getByRole('list', { name: 'Uploads' });
    await uploads.getByText(/Its name must end in one of/).waitFor();
    await uploads.getByRole('button', { name: 'Forget README.md' }).click();
    const media = page.getByRole('list', { name: 'Media of this project' });
    const card = media.getByRole('listitem').filter({ hasText: 'whoosh.mp3' });
    await card.getByText(/^0:0\d$/).waitFor();
    await card.getByText('8 kB').waitFor();
    await card.getByRole('button', { name: 'Add whoosh.mp3' }).click();
    await clip(page, /whoosh/).waitFor();
    await eventually(() => clips.count()).toBe(count + 1);
    // The refusal is an answer of the server, which the console tells as well.
    expect(errors.filter((error) => !error.includes('/api/v1/uploads'))).toEqual([]);
  });

  it('a text and a shape are added as they are shown', async () => {
    const { page, errors } = await open();
    const inspector = await openExample(page, 'lower-third');
    await page.getByRole('tab', { name: 'Text' }).click();
    await page.getByRole('list', { name: 'Texts' }).getByRole('button', { name: 'Quote' }).click();
    await inspector.getByRole('heading', { name: /Simplicity/ }).waitFor();
    await page.getByRole('tab', { name: 'Shapes' }).click();
    await page.getByRole('list', { name: 'Shapes' }).getByRole('button', { name: 'Star' }).click();
    await inspector.getByRole('heading', { name: 'Polygon' }).waitFor();
    await untilStill(page);
    expect(await findViolations(page, 'aside')).toEqual([]);
    expect(errors).toEqual([]);
  });
});
