/** Motion as lines that can be read: "xPx add 0:-1000 5:0" for a channel, "wipe box right 0:0 5:1" for a clip; frames before values. */
import type { Motion, MotionKeyframe } from '#lib/composition/motion';

export function describeMotion(motion: Motion | null): string[] {
  const channels = (motion?.channels ?? []).map(({ property, combine, keyframes }) => `${property} ${combine} ${describeKeyframes(keyframes)}`);
  const clips = (motion?.clips ?? []).map(({ kind, area, direction, keyframes }) => `${kind} ${area} ${direction} ${describeKeyframes(keyframes)}`);
  return [...channels, ...clips];
}

/** Three decimals are enough to tell one from another. */
function describeKeyframes(keyframes: readonly MotionKeyframe[]): string {
  return keyframes.map(({ frame, value }) => `${Number(frame.toFixed(3))}:${Number(value.toFixed(3)) + 0}`).join(' ');
}
