/** The pictures that a clip shows on a timeline: a checked video in, one JPEG with frames side by side, evenly spread over its length, out. */
import { join } from 'node:path';
import type { VideoFacts } from '#lib/composition/media-facts';
import type { Filmstrip } from '#lib/media/media-findings';
import { filter } from '#worker/render/filter-graph';
import { JPEG_ARGS, smallPictureFilters, TO_JPEG_COLOURS, writePreview, type PreviewInput, type PreviewOutput } from '#worker/probe/preview-file';

const FRAMES_MAX = 40;
/** Closer together than this, neighbours look the same. */
const STEP_SECONDS_MIN = 0.25;
const FRAME_HEIGHT_PX = 64;
const FRAME_WIDTH_PX_MAX = 256;
const FRAME_WIDTH_PX_MIN = 16;

/** Pixels that are decoded whole within the time there is (about 5 s on two cores); of longer videos the key pictures have to do. */
const WHOLE_PIXELS_MAX = 1_500_000_000;
const FRAME_RATE_GUESS = 30;

export async function makeFilmstrip(facts: VideoFacts, input: PreviewInput): Promise<PreviewOutput<Filmstrip>> {
  const { durationSeconds, startSeconds } = facts;
  const outputPath = join(input.directory, 'filmstrip');
  const frameCount = Math.min(FRAMES_MAX, Math.max(1, Math.ceil(durationSeconds / STEP_SECONDS_MIN)));
  const widthPx = toFrameWidth(facts);
  await writePreview(input, {
    stream: { ...facts, isSound: false, seekSeconds: null },
    inputArgs: isDecodedWhole(facts) ? [] : ['-skip_frame', 'nokey'],
    filters: [
      filter('setpts', { expr: { expression: `PTS-(${startSeconds.toFixed(6)})/TB` } }),
      // The last frame at or before each moment, as the preview and the renderer show it.
      filter('fps', { fps: `${frameCount}/${durationSeconds.toFixed(6)}`, start_time: 0, round: 'up' }),
      filter('tpad', { stop_mode: 'clone', stop: frameCount }),
      filter('trim', { end_frame: frameCount }),
      ...smallPictureFilters(facts, { widthPx, heightPx: FRAME_HEIGHT_PX }),
      filter('tile', { layout: `${frameCount}x1` }),
      ...TO_JPEG_COLOURS,
    ],
    outputPath,
    outputArgs: JPEG_ARGS,
  });
  const found = { frame_count: frameCount, frame_width: widthPx, frame_height: FRAME_HEIGHT_PX, step_seconds: durationSeconds / frameCount };
  return { path: outputPath, contentType: 'image/jpeg', found };
}

/** Even, so that halved colours end with each frame. */
function toFrameWidth({ widthPx, heightPx }: VideoFacts): number {
  const width = 2 * Math.round((FRAME_HEIGHT_PX * widthPx) / heightPx / 2);
  return Math.min(FRAME_WIDTH_PX_MAX, Math.max(FRAME_WIDTH_PX_MIN, width));
}

function isDecodedWhole({ codedWidthPx, codedHeightPx, durationSeconds, frameRate }: VideoFacts): boolean {
  const rate = frameRate === null ? FRAME_RATE_GUESS : frameRate.numerator / frameRate.denominator;
  return codedWidthPx * codedHeightPx * durationSeconds * rate <= WHOLE_PIXELS_MAX;
}
