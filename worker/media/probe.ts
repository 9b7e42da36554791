/**
 * The facts of a sniffed file, as the kind of source that the element wants: a file in, MediaFacts out.
 */
import type { MediaFacts } from '#lib/composition/media-facts';
import type { MediaKind } from '#lib/composition/sources';
import type { SourceFile } from '#worker/media/inspect-file';
import { probeAudio } from '#worker/media/probe-audio';
import { probeImage } from '#worker/media/probe-image';
import { probeVideo } from '#worker/media/probe-video';

/** Throws AppError SOURCE_DAMAGED, SOURCE_WRONG_KIND or SOURCE_TOO_MANY_PIXELS. */
export function probe(file: SourceFile, kind: MediaKind): Promise<MediaFacts> {
  switch (kind) {
    case 'image':
      return probeImage(file);
    case 'video':
      return probeVideo(file);
    case 'audio':
      return probeAudio(file);
    default:
      return kind satisfies never;
  }
}
