/**
 * The poster: one frame of the finished video, made smaller, as a JPEG that is written beside it by the same run from the same decode.
 */
import { toPosterSize } from '#lib/composition/poster-size';
import type { Timeline } from '#lib/composition/timeline';
import { filter, type FilterChain } from '#worker/render/filter-graph';
import { STILL_SCALER } from '#worker/render/picture-filters';
import type { PlannedPoster } from '#worker/render/render-plan';

/** Videos begin black, or with something on its way in; after a second they show what they are about. */
const POSTER_SECONDS = 1;

/** Of a video shorter than two seconds, the frame in its middle. */
export function planPoster({ widthPx, heightPx, frameRate, frameCount }: Pick<Timeline, 'widthPx' | 'heightPx' | 'frameRate' | 'frameCount'>): PlannedPoster {
  const frame = Math.round((POSTER_SECONDS * frameRate.numerator) / frameRate.denominator);
  return { frame: Math.min(frame, Math.floor(frameCount / 2)), ...toPosterSize({ widthPx, heightPx }) };
}

/**
 * From the finished frames at `from` to the one picture at `to`. A JPEG says nothing of its colours: it is bt601 of full range to every
 * reader (JFIF 1.02), so the video's bt709 of limited range goes through RGB.
 */
export function buildPosterChain({ frame, widthPx, heightPx }: PlannedPoster, from: string, to: string): FilterChain {
  return {
    in: [from],
    filters: [
      filter('trim', { start_frame: frame, end_frame: frame + 1 }),
      filter('setpts', { expr: 'N' }),
      filter('scale', { width: widthPx, height: heightPx, in_color_matrix: 'bt709', in_range: 'tv', flags: STILL_SCALER }),
      filter('format', { pix_fmts: 'gbrp' }),
      filter('scale', { out_color_matrix: 'bt601', out_range: 'pc', flags: STILL_SCALER }),
      filter('format', { pix_fmts: 'yuvj420p' }),
    ],
    out: [to],
  };
}
