/** Which frames of a composition are worth comparing: one in each part of it, in the middle of what moves there. Pure. */
import { isMovingWithin } from '#lib/composition/motion-stretches';
import { cutSegments } from '#lib/composition/segments';
import type { Timeline } from '#lib/composition/timeline';

interface FrameRange {
  startFrame: number;
  endFrame: number;
}

/**
 * The duration is cut into `count` parts. Of the stretches of motion that reach into a part the shortest is taken, as transitions are shorter than
 * what goes on beside them; without any the middle of the part. Rising; fewer than `count` where there are fewer frames.
 */
export function pickMoments(timeline: Timeline, count: number): number[] {
  const moving = cutSegments(timeline, () => false).filter(({ layers, startFrame, endFrame }) => layers.some((layer) => isMovingWithin(layer, startFrame, endFrame)));
  const moments = Array.from({ length: count }, (_, part) => {
    const whole = { startFrame: Math.floor((part * timeline.frameCount) / count), endFrame: Math.ceil(((part + 1) * timeline.frameCount) / count) };
    const stretches = moving.map((range) => cut(range, whole)).filter((range) => lengthOf(range) > 0);
    const [shortest = whole] = stretches.toSorted((a, b) => lengthOf(a) - lengthOf(b));
    return Math.floor((shortest.startFrame + shortest.endFrame - 1) / 2);
  });
  return [...new Set(moments)].toSorted((a, b) => a - b);
}

const lengthOf = ({ startFrame, endFrame }: FrameRange): number => endFrame - startFrame;

const cut = (range: FrameRange, to: FrameRange): FrameRange => ({ startFrame: Math.max(range.startFrame, to.startFrame), endFrame: Math.min(range.endFrame, to.endFrame) });
