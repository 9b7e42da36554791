/** What the schema cannot see because it is between properties: overlaps, lengths and sizes that are known without any medium, of a composition or a group. */
import { pathAt } from '#lib/composition/arrangement';
import { findTimingProblems } from '#lib/composition/check-timing';
import { toPath, type CompositionProblem } from '#lib/composition/composition-problem';
import type { KnownScene } from '#lib/composition/known-scenes';
import { groupCanvasOf, isLargerThanAnyVideo } from '#lib/composition/group-scene';
import { BOX_SIDE_PX_MAX, CANVAS_HEIGHT_PX_MAX, CANVAS_WIDTH_PX_MAX } from '#lib/composition/limits';
import type { ResolveProblem } from '#lib/composition/resolve-problem';
import { quoteValue } from '#lib/composition/schema/expected';
import { valuesOf } from '#lib/composition/still-properties';
import { lengthToPx } from '#lib/composition/units';

/** Overlaps and lengths for which no medium is needed. */
export function findKnownTimingProblems({ arrangement, timing, frameRate }: KnownScene): CompositionProblem[] {
  return findTimingProblems(arrangement, timing, frameRate).map(({ code, elementIndex, message, details }) => ({
    path: elementIndex === null ? '' : toPath([...pathAt(arrangement, elementIndex), ...pathWithin(code, details)]),
    message,
    code: code.toLowerCase(),
  }));
}

/** Where in the element the fault is. */
function pathWithin(code: ResolveProblem['code'], { property, keyframe, animation }: ResolveProblem['details']): PropertyKey[] {
  if (code === 'TRANSITION_IMPOSSIBLE') return ['transition'];
  if (code === 'ANIMATION_OUT_OF_RANGE' && typeof animation === 'number') return ['animations', animation, 'time'];
  return code === 'KEYFRAMES_OUT_OF_ORDER' && typeof property === 'string' && typeof keyframe === 'number' ? [property, keyframe, 'time'] : [];
}

/** Boxes whose given width or height is more than can be drawn. */
export function findOversizedBoxes({ arrangement, canvas }: KnownScene): CompositionProblem[] {
  return arrangement.elements.flatMap((element, index) =>
    (['width', 'height'] as const).flatMap((property): CompositionProblem[] => {
      const tooLarge = valuesOf(element.type === 'audio' ? undefined : element[property]).find((length) => lengthToPx(length, canvas, canvas[`${property}Px`]) > BOX_SIDE_PX_MAX);
      if (tooLarge === undefined) return [];
      return [{ path: toPath([...pathAt(arrangement, index), property]), message: `must come to at most ${BOX_SIDE_PX_MAX} pixels, not ${quoteValue(tooLarge)}`, code: 'too_big' }];
    }),
  );
}

/** Groups whose own canvas is more than can be drawn. */
export function findOversizedGroups({ arrangement, canvas }: KnownScene): CompositionProblem[] {
  return arrangement.elements.flatMap((element, index): CompositionProblem[] => {
    if (element.type !== 'composition') return [];
    const size = groupCanvasOf(element, canvas);
    if (!isLargerThanAnyVideo(size)) return [];
    const message = `has a canvas of ${size.widthPx} x ${size.heightPx} pixels; at most as many as ${CANVAS_WIDTH_PX_MAX} x ${CANVAS_HEIGHT_PX_MAX} are allowed`;
    return [{ path: toPath(pathAt(arrangement, index)), message, code: 'too_big' }];
  });
}
