/**
 * A composition too large for one FFmpeg, divided: segments in; stretches of them out, each of which holds no more pictures at once than a worker has
 * room for. FFmpeg opens every input before the first frame, and keeps its decoder to the end.
 */
import { listPictureLayers } from '#lib/composition/list-picture-layers';
import type { PlannedMedia } from '#worker/render/planned-media';
import type { ChosenSegment } from '#worker/render/spans';

/**
 * What the decoders and images of one FFmpeg may hold: nine videos of 1080p. With the encoder (300 MB at 1080p) and Node (250 MB) it stays below
 * 1.5 GB; fifty videos in one FFmpeg took 2.0 GB.
 */
const PICTURES_BYTES_MAX = 400_000_000;
/** As `limits.ts` has them, per pixel: fourteen frames of 4:2:0 for a decoder, a picture in full colour. */
const VIDEO_BYTES_PER_PIXEL = 21;
const IMAGE_BYTES_PER_PIXEL = 4;

/** In order; one stretch where everything fits. A segment that is too large by itself is a stretch of its own. */
export function divideSegments(segments: readonly ChosenSegment[], media: PlannedMedia): ChosenSegment[][] {
  const stretches: ChosenSegment[][] = [];
  let held = new Map<string, number>();
  for (const choice of segments) {
    const needed = weigh(choice, media);
    const together = new Map([...held, ...needed]);
    const last = stretches.at(-1);
    if (last !== undefined && sumOf(together) <= PICTURES_BYTES_MAX) {
      last.push(choice);
      held = together;
    } else {
      stretches.push([choice]);
      held = needed;
    }
  }
  return stretches;
}

/** Bytes by what has to be opened: a video once for each element, an image once. */
function weigh({ segment }: ChosenSegment, media: PlannedMedia): Map<string, number> {
  return new Map(listPictureLayers(segment.layers).map((layer) => {
    const { codedWidthPx, codedHeightPx } = media.pictureFacts(layer);
    const pixels = codedWidthPx * codedHeightPx;
    return layer.type === 'video' ? [`video ${layer.elementId} ${layer.startFrame}`, pixels * VIDEO_BYTES_PER_PIXEL] : [`image ${layer.source}`, pixels * IMAGE_BYTES_PER_PIXEL];
  }));
}

const sumOf = (sizes: ReadonlyMap<string, number>): number => [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
