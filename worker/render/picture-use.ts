/**
 * How one element's picture is drawn over a stretch of frames: draw items in; the part of the source that is needed, and the size it is needed
 * at, out.
 */
import type { DrawItem } from '#lib/composition/frame-at';
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';

export class PictureUse {
  #part: Box | null = null;
  #drawn: Size | null = null;
  #isSteady = true;
  #scaleX = 0;
  #scaleY = 0;

  add({ box, crop, scaleX, scaleY }: Pick<DrawItem, 'box' | 'crop' | 'scaleX' | 'scaleY'>): void {
    if (crop === null) throw new Error('An item without a picture was drawn as one');
    this.#isSteady &&= this.#isSameAsBefore(box, crop) && Math.abs(scaleX) === 1 && Math.abs(scaleY) === 1 && [box.widthPx, box.heightPx, ...Object.values(crop)].every(Number.isInteger);
    this.#part = this.#part === null ? crop : unite(this.#part, crop);
    this.#drawn = { widthPx: box.widthPx, heightPx: box.heightPx };
    this.#scaleX = Math.max(this.#scaleX, Math.abs(box.widthPx * scaleX) / crop.widthPx);
    this.#scaleY = Math.max(this.#scaleY, Math.abs(box.heightPx * scaleY) / crop.heightPx);
  }

  /**
   * What to decode of a source of this size: exactly what is drawn where that never changes; else all that is ever seen, at the largest scale but
   * never larger than it is stored.
   */
  toDecode(source: Size): { area: Box; size: Size } {
    if (this.#part === null || this.#drawn === null) throw new Error('A picture is decoded that is never drawn');
    if (this.#isSteady) return { area: this.#part, size: this.#drawn };
    const area = roundOut(this.#part, source);
    const shrink = (px: number, scale: number): number => Math.max(1, Math.ceil(px * Math.min(1, scale)));
    return { area, size: { widthPx: shrink(area.widthPx, this.#scaleX), heightPx: shrink(area.heightPx, this.#scaleY) } };
  }

  #isSameAsBefore(box: Box, crop: Box): boolean {
    if (this.#part === null || this.#drawn === null) return true;
    const isSameSize = this.#drawn.widthPx === box.widthPx && this.#drawn.heightPx === box.heightPx;
    const { xPx, yPx, widthPx, heightPx } = this.#part;
    return isSameSize && xPx === crop.xPx && yPx === crop.yPx && widthPx === crop.widthPx && heightPx === crop.heightPx;
  }
}

function unite(first: Box, second: Box): Box {
  const xPx = Math.min(first.xPx, second.xPx);
  const yPx = Math.min(first.yPx, second.yPx);
  const right = Math.max(first.xPx + first.widthPx, second.xPx + second.widthPx);
  const bottom = Math.max(first.yPx + first.heightPx, second.yPx + second.heightPx);
  return { xPx, yPx, widthPx: right - xPx, heightPx: bottom - yPx };
}

/** To whole pixels of the source, with one more on each side for smoothing. */
function roundOut(part: Box, source: Size): Box {
  const xPx = Math.max(0, Math.floor(part.xPx) - 1);
  const yPx = Math.max(0, Math.floor(part.yPx) - 1);
  const right = Math.min(source.widthPx, Math.ceil(part.xPx + part.widthPx) + 1);
  const bottom = Math.min(source.heightPx, Math.ceil(part.yPx + part.heightPx) + 1);
  return { xPx, yPx, widthPx: Math.max(1, right - xPx), heightPx: Math.max(1, bottom - yPx) };
}
