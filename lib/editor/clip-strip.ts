/**
 * What is drawn in a clip of a medium: which frames of its filmstrip lie where, and the outline of its waveform. Only the part of the clip that is asked
 * for; pixels from the clip's left edge.
 */

/** The stretch of a source that a clip shows or sounds. */
export interface UsedSource {
  trimStartSeconds: number;
  /** Length after which it begins again; null when it is used once. */
  loopSeconds: number | null;
}

export interface StripPart {
  fromPx: number;
  toPx: number;
  pxPerSecond: number;
}

export interface FilmTile {
  leftPx: number;
  frame: number;
}

/** Tiles stand on the source's own time, so that they stay where they are while an end of the clip is dragged. */
export function listFilmTiles(used: UsedSource, { fromPx, toPx, pxPerSecond }: StripPart, film: { tilePx: number; frameCount: number; stepSeconds: number }): FilmTile[] {
  const { tilePx, frameCount, stepSeconds } = film;
  const offsetPx = used.loopSeconds === null ? used.trimStartSeconds * pxPerSecond : 0;
  const first = Math.floor((fromPx + offsetPx) / tilePx);
  const count = Math.max(0, Math.ceil((toPx + offsetPx) / tilePx) - first);
  return Array.from({ length: count }, (_value, index) => {
    const leftPx = (first + index) * tilePx - offsetPx;
    const seconds = sourceSecondsAt(used, (leftPx + tilePx / 2) / pxPerSecond);
    return { leftPx, frame: Math.min(frameCount - 1, Math.max(0, Math.floor(seconds / stepSeconds))) };
  });
}

const BAR_PX = 3;

export interface Peaks {
  /** From 0 to 255. */
  peaks: readonly number[];
  peaksPerSecond: number;
  /** Source time of the first. */
  startSeconds: number;
}

/** An SVG path of upright strokes about the middle, each `BAR_PX` from the next; empty where it is silent. */
export function waveformPath(used: UsedSource, { fromPx, toPx, pxPerSecond }: StripPart, { peaks, peaksPerSecond, startSeconds }: Peaks, heightPx: number): string {
  const offsetPx = used.loopSeconds === null ? (used.trimStartSeconds * pxPerSecond) % BAR_PX : 0;
  const first = Math.floor((fromPx + offsetPx) / BAR_PX);
  const count = Math.max(0, Math.ceil((toPx + offsetPx) / BAR_PX) - first);
  const bars = Array.from({ length: count }, (_value, index) => {
    const leftPx = (first + index) * BAR_PX - offsetPx;
    const from = (sourceSecondsAt(used, leftPx / pxPerSecond) - startSeconds) * peaksPerSecond;
    const to = from + (BAR_PX / pxPerSecond) * peaksPerSecond;
    const half = (loudestBetween(peaks, from, to) / 255) * (heightPx / 2);
    return half < 0.25 ? '' : `M${round(leftPx + BAR_PX / 2)} ${round(heightPx / 2 - half)}V${round(heightPx / 2 + half)}`;
  });
  return bars.join('');
}

function sourceSecondsAt({ trimStartSeconds, loopSeconds }: UsedSource, seconds: number): number {
  return trimStartSeconds + (loopSeconds === null ? seconds : ((seconds % loopSeconds) + loopSeconds) % loopSeconds);
}

function loudestBetween(peaks: readonly number[], from: number, to: number): number {
  let loudest = 0;
  const last = Math.max(Math.floor(from) + 1, Math.ceil(to));
  for (let index = Math.max(0, Math.floor(from)); index < Math.min(peaks.length, last); index += 1) loudest = Math.max(loudest, peaks[index] ?? 0);
  return loudest;
}

const round = (px: number): number => Math.round(px * 10) / 10;
