/**
 * A picture that becomes more or less visible over one of its size: a level for each frame in, the chains that mix the two out.
 * Mixing by a mask that is one number a frame costs 0.6 ms a frame at 720p; `xfade` costs 4.7, and knows no easing.
 */
import { filter, type FilterChain, type FilterExpression } from '#worker/render/filter-graph';
import type { PlannedPart } from '#worker/render/render-plan';

/** All links are 4:2:0 of the canvas's size, their frames numbered from 0; `above` may be a single frame. */
export function buildFadeChains(levels: readonly number[], { widthPx, heightPx, frameRate }: Pick<PlannedPart, 'widthPx' | 'heightPx' | 'frameRate'>, { below, above, to }: { below: string; above: string; to: string }): FilterChain[] {
  const level = levelExpression(levels);
  const mask = [
    filter('color', { color: 'black', size: '2x2', rate: `${frameRate.numerator}/${frameRate.denominator}` }),
    filter('trim', { end_frame: levels.length }),
    filter('format', { pix_fmts: 'yuv420p' }),
    filter('geq', { lum: level, cb: level, cr: level }),
    filter('scale', { width: widthPx, height: heightPx, flags: 'neighbor' }),
  ];
  return [
    { in: [], filters: mask, out: [`${to}m`] },
    { in: [below, above, `${to}m`], filters: [filter('maskedmerge')], out: [to] },
  ];
}

/** A balanced tree of questions for the frame's number: one as deep as there are frames would be refused from about a hundred on. */
export function levelExpression(levels: readonly number[]): FilterExpression {
  return { expression: choose(levels, 0) };
}

function choose(levels: readonly number[], firstFrame: number): string {
  const [first] = levels;
  if (first === undefined) throw new Error('A fade has no frames');
  if (levels.every((level) => level === first)) return String(first);
  const middle = Math.ceil(levels.length / 2);
  return `if(lt(N,${firstFrame + middle}),${choose(levels.slice(0, middle), firstFrame)},${choose(levels.slice(middle), firstFrame + middle)})`;
}
