/**
 * An example of the gallery: its video beside its JSON, with the tags by which a shared link unfolds.
 */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { toExampleMetadata } from '#app/gallery/[id]/example-metadata';
import { siteOrigin } from '#app/site-origin';
import { ExamplePage } from '#components/gallery/example-page';
import { EXAMPLES, findExample } from '#lib/composition/examples/examples';
import { readGalleryManifest } from '#lib/gallery/gallery-manifest';

interface GalleryExamplePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: GalleryExamplePageProps): Promise<Metadata> {
  const { id } = await params;
  const example = findExample(id);
  const entry = (await readGalleryManifest())[id];
  return example === null || entry === undefined ? { title: 'No such example' } : toExampleMetadata(example, entry, await siteOrigin());
}

export default async function GalleryExamplePage({ params }: GalleryExamplePageProps) {
  const { id } = await params;
  const manifest = await readGalleryManifest();
  const shown = EXAMPLES.filter((example) => manifest[example.id] !== undefined);
  const index = shown.findIndex((example) => example.id === id);
  const [example, entry] = [shown[index], manifest[id]];
  if (example === undefined || entry === undefined) notFound();
  return <ExamplePage example={example} measures={entry} origin={await siteOrigin()} before={shown[index - 1] ?? null} after={shown[index + 1] ?? null} />;
}
