/** A medium of the project on its way to the stage or the tracks: how it is written into what the browser drags. Nothing but the names. */
import type { MediaFacts } from '#lib/composition/media-facts';
import type { MediaKind } from '#lib/composition/sources';

/** Of a `DataTransfer`: a `DraggedMedium` as JSON. */
export const MEDIA_TYPE = 'application/x-videogen-media';

export interface DraggedMedium {
  source: string;
  kind: MediaKind;
  name?: string;
  /** Absent while nothing is known of it. */
  facts?: MediaFacts;
}
