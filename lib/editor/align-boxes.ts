/** Boxes lined up or spread evenly: where elements are in, where they should be out (for `placeBoxes`). A single one is lined up with the canvas. */
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import type { PlacedBox } from '#lib/editor/commands/place-boxes';
import type { ElementKey } from '#lib/editor/editor-state';

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
export type KeyedBox = Box & { key: ElementKey };

export function alignBoxes(boxes: readonly KeyedBox[], alignment: Alignment, canvas: Size): PlacedBox[] {
  const bounds = boxes.length > 1 ? boundsOf(boxes) : { xPx: 0, yPx: 0, ...canvas };
  return boxes.map(({ key, ...from }) => ({ key, from, to: alignIn(from, alignment, bounds) }));
}

function alignIn(box: Box, alignment: Alignment, bounds: Box): Box {
  switch (alignment) {
    case 'left': return { ...box, xPx: bounds.xPx };
    case 'center': return { ...box, xPx: bounds.xPx + (bounds.widthPx - box.widthPx) / 2 };
    case 'right': return { ...box, xPx: bounds.xPx + bounds.widthPx - box.widthPx };
    case 'top': return { ...box, yPx: bounds.yPx };
    case 'middle': return { ...box, yPx: bounds.yPx + (bounds.heightPx - box.heightPx) / 2 };
    case 'bottom': return { ...box, yPx: bounds.yPx + bounds.heightPx - box.heightPx };
    default: return alignment satisfies never;
  }
}

/** The same space between each and the next; the first and the last stay where they are. */
export function distributeBoxes(boxes: readonly KeyedBox[], direction: 'across' | 'down'): PlacedBox[] {
  const [place, size] = direction === 'across' ? (['xPx', 'widthPx'] as const) : (['yPx', 'heightPx'] as const);
  const order = boxes.toSorted((a, b) => a[place] - b[place]);
  const bounds = boundsOf(boxes);
  const gap = (bounds[size] - boxes.reduce((sum, box) => sum + box[size], 0)) / Math.max(1, boxes.length - 1);
  let next = bounds[place];
  return order.map(({ key, ...from }) => {
    const to = { ...from, [place]: next };
    next += from[size] + gap;
    return { key, from, to };
  });
}

/** All by the same distance, as the arrow keys do. */
export function nudgeBoxes(boxes: readonly KeyedBox[], byXPx: number, byYPx: number): PlacedBox[] {
  return boxes.map(({ key, ...from }) => ({ key, from, to: { ...from, xPx: from.xPx + byXPx, yPx: from.yPx + byYPx } }));
}

/** The smallest box around all; nothing at the corner of none. */
export function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { xPx: 0, yPx: 0, widthPx: 0, heightPx: 0 };
  const xPx = Math.min(...boxes.map((box) => box.xPx));
  const yPx = Math.min(...boxes.map((box) => box.yPx));
  return { xPx, yPx, widthPx: Math.max(...boxes.map((box) => box.xPx + box.widthPx)) - xPx, heightPx: Math.max(...boxes.map((box) => box.yPx + box.heightPx)) - yPx };
}
