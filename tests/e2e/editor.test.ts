/** The text of the composition: checked while it is written, kept, and copied as a command that works. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { pickExample, readEditor, showPanel, useBrowser, writeInEditor } from '#tests/e2e/browser';
import { eventually } from '#tests/e2e/eventually';

const open = useBrowser();

describe('the composition as text', () => {
  it('each problem is listed with its line and leads there; nothing can be created meanwhile', async () => {
    const { page, errors } = await open();
    await page.goto('/');
    await writeInEditor(page, '{\n  "width": 0,\n  "height": 720,\n  "elements": [\n    { "type": "image", "source": "nowhere", "rotaton": 3 }\n  ]\n}');
    const problems = page.getByRole('region', { name: 'Problems' });
    await problems.getByText('3 problems').waitFor();
    await page.getByRole('button', { name: 'Create video', disabled: true }).waitFor();
    await eventually(() => problems.getByRole('button').allInnerTexts()).toEqual([
      expect.stringMatching(/^Line 2\s+width must be/),
      expect.stringMatching(/^Line 5\s+elements\.0\.source must be/),
      expect.stringMatching(/^Line 5\s+elements\.0\.rotaton .*did you mean "rotation"/),
    ]);
    await problems.getByRole('button', { name: 'rotaton' }).click();
    // The problem's text is selected, so what is typed replaces it.
    await page.keyboard.insertText('"rotation": 3');
    await problems.getByText('2 problems').waitFor();
    expect(errors).toEqual([]);
  });

  it('text that is no JSON says from which line on', async () => {
    const { page } = await open();
    await page.goto('/');
    await writeInEditor(page, '{\n  "width": 640,\n  "height": ,\n  "elements": []\n}');
    await eventually(() => page.getByRole('region', { name: 'Problems' }).getByRole('button').innerText()).toMatch(/^Line 3\s+This is not valid JSON/);
    await page.getByRole('button', { name: 'Create video', disabled: true }).waitFor();
  });

  it('text that is no composition leaves the document alone, and is there again after a reload', async () => {
    const { page, errors } = await open();
    await page.goto('/');
    await pickExample(page, 'Vertical story');
    await writeInEditor(page, '{ "width": 640 }');
    await page.getByText('2 problems').waitFor();
    await page.getByText('Not ready yet').waitFor();
    await page.reload();
    await showPanel(page, 'JSON');
    await page.getByText('{ "width": 640 }').waitFor();
    expect(errors).toEqual([]);
  });

  it('each valid text is a step, and undo brings the text before it back to the byte', async () => {
    const { page, errors } = await open();
    await page.goto('/');
    const before = '{"height":90,  "width":160,\n\n"elements":[{"type":"shape","shape":"rectangle","duration":1.50}]}';
    await writeInEditor(page, before);
    await page.getByText('Valid composition').waitFor();
    // Steps soon after each other are one.
    await page.waitForTimeout(1_100);
    await writeInEditor(page, before.replace('160', '320'));
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('textbox', { name: 'Composition as JSON' }).getByText('"width":160').waitFor();
    await eventually(() => readEditor(page)).toBe(before);
    expect(errors).toEqual([]);
  });

  it('the copied command is the same request', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/');
    await writeInEditor(page, `{ "width": 64, "height": 64, "elements": [{ "id": "it's", "type": "image", "duration": 1, "source": "${inject('baseUrl')}/samples/logo.png" }] }`);
    await page.getByText('Valid composition').waitFor();
    await page.getByRole('button', { name: 'curl' }).click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    // To the estimate instead: the same body, and nothing is made.
    const { stdout } = await promisify(execFile)('sh', ['-c', command.replace('/videocreate', '/estimate')]);
    expect(JSON.parse(stdout)).toMatchObject({ estimated_seconds: expect.any(Number) });
  });
});
