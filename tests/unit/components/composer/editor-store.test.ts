/** What is saved of a document is what its history has: a drag that is cancelled never was. */
import { expect, it } from 'vitest';
import { createEditorStore } from '#components/composer/store/editor-store';
import { setCanvas } from '#lib/editor/commands/set-canvas';
import { emptyComposition } from '#lib/editor/project';

it('the text of a document is without the drag that is going on', () => {
  const store = createEditorStore({ composition: emptyComposition(100, 100), selection: [], scope: null });
  const { readText, begin, preview, cancel, end } = store.getState();
  const before = readText();
  begin('Drag');
  preview(setCanvas, { width: 640 });
  expect(readText()).toBe(before);
  cancel();
  expect(readText()).toBe(before);
  begin('Drag');
  preview(setCanvas, { width: 640 });
  end();
  expect(JSON.parse(readText())).toMatchObject({ width: 640 });
});

it('what was typed as JSON and is no composition yet stays through a drag that is taken back, and gives way to one that is a step', () => {
  const store = createEditorStore({ composition: emptyComposition(100, 100), selection: [], scope: null });
  const { writeText, begin, preview, cancel, end } = store.getState();
  const draft = () => store.getState().draftText;
  writeText('{}');
  expect(draft()).toBe('{}');
  writeText('{ "width": ');
  begin('Drag');
  preview(setCanvas, { width: 640 });
  expect(draft()).toBe('{ "width": ');
  cancel();
  expect(draft()).toBe('{ "width": ');
  begin('Drag');
  preview(setCanvas, { width: 640 });
  end();
  expect(draft()).toBeNull();
});
