/** A folder for media and a page of the preview that is served from it, for the tests of one file: nothing in, both out. */
import { afterAll, beforeAll } from 'vitest';
import { openPreviewPage, type PreviewPage } from '#tests/support/preview-page';
import { makeRenderDirectory } from '#tests/support/render-composition';

export interface PreviewTest {
  directory: string;
  preview: PreviewPage;
}

/** Ready in the calling file's own `beforeAll` and in its tests, gone after its last. */
export function usePreview(): PreviewTest {
  const test = {} as PreviewTest;
  let remove = async (): Promise<void> => {};
  beforeAll(async () => {
    ({ directory: test.directory, remove } = await makeRenderDirectory());
    test.preview = await openPreviewPage(test);
  });
  afterAll(async () => {
    await test.preview?.close();
    await remove();
  });
  return test;
}
