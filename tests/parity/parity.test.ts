/** The preview, in Chromium, is the finished video: a few examples that take every engine and most features; `npm run parity` has all of them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findExample } from '#lib/composition/examples/examples';
import { linkSamples, measureExample, showInPage } from '#tests/parity/measure-example';
import { openPreviewPage, type PreviewPage } from '#tests/support/preview-page';
import { makeRenderDirectory } from '#tests/support/render-composition';

let directory = '';
let remove = async (): Promise<void> => {};
let preview: PreviewPage;
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await linkSamples(directory);
  preview = await openPreviewPage({ directory });
});
afterAll(async () => {
  await preview.close();
  await remove();
});

/** Enough to hit the middle of what moves. */
const MOMENTS_EACH = 2;

const SUBSET = ['right-to-left', 'lines', 'rounded-corners', 'picture-in-picture', 'lower-third', 'blurred-surround', 'ferris-wheel', 'wipes', 'words-as-window', 'keyframes'];

it.each(SUBSET)('%s looks in the preview as in the finished video', async (id) => {
  const example = findExample(id);
  if (example === null) throw new Error(`There is no example ${id} any more: put another one into the subset`);
  const { rendered, finished, drawn } = await measureExample(example, { showFrames: showInPage(preview), directory, momentCount: MOMENTS_EACH });
  const advice = `npm run parity -- --only ${id} --out folder shows it; Node draws it so: ${JSON.stringify(drawn)}`;
  expect(rendered, advice).toMatchObject({ hasPassed: true });
  expect(finished, advice).toMatchObject({ hasPassed: true });
  expect(preview.errors).toEqual([]);
});
