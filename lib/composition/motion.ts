/**
 * What changes over a layer's frames, resolved: each channel moves one number along keyframes, clips show a part of the layer. Types alone.
 * Keyframes, animations and transitions of the composition all become this; `frameAt` evaluates it, and nothing else does.
 */
import type { Easing } from '#lib/composition/easing';

/**
 * `scaleX` and `scaleY` (1 = as it is) are about the centre of the box. Of pictures alone: `zoom` (1 = as it is, at least 1) shrinks the part
 * of the picture that is shown about its centre, the box staying; `panXPx` and `panYPx` move it, in source pixels.
 */
export type MotionProperty =
  | 'xPx' | 'yPx' | 'widthPx' | 'heightPx' | 'scaleX' | 'scaleY' | 'rotationDegrees' | 'opacity' | 'blurRadiusPx' | 'zoom' | 'panXPx' | 'panYPx';

export interface MotionKeyframe {
  /** From the layer's first frame; may be a fraction. Never falls. */
  frame: number;
  value: number;
  /** Of the way from the keyframe before to this one. */
  easing: Easing;
}

export interface MotionChannel {
  property: MotionProperty;
  /** `set` replaces the layer's own value, `add` and `multiply` change it; several channels of one property apply in order. */
  combine: 'set' | 'add' | 'multiply';
  /** At least one. Before the first and after the last their value holds. */
  keyframes: MotionKeyframe[];
}

/** A part of the canvas (`area: canvas`) or of the layer's box that is seen, growing or shrinking with `progress` 0 to 1. */
export interface MotionClip {
  kind: 'wipe' | 'circle' | 'radial';
  area: 'canvas' | 'box';
  /** Direction the edge moves in (wipe); ignored by the others. */
  direction: 'left' | 'right' | 'up' | 'down';
  keyframes: MotionKeyframe[];
}

export interface Motion {
  channels: MotionChannel[];
  clips: MotionClip[];
}
