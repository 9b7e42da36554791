/** The stops of a gradient, edited: added, moved and taken away, always in order and two at least; and the gradient as CSS draws it. Pure. */
import type { Gradient } from '#lib/composition/schema/fill';
import { normalizeColor, ratioToNumber } from '#lib/composition/units';

export type GradientStop = Gradient['stops'][number];

const STOPS_MIN = 2;

/** A stop where there was none, in the colour that is there; and its place in the list. */
export function addStop(stops: readonly GradientStop[], offset: number): { stops: GradientStop[]; index: number } {
  const next = stops.findIndex((stop) => ratioToNumber(stop.offset) > offset);
  const index = next === -1 ? stops.length : next;
  const color = colorBetween(stops[index - 1] ?? stops[index], stops[index] ?? stops[index - 1], offset);
  return { stops: stops.toSpliced(index, 0, { offset: toOffset(offset), color }), index };
}

/** As far as its neighbours. */
export function moveStop(stops: readonly GradientStop[], index: number, offset: number): GradientStop[] {
  const stop = stops[index];
  if (stop === undefined) return [...stops];
  const [before, after] = [stops[index - 1], stops[index + 1]];
  const low = before === undefined ? 0 : ratioToNumber(before.offset);
  const high = after === undefined ? 1 : ratioToNumber(after.offset);
  return stops.with(index, { ...stop, offset: toOffset(Math.min(high, Math.max(low, offset))) });
}

/** The same stops when there are no more than there must be. */
export function removeStop(stops: readonly GradientStop[], index: number): GradientStop[] {
  return stops.length <= STOPS_MIN ? [...stops] : stops.toSpliced(index, 1);
}

/** The last colour first, at the same distances. */
export function reverseStops(stops: readonly GradientStop[]): GradientStop[] {
  return stops.toReversed().map(({ offset, color }) => ({ offset: toOffset(1 - ratioToNumber(offset)), color }));
}

/** From left to right, whatever its direction. */
export function stopsToCss(stops: readonly GradientStop[]): string {
  return `linear-gradient(to right, ${stops.map(({ color, offset }) => `${normalizeColor(color)} ${ratioToNumber(offset) * 100}%`).join(', ')})`;
}

const toOffset = (offset: number): number => Math.round(Math.min(1, Math.max(0, offset)) * 1000) / 1000;

function colorBetween(before: GradientStop | undefined, after: GradientStop | undefined, offset: number): string {
  if (before === undefined || after === undefined) return '#ffffff';
  const [from, to] = [ratioToNumber(before.offset), ratioToNumber(after.offset)];
  const part = to === from ? 0 : Math.min(1, Math.max(0, (offset - from) / (to - from)));
  const [start, end] = [channelsOf(before.color), channelsOf(after.color)];
  return normalizeColor(`#${start.map((channel, index) => toHex(channel + ((end[index] ?? channel) - channel) * part)).join('')}`);
}

/** Red, green, blue and alpha, from 0 to 255. */
function channelsOf(color: string): number[] {
  const digits = normalizeColor(color).slice(1).padEnd(8, 'f');
  return [0, 2, 4, 6].map((place) => Number.parseInt(digits.slice(place, place + 2), 16));
}

const toHex = (channel: number): string => Math.round(channel).toString(16).padStart(2, '0');
