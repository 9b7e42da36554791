/** Animations that begin when their element has ended: nobody would see them. Told where the element's length is known. */
import { idAt, type Arrangement } from '#lib/composition/arrangement';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import { secondsToMotionFrames } from '#lib/composition/motion-frames';
import { toSecondsText, type ResolveProblem } from '#lib/composition/resolve-problem';
import type { Timing } from '#lib/composition/resolve-timing';

/** `details` has the animation's place, for the path of a request's problem. Of what something else cuts, its own end counts. */
export function findAnimationProblems(arrangement: Arrangement, { placements }: Pick<Timing, 'placements'>, frameRate: Rational): ResolveProblem[] {
  return arrangement.elements.flatMap((element, elementIndex) => {
    const placement = placements[elementIndex] ?? null;
    if (placement === null || !('animations' in element)) return [];
    const elementId = idAt(arrangement, elementIndex);
    const durationFrames = placement.endFrame - placement.startFrame;
    return (element.animations ?? []).flatMap(({ time, type }, animation): ResolveProblem[] => {
      // The other times are parts of the element's own length.
      if (typeof time !== 'number' || secondsToMotionFrames(time, frameRate) < durationFrames + FRAME_TOLERANCE) return [];
      const ended = toSecondsText(frameToSeconds(durationFrames, frameRate));
      const message = `The animation "${type}" of "${elementId}" begins ${toSecondsText(time)} after its start, but it lasts only ${ended}`;
      return [{ code: 'ANIMATION_OUT_OF_RANGE', elementId, elementIndex, message, details: { element_id: elementId, animation, time } }];
    });
  });
}

/** An element's length is rounded to frames: a time that is as long as it is written is not after it. */
const FRAME_TOLERANCE = 0.5;
