/** An element's own box at a moment, which the handles are around: the drawn item and the element in; the box before fitting and turning out. */
import type { DrawItem } from '#lib/composition/frame-at';
import { placeFrame } from '#lib/composition/geometry';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { resolveCrop } from '#lib/composition/resolve-crop';
import type { Element } from '#lib/composition/schema/composition';
import type { StillProperties } from '#lib/composition/schema/visual-element';
import { mediaKey } from '#lib/composition/sources';
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { numberAt, readMoving } from '#lib/editor/keyframes';

export interface FrameBoxContext {
  /** Of the scope the element is in. */
  canvas: Size;
  facts: MediaFactsBySource;
  /** From the element's start, and its length. */
  seconds: number;
  durationSeconds: number;
}

/** `item` is the element's in `frameAt`. Of pictures, the box they are fitted into, which may be larger than what is drawn; of all else, what is drawn. */
export function frameBoxOf(element: Element, item: DrawItem, { canvas, facts, ...moment }: FrameBoxContext): Box {
  if (element.type !== 'image' && element.type !== 'video') return item.box;
  const media = facts.get(mediaKey(element.type, element.source));
  if (media === undefined || media.kind === 'audio') return item.box;
  const cropped = resolveCrop(element.crop, media, { elementId: '', elementIndex: 0 });
  const at = (property: 'x' | 'y' | 'width' | 'height'): number | undefined =>
    readMoving(element, property) === undefined ? undefined : (numberAt(element, property, { ...moment, canvas }) ?? undefined);
  const still = { ...element, x: at('x'), y: at('y'), width: at('width'), height: at('height') } as StillProperties;
  return placeFrame(still, cropped.ok ? cropped.part : media, canvas).box;
}
