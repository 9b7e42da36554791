/**
 * The facts of a sniffed file, as the kind of source that the element wants: a file in, MediaFacts out.
 */
import type { MediaFacts } from '#lib/composition/media-facts';
import type { SourceFile } from '#worker/media/inspect-file';
import { probeImage } from '#worker/media/probe-image';
import { probeVideo } from '#worker/media/probe-video';
import type { SourceKind } from '#worker/media/sniff';

/** Throws AppError SOURCE_DAMAGED, SOURCE_WRONG_KIND or SOURCE_TOO_MANY_PIXELS. */
export function probe(file: SourceFile, kind: SourceKind): Promise<MediaFacts> {
  return kind === 'image' ? probeImage(file) : probeVideo(file);
}
