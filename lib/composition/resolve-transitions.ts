/**
 * Transitions become motion of the two layers they join: opacity, offsets, scale and clips, so that whatever draws layers draws transitions.
 * Layers bottom to top in, the same with what their joints add and in the order the joints need, out.
 */
import { idAt, type Arrangement } from '#lib/composition/arrangement';
import { LINEAR, type Easing } from '#lib/composition/easing';
import type { Joint } from '#lib/composition/find-joints';
import { dipToColor } from '#lib/composition/dip-to-color';
import { hides, type IsOpaquePicture } from '#lib/composition/hides';
import type { Motion, MotionChannel, MotionClip, MotionKeyframe, MotionProperty } from '#lib/composition/motion';
import { toEasing } from '#lib/composition/motion-frames';
import type { Direction } from '#lib/composition/schema/animation';
import type { Transition } from '#lib/composition/schema/transition';
import type { Layer } from '#lib/composition/timeline';
import { transitionOf } from '#lib/composition/transition-of';
import type { Size } from '#lib/composition/units';

const EASING_DEFAULT: Easing = { kind: 'cubic-bezier', x1: 0.42, y1: 0, x2: 0.58, y2: 1 };
const DIRECTION_DEFAULT: Direction = 'left';
/** How large the element that leaves by `zoom` has become when it is gone. */
const ZOOM_SCALE = 2;

export interface JoinContext {
  arrangement: Arrangement;
  canvas: Size;
  isOpaquePicture: IsOpaquePicture;
}

/** `joints` are in the order of time, as `findJoints` gives them. A joint of which one layer is not seen at all still brings or takes the other. */
export function joinLayers(layers: readonly Layer[], joints: readonly Joint[], context: JoinContext): Layer[] {
  return joints.reduce<Layer[]>((joined, joint) => joinPair(joined, joint, { ...context, original: layers }), [...layers]);
}

function joinPair(layers: readonly Layer[], joint: Joint, { arrangement, canvas, isOpaquePicture, original }: JoinContext & { original: readonly Layer[] }): Layer[] {
  const transition = transitionOf(arrangement.elements[joint.laterIndex]);
  if (transition === null) return [...layers];
  const find = (among: readonly Layer[], index: number) => among.find(({ elementId }) => elementId === idAt(arrangement, index)) ?? null;
  const [earlier, later] = [find(layers, joint.earlierIndex), find(layers, joint.laterIndex)];
  // Whether one hides the other is a matter of how they stand, not of what other joints have added since.
  const [earlierAtRest, laterAtRest] = [find(original, joint.earlierIndex), find(original, joint.laterIndex)];
  const doesHide = (upper: Layer | null, lower: Layer | null) => upper !== null && lower !== null && hides(upper, lower, canvas, isOpaquePicture);
  const effect = toEffect(transition, {
    canvas,
    frameCount: joint.endFrame - joint.startFrame,
    laterHides: doesHide(laterAtRest, earlierAtRest),
    earlierHides: doesHide(earlierAtRest, laterAtRest),
  });

  const left = earlier === null ? [] : [addMotion(earlier, effect.earlier, joint.startFrame - earlier.startFrame)];
  const come = later === null ? [] : [addMotion(later, effect.later, joint.startFrame - later.startFrame)];
  const pair = effect.isEarlierOnTop ? [...come, ...left] : [...left, ...come];
  const cover = effect.fillColor === null ? [] : dipToColor([earlierAtRest, laterAtRest], joint, { color: effect.fillColor, easing: easingOf(transition) });
  return replacePair(layers, { earlier, later }, [...pair, ...cover]);
}

/** The two where the earlier one was: nothing else of their track is seen at that time. */
function replacePair(layers: readonly Layer[], { earlier, later }: { earlier: Layer | null; later: Layer | null }, pair: readonly Layer[]): Layer[] {
  const anchor = earlier ?? later;
  return layers.flatMap((layer) => {
    if (layer === anchor) return pair;
    return layer === later ? [] : [layer];
  });
}

interface Effect {
  earlier: Motion;
  later: Motion;
  isEarlierOnTop: boolean;
  /** Of a layer that comes and goes above both. */
  fillColor: string | null;
}

interface EffectContext {
  canvas: Size;
  frameCount: number;
  /** Whether nothing of the other can be seen behind it: then the other need not go, or come, by itself. */
  laterHides: boolean;
  earlierHides: boolean;
}

const easingOf = ({ easing }: Transition): Easing => toEasing(easing, EASING_DEFAULT);

