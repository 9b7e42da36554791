/** What the preview needs of a video, whatever decodes it. */
import type { Picture } from '#lib/composition/draw/draw-resources';

export interface VideoReader {
  /** True when the frame at that time of the source is at hand, or soon without a seek. */
  canContinueTo(sourceSeconds: number): boolean;
  /** The frame that the renderer shows at that time, upright. It may change with the next call. One call at a time. */
  pictureAt(sourceSeconds: number): Promise<Picture>;
  /** Lets go of everything. */
  close(): Promise<void>;
}
