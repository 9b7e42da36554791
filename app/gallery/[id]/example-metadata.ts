/** What a shared link of an example says of itself: the example, its measures and the site's address in, title, Open Graph and Twitter tags out. */
import type { Metadata } from 'next';
import { galleryPosterPath, galleryVideoPath } from '#components/gallery/gallery-item';
import type { Example } from '#lib/composition/examples/example';
import { toPosterSize } from '#lib/composition/poster-size';
import type { GalleryEntry } from '#lib/gallery/gallery-manifest';

/** `origin` without a slash at its end. */
export function toExampleMetadata({ id, title, description }: Example, { widthPx, heightPx }: GalleryEntry, origin: string): Metadata {
  const url = `${origin}/gallery/${id}`;
  const poster = toPosterSize({ widthPx, heightPx });
  const images = [{ url: origin + galleryPosterPath(id), type: 'image/jpeg', width: poster.widthPx, height: poster.heightPx, alt: `A frame of “${title}”` }];
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: {
      type: 'video.other',
      siteName: 'videogen',
      url,
      title,
      description,
      videos: [{ url: origin + galleryVideoPath(id), type: 'video/mp4', width: widthPx, height: heightPx }],
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
  };
}
