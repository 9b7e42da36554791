/** What is dragged to an edge of the timeline goes on beyond it: the window that scrolls and the pointer in, whether it has scrolled out. */
import { HEADS_PX, RULER_PX } from '#components/composer/timeline/timeline-ui';

const EDGE_PX = 32;
/** Over and under the tracks there is less room to aim at. */
const EDGE_DOWN_PX = 18;
const STEP_PX = 18;
const STEP_DOWN_PX = 8;

/** One step of it; the heads of the tracks cover the left edge, the ruler the upper one. */
export function scrollAtEdge(scroller: HTMLElement | null, place: { clientX: number; clientY: number } | null): boolean {
  if (scroller === null || place === null) return false;
  const { left, right, top, bottom } = scroller.getBoundingClientRect();
  const [beforeLeft, beforeTop] = [scroller.scrollLeft, scroller.scrollTop];
  if (place.clientX > right - EDGE_PX) scroller.scrollLeft += STEP_PX;
  else if (place.clientX < left + HEADS_PX + EDGE_PX / 2) scroller.scrollLeft -= STEP_PX;
  if (place.clientY > bottom - EDGE_DOWN_PX) scroller.scrollTop += STEP_DOWN_PX;
  else if (place.clientY < top + RULER_PX + EDGE_DOWN_PX / 2) scroller.scrollTop -= STEP_DOWN_PX;
  return scroller.scrollLeft !== beforeLeft || scroller.scrollTop !== beforeTop;
}
