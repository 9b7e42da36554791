/** Which frame becomes the poster, how large it is, and what FFmpeg is asked to do for it. */
import { describe, expect, it } from 'vitest';
import { listPosterArgs } from '#worker/render/encoder';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildPosterChain, planPoster } from '#worker/render/poster';

const TIMELINE = { widthPx: 1280, heightPx: 720, frameCount: 300, frameRate: { numerator: 30, denominator: 1 } };

describe('planPoster', () => {
  it.each([
    [300, 30, 1, 30],
    [300, 30_000, 1001, 30],
    [60, 30, 1, 30],
    [59, 30, 1, 29],
    [600, 60, 1, 60],
    [10, 1, 2, 1],
    [2, 30, 1, 1],
    [1, 30, 1, 0],
  ])('of %i frames at %i/%i a second it is frame %i: a second in, or the middle of what is shorter than two', (frameCount, numerator, denominator, frame) => {
    expect(planPoster({ ...TIMELINE, frameCount, frameRate: { numerator, denominator } }).frame).toBe(frame);
  });

  it.each([
    ['16:9', [1920, 1080], [1280, 720]],
    ['9:16', [1080, 1920], [720, 1280]],
    ['a small canvas', [480, 640], [480, 640]],
    ['the smallest canvas', [2, 2], [2, 2]],
    ['8K', [7680, 4320], [1280, 720]],
    ['an odd fraction', [1998, 1080], [1280, 692]],
    ['a strip', [7680, 2], [1280, 2]],
  ] as const)('of %s it has the shape of the canvas, even sides, and at most 1280 px', (_, [widthPx, heightPx], poster) => {
    expect(planPoster({ ...TIMELINE, widthPx, heightPx })).toMatchObject({ widthPx: poster[0], heightPx: poster[1] });
  });
});

describe('the words for FFmpeg', () => {
  it('take one frame of the finished video, made smaller in RGB and full range for JPEG', () => {
    expect(stringifyGraph([buildPosterChain({ frame: 30, widthPx: 1280, heightPx: 720 }, 'finished', 'poster')])).toBe(
      '[finished]trim=start_frame=30:end_frame=31,setpts=expr=N,' +
        'scale=width=1280:height=720:in_color_matrix=bt709:in_range=tv:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp,format=pix_fmts=gbrp,' +
        'scale=out_color_matrix=bt601:out_range=pc:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp,format=pix_fmts=yuvj420p[poster]',
    );
  });

  it('write one JPEG that carries no tags', () => {
    expect(listPosterArgs().join(' ')).toBe('-map [poster] -frames:v 1 -c:v mjpeg -q:v 4 -map_metadata -1 -fflags +bitexact -flags:v +bitexact -f mjpeg');
  });
});
