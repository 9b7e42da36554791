/** The picture that stands for a medium in lists: a checked picture or video in, a small upright JPEG, or a PNG where it is transparent, out. */
import { join } from 'node:path';
import type { ImageFacts, VideoFacts } from '#lib/composition/media-facts';
import { filter } from '#worker/render/filter-graph';
import { JPEG_ARGS, smallPictureFilters, TO_JPEG_COLOURS, writePreview, type PreviewInput, type PreviewOutput } from '#worker/probe/preview-file';

/** Sharp in a card of 160 px on a screen of double density. */
const LONG_SIDE_PX_MAX = 320;

/** Videos begin black; one shorter than two seconds is shown from its middle. */
const POSTER_SECONDS = 1;

export async function makePoster(facts: ImageFacts | VideoFacts, input: PreviewInput): Promise<PreviewOutput<true>> {
  const outputPath = join(input.directory, 'poster');
  const startSeconds = facts.kind === 'video' ? facts.startSeconds + Math.min(POSTER_SECONDS, facts.durationSeconds / 2) : null;
  const shown = startSeconds === null ? [] : [filter('trim', { start: startSeconds })];
  const small = [...shown, ...smallPictureFilters(facts, toSmallSize(facts))];
  const { hasAlpha } = facts;
  await writePreview(input, {
    stream: { ...facts, isSound: false, seekSeconds: startSeconds },
    filters: hasAlpha ? small : [...small, ...TO_JPEG_COLOURS],
    outputPath,
    outputArgs: hasAlpha ? ['-frames:v', '1', '-c:v', 'png', '-f', 'image2pipe'] : JPEG_ARGS,
  });
  return { path: outputPath, contentType: hasAlpha ? 'image/png' : 'image/jpeg', found: true };
}

function toSmallSize({ widthPx, heightPx }: ImageFacts | VideoFacts): { widthPx: number; heightPx: number } {
  const scale = Math.min(1, LONG_SIDE_PX_MAX / Math.max(widthPx, heightPx));
  return { widthPx: Math.max(1, Math.round(widthPx * scale)), heightPx: Math.max(1, Math.round(heightPx * scale)) };
}
