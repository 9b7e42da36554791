/**
 * Animations by the parts of a text: animations and layout in, the motion of each line, word or letter out. Each part does what the whole element would do,
 * in its own share of the animation's time.
 */
import { applyEasing, LINEAR } from '#lib/composition/easing';
import type { Motion } from '#lib/composition/motion';
import { toEasing, type LayerTime } from '#lib/composition/motion-frames';
import { isExit, joinMotions, resolveAnimation, wholeInterval } from '#lib/composition/resolve-animations';
import { SPLITS, type SplitAnimation, type SplitBy, type TextAnimation, type TypewriterAnimation } from '#lib/composition/schema/animation';
import { splitText, type SplitContext } from '#lib/composition/text/split-text';
import type { Bounds, TextLayout } from '#lib/composition/text/text-layout';
import type { TextSplit } from '#lib/composition/text/text-split';
import { ratioToNumber, type Size } from '#lib/composition/units';

export interface TextAnimationContext extends SplitContext {
  canvas: Size;
  layerTime: LayerTime;
}

type PartAnimation = SplitAnimation | TypewriterAnimation;

const OVERLAP_DEFAULT = 0.5;
const TYPED_SECONDS = { line: 1, word: 0.25, letter: 0.05 } as const satisfies Record<SplitBy, number>;

/** From lines to letters, so that a letter moves within its word and a word within its line. Null when only the whole text is animated. */
export function resolveTextAnimations(animations: readonly TextAnimation[], layout: TextLayout, context: TextAnimationContext): TextSplit[] | null {
  const byPart = animations.filter(isByPart);
  const splits = SPLITS.flatMap((by): TextSplit[] => {
    const own = byPart.filter((animation) => splitOf(animation) === by);
    if (own.length === 0) return [];
    const { bounds, partOf } = splitText(layout, by, context);
    const motions = own.map((animation) => listPartMotions(animation, bounds, context));
    const parts = bounds.map((part, turn) => ({ bounds: part, motion: joinMotions(motions.flatMap((parted) => parted[turn] ?? [])) }));
    return [{ by, parts, partOf, movesBackground: by === 'line' && context.hasLineBackgrounds }];
  });
  return splits.length === 0 ? null : splits;
}

function isByPart(animation: TextAnimation): animation is PartAnimation {
  return animation.type === 'typewriter' || animation.split !== undefined;
}

const splitOf = (animation: PartAnimation): SplitBy => animation.split ?? 'letter';

/** One for each part. */
function listPartMotions(animation: PartAnimation, bounds: readonly Bounds[], context: TextAnimationContext): Motion[] {
  if (animation.type === 'typewriter') return listTypedMotions(animation, bounds.length, context);
  const count = bounds.length;
  const overlap = ratioToNumber(animation.overlap ?? OVERLAP_DEFAULT);
  return bounds.map(({ leftPx, topPx, rightPx, bottomPx }, index) => {
    const turn = animation.order === 'backward' ? count - 1 - index : index;
    const size = { widthPx: rightPx - leftPx, heightPx: bottomPx - topPx };
    return resolveAnimation(animation, { ...context, picture: null, part: { turn, count, overlap, size } });
  });
}

/** Each is there at once, the last of them at the end of the time; going away, they are taken back from the end. */
function listTypedMotions(animation: TypewriterAnimation, count: number, { layerTime }: TextAnimationContext): Motion[] {
  const { fromFrame, toFrame } = wholeInterval(animation, TYPED_SECONDS[splitOf(animation)] * count, layerTime);
  const frames = listTypedFrames(count, { firstFrame: Math.ceil(fromFrame), lastFrame: Math.ceil(toFrame) }, (frame) =>
    applyEasing(toEasing(animation.easing, LINEAR), Math.min(1, (frame - fromFrame) / (toFrame - fromFrame))),
  );
  const exits = isExit(animation);
  const [before, after] = exits ? [1, 0] : [0, 1];
  return (exits ? frames.toReversed() : frames).map((frame) => ({
    channels: [{ property: 'opacity', combine: 'multiply', keyframes: [{ frame, value: before, easing: LINEAR }, { frame, value: after, easing: LINEAR }] }],
    clips: [],
  }));
}

/** For each key press the first frame by which that much of the way is done. */
function listTypedFrames(count: number, { firstFrame, lastFrame }: { firstFrame: number; lastFrame: number }, progressAt: (frame: number) => number): number[] {
  const frames: number[] = [];
  for (let frame = firstFrame; frame < lastFrame; frame += 1) {
    // A millionth: what is due on a frame is there on it.
    const due = Math.floor(progressAt(frame) * count + 1e-6);
    while (frames.length < Math.min(due, count)) frames.push(frame);
  }
  while (frames.length < count) frames.push(lastFrame);
  return frames;
}
