/**
 * What is known of the rendered examples (public/gallery): by example, the composition it was made of, and what came out. `npm run gallery`
 * writes it; the pages read it; a test tells when it is behind the examples.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Example } from '#lib/composition/examples/example';

/** Web server, scripts and tests are all started in the project's own folder. */
export const GALLERY_FOLDER = path.join(process.cwd(), 'public', 'gallery');
const MANIFEST_PATH = path.join(GALLERY_FOLDER, 'manifest.json');

/** Stands for the address of whoever shows the examples: it must not change what they hash to. */
export const GALLERY_ORIGIN = 'https://videogen.example';

const galleryEntrySchema = z.strictObject({
  compositionHash: z.string(),
  widthPx: z.int(),
  heightPx: z.int(),
  durationSeconds: z.number(),
  sizeBytes: z.int(),
  posterBytes: z.int(),
  /** Those that drew it, by how many frames each had: most first. */
  engines: z.array(z.string()),
  renderMs: z.int(),
});
const galleryManifestSchema = z.record(z.string(), galleryEntrySchema);

export type GalleryEntry = z.infer<typeof galleryEntrySchema>;
/** By the example's id. */
export type GalleryManifest = z.infer<typeof galleryManifestSchema>;

/** Empty before the first `npm run gallery`. */
export async function readGalleryManifest(): Promise<GalleryManifest> {
  const text = await readFile(MANIFEST_PATH, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw error;
  });
  return galleryManifestSchema.parse(JSON.parse(text));
}

export function formatGalleryManifest(manifest: GalleryManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** SHA-256 of the composition, whatever the order of its keys. */
export function hashExample(example: Example): string {
  return createHash('sha256').update(JSON.stringify(example.build(GALLERY_ORIGIN), sortKeys)).digest('hex');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
