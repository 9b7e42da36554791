/**
 * What a render costs at the least: pixels to be encoded, decoded and drawn in, seconds out. The renderer counts them in its plan, and whoever has only the
 * composition counts those that are certain: both by these figures.
 */

/** Pixels times frames, in millions. */
export interface RenderWork {
  encodedMegapixels: number;
  decodedMegapixels: number;
  /** Of layers that are drawn frame by frame. */
  drawnMegapixels: number;
}

/**
 * Milliseconds of CPU a million pixels of one frame. Measured in 2026 on two cores with pictures of one flat colour, than which none is cheaper: 5 for encoding,
 * 0.6 for decoding, 13 for drawing a frame and handing it to FFmpeg. Half of that is counted here, for faster machines. Real pictures cost more: `npm run bench` has 10
 * for stills that repeat, 12 to 16 for videos that are decoded and encoded, 37 for a canvas that is drawn.
 */
const ENCODE_MS = 2.5;
const DECODE_MS = 0.3;
const DRAW_MS = 6.5;
/** Of DRAW_MS what a single thread does, frame after frame: filling a canvas and reading it took 3.4, of which half is counted again. */
const DRAW_THREAD_MS = 1.7;

/** CPU seconds of all threads. */
export function toCpuSeconds({ encodedMegapixels, decodedMegapixels, drawnMegapixels }: RenderWork): number {
  return (encodedMegapixels * ENCODE_MS + decodedMegapixels * DECODE_MS + drawnMegapixels * DRAW_MS) / 1000;
}

/** Until the last frame is there: all cores share the work, but a frame is drawn after the one before it, by one thread. */
export function toLeastSeconds(work: RenderWork, cores: number): number {
  return Math.max(toCpuSeconds(work) / cores, (work.drawnMegapixels * DRAW_THREAD_MS) / 1000);
}

/** `frameCount` pictures of a size. */
export function toMegapixels({ widthPx, heightPx }: { widthPx: number; heightPx: number }, frameCount: number): number {
  return (widthPx * heightPx * frameCount) / 1_000_000;
}

/** What would make it less; for messages. */
export const COST_ADVICE = 'Use a smaller canvas, a lower frame rate, a shorter duration or fewer moving layers';