function toEffect(transition: Transition, { canvas, frameCount, laterHides, earlierHides }: EffectContext): Effect {
  const way = (from: number, to: number): MotionKeyframe[] => [
    { frame: 0, value: from, easing: LINEAR },
    { frame: frameCount, value: to, easing: easingOf(transition) },
  ];
  const channel = (property: MotionProperty, combine: MotionChannel['combine'], from: number, to: number): MotionChannel => ({ property, combine, keyframes: way(from, to) });
  const clip = (kind: MotionClip['kind'], direction: Direction, from: number, to: number): Motion => ({ channels: [], clips: [{ kind, area: 'canvas', direction, keyframes: way(from, to) }] });
  const moving = (...channels: MotionChannel[]): Motion => ({ channels, clips: [] });
  const appear = moving(channel('opacity', 'multiply', 0, 1));
  const vanish = moving(channel('opacity', 'multiply', 1, 0));
  const [goes, comes] = [laterHides ? STILL : vanish, earlierHides ? STILL : appear];

  switch (transition.type) {
    case 'fade': return above(goes, appear);
    case 'wipe': {
      const direction = transition.direction ?? DIRECTION_DEFAULT;
      return above(laterHides ? STILL : clip('wipe', OPPOSITES[direction], 1, 0), clip('wipe', direction, 0, 1));
    }
    case 'slide': {
      const { property, px } = toWholeWay(transition.direction ?? DIRECTION_DEFAULT, canvas);
      return above(goes, moving(channel(property, 'add', -px, 0)));
    }
    case 'push': {
      const { property, px } = toWholeWay(transition.direction ?? DIRECTION_DEFAULT, canvas);
      return above(moving(channel(property, 'add', 0, px)), moving(channel(property, 'add', -px, 0)));
    }
    case 'circle-open': return above(goes, clip('circle', DIRECTION_DEFAULT, 0, 1));
    case 'circle-close': return below(clip('circle', DIRECTION_DEFAULT, 1, 0), comes);
    case 'radial': return above(goes, clip('radial', DIRECTION_DEFAULT, 0, 1));
    case 'zoom': {
      const grow = [channel('scaleX', 'multiply', 1, ZOOM_SCALE), channel('scaleY', 'multiply', 1, ZOOM_SCALE)];
      return below(moving(...grow, ...vanish.channels), comes);
    }
    case 'fade-black': return { ...above(...switchAt(frameCount / 2)), fillColor: '#000000' };
    case 'fade-white': return { ...above(...switchAt(frameCount / 2)), fillColor: '#ffffff' };
    default: return transition satisfies never;
  }
}

const STILL: Motion = { channels: [], clips: [] };

/** The later element is drawn above the earlier one. */
const above = (earlier: Motion, later: Motion): Effect => ({ earlier, later, isEarlierOnTop: false, fillColor: null });
/** The other way round. */
const below = (earlier: Motion, later: Motion): Effect => ({ earlier, later, isEarlierOnTop: true, fillColor: null });

/** One is gone and the other there from one frame to the next; what is above both hides it. */
function switchAt(frame: number): [Motion, Motion] {
  const jump = (from: number, to: number): Motion => ({
    channels: [{ property: 'opacity', combine: 'multiply', keyframes: [{ frame, value: from, easing: LINEAR }, { frame, value: to, easing: LINEAR }] }],
    clips: [],
  });
  return [jump(1, 0), jump(0, 1)];
}

const OPPOSITES = { left: 'right', right: 'left', up: 'down', down: 'up' } as const satisfies Record<Direction, Direction>;

/** As far as the canvas is wide or high. */
function toWholeWay(direction: Direction, { widthPx, heightPx }: Size): { property: 'xPx' | 'yPx'; px: number } {
  switch (direction) {
    case 'left': return { property: 'xPx', px: -widthPx };
    case 'right': return { property: 'xPx', px: widthPx };
    case 'up': return { property: 'yPx', px: -heightPx };
    case 'down': return { property: 'yPx', px: heightPx };
    default: return direction satisfies never;
  }
}

/** After what the layer does itself; `offsetFrames` is where the joint begins in the layer. */
function addMotion<Moved extends Layer>(layer: Moved, motion: Motion, offsetFrames: number): Moved {
  if (motion.channels.length === 0 && motion.clips.length === 0) return layer;
  const shift = (keyframes: readonly MotionKeyframe[]) => keyframes.map((keyframe) => ({ ...keyframe, frame: keyframe.frame + offsetFrames }));
  return {
    ...layer,
    motion: {
      channels: [...(layer.motion?.channels ?? []), ...motion.channels.map((channel) => ({ ...channel, keyframes: shift(channel.keyframes) }))],
      clips: [...(layer.motion?.clips ?? []), ...motion.clips.map((clip) => ({ ...clip, keyframes: shift(clip.keyframes) }))],
    },
  };
}
