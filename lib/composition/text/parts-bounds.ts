/** How far the moving parts of a text reach: the layer and the state of its parts in, a rectangle outside of which nothing is drawn out. */
import type { TextPartState } from '#lib/composition/text/evaluate-text-parts';
import type { Bounds } from '#lib/composition/text/text-layout';
import type { TextPart } from '#lib/composition/text/text-split';
import type { TextLayer } from '#lib/composition/timeline';

/** In pixels of the layout; larger than need be. */
export function findPartsBounds({ layout, splits }: Pick<TextLayer, 'layout' | 'splits'>, states: readonly (readonly TextPartState[])[]): Bounds {
  const { leftPx, topPx, rightPx, bottomPx } = layout.bounds;
  // From the letters out: what is in a part moves with it.
  const reachPx = (splits ?? []).reduceRight((innerPx, { parts }, index) => parts.reduce((most, part, place) => Math.max(most, reachOf(part, states[index]?.[place], innerPx)), innerPx), 0);
  return { leftPx: leftPx - reachPx, topPx: topPx - reachPx, rightPx: rightPx + reachPx, bottomPx: bottomPx + reachPx };
}

/** How far beyond its own bounds a part comes, with what comes out of it by `innerPx` already. */
function reachOf({ bounds }: TextPart, state: TextPartState | undefined, innerPx: number): number {
  if (state === undefined) return innerPx;
  const growth = Math.max(Math.abs(state.scaleX), Math.abs(state.scaleY), 1);
  const halfPx = Math.hypot(bounds.rightPx - bounds.leftPx, bounds.bottomPx - bounds.topPx) / 2 + innerPx;
  const isTurned = state.rotationDegrees !== 0 || growth > 1;
  return Math.max(Math.abs(state.xPx), Math.abs(state.yPx)) + (isTurned ? halfPx * growth : innerPx);
}
