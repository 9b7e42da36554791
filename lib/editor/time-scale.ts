/** The timeline's scale: seconds as pixels and back, zooming about a point, and the ticks of the ruler. */
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import { formatTimecode, framesPerTimecodeSecond } from '#lib/editor/timecode';

export interface TimeScale {
  pxPerSecond: number;
  /** The time at the left edge of what is shown. */
  scrollSeconds: number;
}

/** Ten minutes in 1200 px, and a frame at 60 a second in 33 px. */
export const PX_PER_SECOND_MIN = 2;
export const PX_PER_SECOND_MAX = 2000;

export const secondsToPx = (seconds: number, { pxPerSecond, scrollSeconds }: TimeScale): number => (seconds - scrollSeconds) * pxPerSecond;
export const pxToSeconds = (px: number, { pxPerSecond, scrollSeconds }: TimeScale): number => px / pxPerSecond + scrollSeconds;

/** So many times larger; what is at `aboutPx` stays there. */
export function zoomAbout(scale: TimeScale, factor: number, aboutPx: number): TimeScale {
  const pxPerSecond = clampZoom(scale.pxPerSecond * factor);
  return { pxPerSecond, scrollSeconds: Math.max(0, pxToSeconds(aboutPx, scale) - aboutPx / pxPerSecond) };
}

/** All of a stretch in a width, with a little room beside it; of what begins at 0, after it alone. */
export function fitScale({ startSeconds, endSeconds }: { startSeconds: number; endSeconds: number }, widthPx: number): TimeScale {
  const pxPerSecond = clampZoom((widthPx * 0.95) / Math.max(endSeconds - startSeconds, 0.2));
  return { pxPerSecond, scrollSeconds: Math.max(0, (startSeconds + endSeconds - widthPx / pxPerSecond) / 2) };
}

const clampZoom = (pxPerSecond: number): number => Math.min(PX_PER_SECOND_MAX, Math.max(PX_PER_SECOND_MIN, pxPerSecond));

export interface RulerTick {
  frame: number;
  seconds: number;
  /** From the left edge of what is shown. */
  xPx: number;
  /** Timecode; null of the small ticks between. */
  label: string | null;
}

const LABEL_PX_MIN = 90;
const TICK_PX_MIN = 9;
/** In timecode seconds. */
const LABEL_STEPS_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600];

/** The ticks in a width, labels as near to each other as they can be read. */
export function listRulerTicks(scale: TimeScale, widthPx: number, rate: Rational): RulerTick[] {
  const base = framesPerTimecodeSecond(rate);
  const pxPerFrame = scale.pxPerSecond * frameToSeconds(1, rate);
  const labelFrames = [...divisorsOf(base), ...LABEL_STEPS_SECONDS.map((seconds) => seconds * base)].find((frames) => frames * pxPerFrame >= LABEL_PX_MIN) ?? 600 * base;
  const tickFrames = divisorsOf(labelFrames).find((frames) => frames * pxPerFrame >= TICK_PX_MIN && labelFrames / frames <= 10) ?? labelFrames;
  const first = Math.max(0, Math.ceil(pxToSeconds(0, scale) / frameToSeconds(tickFrames, rate) - 1e-9));
  const count = Math.max(0, Math.floor(pxToSeconds(widthPx, scale) / frameToSeconds(tickFrames, rate)) - first + 1);
  return Array.from({ length: count }, (_value, index): RulerTick => {
    const frame = (first + index) * tickFrames;
    const seconds = frameToSeconds(frame, rate);
    return { frame, seconds, xPx: secondsToPx(seconds, scale), label: frame % labelFrames === 0 ? formatTimecode(frame, rate) : null };
  });
}

/** From the smallest on. */
function divisorsOf(number: number): number[] {
  return Array.from({ length: number }, (_value, index) => index + 1).filter((divisor) => number % divisor === 0);
}
