/** Sound under transitions: while one element takes over from another in the picture, so it does in the sound, as loud together as each alone. */
import type { Joint } from '#lib/composition/find-joints';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Sound, Timeline } from '#lib/composition/timeline';

/** The sounds of the element at `index`, all those in it when it is a group. A sound's own fade stays where it is the longer one. */
export function crossSounds(sounds: readonly Sound[], index: number, joints: readonly Joint[], { frameRate }: Pick<Timeline, 'frameRate'>): Sound[] {
  const coming = joints.find(({ laterIndex }) => laterIndex === index);
  const leaving = joints.find(({ earlierIndex }) => earlierIndex === index);
  return sounds.map((sound) => {
    const fadedIn = coming === undefined ? sound : fadeIn(sound, frameToSeconds(coming.endFrame, frameRate));
    return leaving === undefined ? fadedIn : fadeOut(fadedIn, frameToSeconds(leaving.startFrame, frameRate));
  });
}

/** At its full volume when the transition is over; as it is when it begins only later. */
function fadeIn(sound: Sound, untilSeconds: number): Sound {
  const fadeInSeconds = Math.min(sound.durationSeconds, untilSeconds - sound.startSeconds);
  return fadeInSeconds <= sound.fadeInSeconds ? sound : { ...sound, fadeInSeconds, fadeInCurve: 'equal-power' };
}

/** Falling from the start of the transition on; as it is when it has ended before. */
function fadeOut(sound: Sound, fromSeconds: number): Sound {
  const fadeOutSeconds = Math.min(sound.durationSeconds, sound.startSeconds + sound.durationSeconds - fromSeconds);
  return fadeOutSeconds <= sound.fadeOutSeconds ? sound : { ...sound, fadeOutSeconds, fadeOutCurve: 'equal-power' };
}
