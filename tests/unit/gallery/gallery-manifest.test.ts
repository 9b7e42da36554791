/** The rendered gallery in the repository is that of the examples as they are. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '#lib/composition/examples/examples';
import { GALLERY_FOLDER, hashExample, readGalleryManifest } from '#lib/gallery/gallery-manifest';

const HOW = 'public/gallery is behind lib/composition/examples: type "npm run gallery" and look at what it rendered';
const BYTES_MAX = 17 * 1024 * 1024;

describe('public/gallery', () => {
  it('has an up-to-date video and poster of every example', async () => {
    const manifest = await readGalleryManifest();
    const stale = EXAMPLES.filter((example) => manifest[example.id]?.compositionHash !== hashExample(example)).map(({ id }) => id);
    expect(stale, HOW).toEqual([]);
    for (const { id } of EXAMPLES) {
      expect((await stat(path.join(GALLERY_FOLDER, `${id}.mp4`))).size, HOW).toBe(manifest[id]?.sizeBytes);
      expect((await stat(path.join(GALLERY_FOLDER, `${id}.jpg`))).size, HOW).toBe(manifest[id]?.posterBytes);
    }
  });

  it('has nothing else, and stays small enough to be kept with the source', async () => {
    const names = await readdir(GALLERY_FOLDER);
    expect(names.toSorted(), HOW).toEqual(['manifest.json', ...EXAMPLES.flatMap(({ id }) => [`${id}.jpg`, `${id}.mp4`])].toSorted());
    const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(GALLERY_FOLDER, name))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(BYTES_MAX);
  });

  it('takes another order of keys for the same composition', () => {
    const example = EXAMPLES[0]!;
    const turned = { ...example, build: (origin: string) => Object.fromEntries(Object.entries(example.build(origin)).toReversed()) as ReturnType<typeof example.build> };
    const changed = { ...example, build: (origin: string) => ({ ...example.build(origin), width: 322 }) };
    expect(hashExample(turned)).toBe(hashExample(example));
    expect(hashExample(changed)).not.toBe(hashExample(example));
  });
});
