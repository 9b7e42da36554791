/** Animations become channels and clips: what each kind does, and when. Offsets are added, factors multiplied, so that several go together. */
import { LINEAR, type Easing } from '#lib/composition/easing';
import type { Motion, MotionChannel, MotionClip, MotionKeyframe, MotionProperty } from '#lib/composition/motion';
import { secondsToMotionFrames, toEasing, toMotionFrame, type Interval, type LayerTime } from '#lib/composition/motion-frames';
import { resolvePan, type PictureParts } from '#lib/composition/resolve-pan';
import type { Animation, Direction, PictureAnimation } from '#lib/composition/schema/animation';
import { lengthToPx, ratioToNumber, type Size } from '#lib/composition/units';

export interface AnimationContext {
  canvas: Size;
  layerTime: LayerTime;
  /** Null for what shows no picture. */
  picture: PictureParts | null;
  /** What is animated when it is a part of a text; absent: the whole element. */
  part?: AnimatedPart;
}

/** One of the parts that are animated one after the other within one animation's time. */
export interface AnimatedPart {
  /** Its turn, from 0. */
  turn: number;
  count: number;
  /** In [0, 1]: how much of its time it shares with the next. */
  overlap: number;
  size: Size;
}

type AnimationOf<Type extends PictureAnimation['type']> = Extract<PictureAnimation, { type: Type }>;
type Arrival = AnimationOf<'fade' | 'slide' | 'scale' | 'wipe' | 'spin'>;

const ARRIVAL_SECONDS = 0.5;
const BOUNCE_SECONDS = 1;
const SHAKE_SECONDS = 0.5;
const BOUNCE_COUNT = 3;
const SHAKE_COUNT = 4;

const DECELERATING: Easing = { kind: 'cubic-bezier', x1: 0, y1: 0, x2: 0.58, y2: 1 };
const ACCELERATING: Easing = { kind: 'cubic-bezier', x1: 0.42, y1: 0, x2: 1, y2: 1 };

/** The way a direction leads: the property it moves, the sign, and what 100% is of. */
const WAYS = {
  left: { property: 'xPx', sign: -1, side: 'widthPx' },
  right: { property: 'xPx', sign: 1, side: 'widthPx' },
  up: { property: 'yPx', sign: -1, side: 'heightPx' },
  down: { property: 'yPx', sign: 1, side: 'heightPx' },
} as const satisfies Record<Direction, { property: MotionProperty; sign: 1 | -1; side: keyof Size }>;

const OPPOSITES = { left: 'right', right: 'left', up: 'down', down: 'up' } as const satisfies Record<Direction, Direction>;

/** Of the element as a whole: what is done by the parts of a text is in `resolve-text-animations.ts`. */
export function resolveAnimations(animations: readonly Animation[], context: AnimationContext): Motion {
  return joinMotions(animations.filter(isOfWhole).map((animation) => resolveAnimation(animation, context)));
}

export function joinMotions(motions: readonly Motion[]): Motion {
  return { channels: motions.flatMap(({ channels }) => channels), clips: motions.flatMap(({ clips }) => clips) };
}

function isOfWhole(animation: Animation): animation is PictureAnimation {
  return animation.type !== 'typewriter' && (!('split' in animation) || animation.split === undefined);
}

export function resolveAnimation(animation: PictureAnimation, context: AnimationContext): Motion {
  const { picture } = context;
  switch (animation.type) {
    case 'fade': return move({ property: 'opacity', combine: 'multiply', keyframes: arrive(animation, { away: 0, home: 1 }, context) });
    case 'slide': return slide(animation, context);
    case 'scale': {
      const keyframes = arrive(animation, { away: ratioToNumber(animation.scale ?? 0), home: 1 }, context);
      return move({ property: 'scaleX', combine: 'multiply', keyframes }, { property: 'scaleY', combine: 'multiply', keyframes });
    }
    case 'wipe': return wipe(animation, context);
    case 'spin': {
      const degrees = 360 * (animation.turns ?? 1);
      return move({ property: 'rotationDegrees', combine: 'add', keyframes: arrive(animation, { away: isExit(animation) ? degrees : -degrees, home: 0 }, context) });
    }
    case 'bounce': return bounce(animation, { ...context, offset: toOffset(animation.direction ?? 'up', animation.distance ?? '10%', context) });
    case 'shake': return shake(animation, { ...context, offset: toOffset(animation.direction ?? 'left', animation.distance ?? '2%', context) });
    // Only pictures have it by the schema.
    case 'pan': return move(...(picture === null ? [] : resolvePan(animation, picture, intervalOf(animation, null, context))));
    default: return animation satisfies never;
  }
}

function slide(animation: AnimationOf<'slide'>, context: AnimationContext): Motion {
  const { property, px } = toOffset(animation.direction ?? 'left', animation.distance ?? '100%', context);
  return move({ property, combine: 'add', keyframes: arrive(animation, { away: isExit(animation) ? px : -px, home: 0 }, context) });
}

