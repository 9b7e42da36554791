/** How large a drawing is that does not say so in pixels: the text of an SVG in; the size the server's rasteriser gives it, or null, out. */
import type { Size } from '#lib/composition/units';

/** Null where the browser's own size is the rasteriser's. What is no SVG is null as well. */
export function readSvgSize(text: string): Size | null {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const [, , viewWidth, viewHeight] = (root.getAttribute('viewBox') ?? '').trim().split(/[\s,]+/).map(Number);
  if (viewWidth === undefined || viewHeight === undefined || !(viewWidth > 0 && viewHeight > 0)) return null;
  const [across, down] = [shareOf(root, 'width'), shareOf(root, 'height')];
  return across === null || down === null ? null : { widthPx: toSide(viewWidth * across), heightPx: toSide(viewHeight * down) };
}

const toSide = (length: number): number => Math.max(1, Math.round(length));

/** How much of the view box the side is: all of it where nothing is said. Null for a length. */
function shareOf(root: Element, side: 'width' | 'height'): number | null {
  const length = root.getAttribute(side)?.trim() ?? '100%';
  return length.endsWith('%') ? Number.parseFloat(length) / 100 : null;
}
