/** Combinations of visual properties that can mean nothing, known without any medium: refused, so that none of them is silently without effect. */
import { pathAt, type Arrangement } from '#lib/composition/arrangement';
import { toPath, type CompositionProblem } from '#lib/composition/composition-problem';
import type { KnownScene } from '#lib/composition/known-scenes';
import { isShare } from '#lib/composition/resolve-look';
import type { Timing } from '#lib/composition/resolve-timing';
import type { Element } from '#lib/composition/schema/composition';
import { quoteValue } from '#lib/composition/schema/expected';
import { findTrackBelow, listTracks } from '#lib/composition/tracks';
import { ratioToNumber } from '#lib/composition/units';

type SeenElement = Exclude<Element, { type: 'audio' }>;

/** A property of an element, with a dot where it is inside another, and what is wrong with it. */
interface Fault {
  property: string;
  message: string;
  code: 'needs_other' | 'contradiction' | 'too_big' | 'mask_without_layer';
}

/** Every problem of a composition or a group that the schema accepted. */
export function findLookProblems({ arrangement, timing }: KnownScene): CompositionProblem[] {
  return arrangement.elements.flatMap((element, index) => {
    if (element.type === 'audio') return [];
    const faults = [...findMissing(element), ...findContradiction(element), ...findExcess(element), ...findEmptyMask(element, index, { arrangement, timing })];
    return faults.map(({ property, message, code }) => ({ path: toPath([...pathAt(arrangement, index), property]), message, code }));
  });
}

/** Properties that only say more about another one. */
const COMPANIONS = [
  ['stroke_width', 'stroke_color'],
  ['shadow_blur', 'shadow_color'],
  ['shadow_x', 'shadow_color'],
  ['shadow_y', 'shadow_color'],
  ['color_filter_value', 'color_filter'],
] as const;

function findMissing(element: SeenElement): Fault[] {
  // A line has a colour of its own, and the words of a text may bring theirs.
  const hasStroke = element.type === 'text' || (element.type === 'shape' && element.shape === 'line');
  return COMPANIONS.flatMap(([property, companion]): Fault[] => {
    if (element[property] === undefined || element[companion] !== undefined || (hasStroke && companion === 'stroke_color')) return [];
    return [{ property, message: `says nothing without a ${companion}`, code: 'needs_other' }];
  });
}

function findContradiction({ aspect_ratio: aspectRatio, width, height }: SeenElement): Fault[] {
  if (aspectRatio === undefined || width === undefined || height === undefined) return [];
  return [{ property: 'aspect_ratio', message: 'must not be given together with both width and height', code: 'contradiction' }];
}

/** Shares beyond the whole. */
function findExcess(element: SeenElement): Fault[] {
  const { color_filter: filter, color_filter_value: value } = element;
  const crop = 'crop' in element ? (element.crop ?? {}) : {};
  const faults = [findCropExcess('x', crop.x, 'width', crop.width), findCropExcess('y', crop.y, 'height', crop.height)].filter((fault) => fault !== null);
  if (filter !== undefined && value !== undefined && isShare(filter) && ratioToNumber(value) > 1) {
    faults.push({ property: 'color_filter_value', message: `must be at most 1 (or "100%") for ${filter}, not ${quoteValue(value)}`, code: 'too_big' });
  }
  return faults;
}

type CropLength = string | number | undefined;

function findCropExcess(start: string, startLength: CropLength, size: string, sizeLength: CropLength): Fault | null {
  const startShare = toShare(startLength);
  if (startShare >= 1) return { property: `crop.${start}`, message: `must be less than 100%, not ${quoteValue(startLength)}`, code: 'too_big' };
  // The hundred-thousandth bears with 33.333334% and 66.666667%.
  if (startShare + toShare(sizeLength) <= 1.00001) return null;
  return { property: `crop.${size}`, message: `must end within the source, but ${quoteValue(startLength)} and ${quoteValue(sizeLength)} are more than 100%`, code: 'too_big' };
}

/** Pixels are of a source that is not known yet: 0. */
const toShare = (length: CropLength): number => (typeof length === 'string' && length.endsWith('%') ? ratioToNumber(length) : 0);

/** A mask that never has anything to mask, as far as times are known. */
function findEmptyMask({ mask_mode: maskMode }: SeenElement, index: number, { arrangement, timing }: { arrangement: Arrangement; timing: Timing }): Fault[] {
  if (maskMode === undefined) return [];
  const refuse = (why: string): Fault[] => [{ property: 'mask_mode', message: `masks nothing: ${why}`, code: 'mask_without_layer' }];
  const trackBelow = findTrackBelow(arrangement.elements, index);
  if (trackBelow === null) return refuse('there is no track below with anything to be seen');
  const tracks = listTracks(arrangement.elements);
  const mask = timing.placements[index] ?? null;
  const masked = timing.placements.filter((_placement, other) => tracks[other] === trackBelow);
  const mayMask = mask === null || masked.some((placement) => placement === null || (placement.startFrame < mask.endFrame && placement.endFrame > mask.startFrame));
  return mayMask ? [] : refuse(`track ${trackBelow}, the one below, shows nothing while the element lasts`);
}
