/**
 * Whether two draw lists come to the same picture, so that it need not be painted again: while something that is not under the playhead is dragged, every
 * document has the same one. What is the same object is not looked into.
 */
import type { DrawCanvas } from '#lib/composition/draw/draw-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import type { MediaFactsBySource } from '#lib/composition/media-facts';

export interface DrawnPicture {
  canvas: DrawCanvas;
  items: readonly DrawItem[];
  /** They decide colours and turns. */
  facts: MediaFactsBySource;
}

export function isSamePicture(a: DrawnPicture, b: DrawnPicture): boolean {
  const isSameCanvas = a.canvas.widthPx === b.canvas.widthPx && a.canvas.heightPx === b.canvas.heightPx && a.canvas.fillColor === b.canvas.fillColor;
  return isSameCanvas && a.facts === b.facts && isEqual(a.items, b.items);
}

/** Of plain data. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key as keyof typeof a], b[key as keyof typeof b]));
}