/** What comes is seen behind the edge, what goes before it. */
function wipe(animation: AnimationOf<'wipe'>, context: AnimationContext): Motion {
  const direction = animation.direction ?? 'right';
  const clip: MotionClip = { kind: 'wipe', area: 'box', direction: isExit(animation) ? OPPOSITES[direction] : direction, keyframes: arrive(animation, { away: 0, home: 1 }, context) };
  return { channels: [], clips: [clip] };
}

interface Offset {
  property: 'xPx' | 'yPx';
  px: number;
}

function toOffset(direction: Direction, distance: string | number, { canvas, part }: AnimationContext): Offset {
  const { property, sign, side } = WAYS[direction];
  return { property, px: sign * lengthToPx(distance, canvas, (part?.size ?? canvas)[side]) };
}

/** Hops as a thing thrown: each half as high as the one before, and so 1 / sqrt(2) of its time, up slowing down and down falling. */
function bounce(animation: AnimationOf<'bounce'>, { offset, ...context }: AnimationContext & { offset: Offset }): Motion {
  const { fromFrame, toFrame } = intervalOf(animation, BOUNCE_SECONDS, context);
  const heights = Array.from({ length: animation.count ?? BOUNCE_COUNT }, (_value, index) => 0.5 ** index);
  const totalTime = heights.reduce((sum, height) => sum + Math.sqrt(height), 0);
  const keyframes: MotionKeyframe[] = [{ frame: fromFrame, value: 0, easing: LINEAR }];
  let elapsed = 0;
  for (const height of heights) {
    const frameAfter = (share: number) => fromFrame + ((toFrame - fromFrame) * (elapsed + share * Math.sqrt(height))) / totalTime;
    keyframes.push(
      { frame: frameAfter(0.5), value: height * offset.px, easing: { kind: 'penner', family: 'quad', direction: 'out' } },
      { frame: frameAfter(1), value: 0, easing: { kind: 'penner', family: 'quad', direction: 'in' } },
    );
    elapsed += Math.sqrt(height);
  }
  return move({ property: offset.property, combine: 'add', keyframes });
}

/** To each side in turn, evenly less; the ends of a swing are as slow as a pendulum's. */
function shake(animation: AnimationOf<'shake'>, { offset, ...context }: AnimationContext & { offset: Offset }): Motion {
  const { fromFrame, toFrame } = intervalOf(animation, SHAKE_SECONDS, context);
  const turnCount = 2 * (animation.count ?? SHAKE_COUNT);
  const keyframes = Array.from({ length: turnCount + 2 }, (_value, index): MotionKeyframe => {
    const isEnd = index === 0 || index === turnCount + 1;
    const side = index % 2 === 1 ? 1 : -1;
    return {
      frame: fromFrame + ((toFrame - fromFrame) * index) / (turnCount + 1),
      value: isEnd ? 0 : side * offset.px * (1 - (index - 1) / turnCount),
      easing: { kind: 'penner', family: 'sine', direction: 'in-out' },
    };
  });
  return move({ property: offset.property, combine: 'add', keyframes });
}

const move = (...channels: MotionChannel[]): Motion => ({ channels, clips: [] });

/** The two ends of an arrival, of which an exit is the way back. */
interface Way {
  away: number;
  home: number;
}

function arrive(animation: Arrival, { away, home }: Way, context: AnimationContext): MotionKeyframe[] {
  const { fromFrame, toFrame } = intervalOf(animation, ARRIVAL_SECONDS, context);
  const [first, last, preset] = isExit(animation) ? [home, away, ACCELERATING] : [away, home, DECELERATING];
  return [
    { frame: fromFrame, value: first, easing: LINEAR },
    { frame: toFrame, value: last, easing: toEasing(animation.easing, preset) },
  ];
}

export const isExit = ({ reversed, time }: Pick<Arrival, 'reversed' | 'time'>): boolean => reversed ?? time === 'end';

/** When it goes on; of a part, its own time. `presetSeconds` null: as long as the layer. */
function intervalOf(animation: Pick<PictureAnimation, 'time' | 'duration'>, presetSeconds: number | null, { layerTime, part }: AnimationContext): Interval {
  const whole = wholeInterval(animation, presetSeconds, layerTime);
  if (part === undefined) return whole;
  const { turn, count, overlap } = part;
  const lengthFrames = (whole.toFrame - whole.fromFrame) / (1 + (count - 1) * (1 - overlap));
  const fromFrame = whole.fromFrame + turn * lengthFrames * (1 - overlap);
  return { fromFrame, toFrame: fromFrame + lengthFrames };
}

/** Never longer than the layer. */
export function wholeInterval({ time, duration }: Pick<PictureAnimation, 'time' | 'duration'>, presetSeconds: number | null, layerTime: LayerTime): Interval {
  const { frameRate, durationFrames } = layerTime;
  const seconds = duration ?? presetSeconds;
  const lengthFrames = seconds === null ? durationFrames : Math.min(durationFrames, Math.round(secondsToMotionFrames(seconds, frameRate) * 1e6) / 1e6);
  const fromFrame = time === 'end' ? durationFrames - lengthFrames : toMotionFrame(time ?? 'start', layerTime);
  return { fromFrame, toFrame: fromFrame + lengthFrames };
}
