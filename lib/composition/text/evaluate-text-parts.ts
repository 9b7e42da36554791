/** The parts of a text at one frame: their motion in, how far each is from where it is laid out out. Pure. */
import { evaluateChannels, evaluateClips, type EvaluatedClip, type MovingValues } from '#lib/composition/evaluate-motion';
import type { TextPart, TextSplit } from '#lib/composition/text/text-split';

export interface TextPartState {
  xPx: number;
  yPx: number;
  /** About the middle of the part's bounds. */
  scaleX: number;
  scaleY: number;
  rotationDegrees: number;
  /** In [0, 1]. */
  opacity: number;
  /** Of the part's bounds. */
  clips: EvaluatedClip[];
}

const AT_REST: MovingValues = {
  xPx: 0, yPx: 0, widthPx: 0, heightPx: 0, scaleX: 1, scaleY: 1, rotationDegrees: 0, opacity: 1, blurRadiusPx: 0, zoom: 1, panXPx: 0, panYPx: 0,
};

/** For each split, the state of each of its parts. Null when all of them are as they are laid out. `localFrame` counts from the layer's first frame. */
export function evaluateTextParts(splits: readonly TextSplit[], localFrame: number): TextPartState[][] | null {
  const states = splits.map(({ parts }) => parts.map((part) => evaluatePart(part, localFrame)));
  return states.every((ofSplit) => ofSplit.every(isAtRest)) ? null : states;
}

export function isAtRest({ xPx, yPx, scaleX, scaleY, rotationDegrees, opacity, clips }: TextPartState): boolean {
  return xPx === 0 && yPx === 0 && scaleX === 1 && scaleY === 1 && rotationDegrees % 360 === 0 && opacity === 1 && clips.length === 0;
}

function evaluatePart({ motion }: TextPart, localFrame: number): TextPartState {
  const { xPx, yPx, scaleX, scaleY, rotationDegrees, opacity } = evaluateChannels(motion, localFrame, AT_REST);
  return { xPx, yPx, scaleX, scaleY, rotationDegrees, opacity: Math.min(1, Math.max(0, opacity)), clips: evaluateClips(motion, localFrame) };
}
