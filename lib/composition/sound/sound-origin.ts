/** Where the sound of a medium comes from. */
import type { MediaFacts } from '#lib/composition/media-facts';
import type { SoundOrigin } from '#lib/composition/sound/placed-sound';

/** Null for a medium without sound. A video's sound is timed from its first frame, so that both stay together. */
export function soundOriginOf(facts: MediaFacts): SoundOrigin | null {
  if (facts.kind === 'image' || facts.sound === null) return null;
  return { facts: facts.sound, originSeconds: facts.kind === 'video' ? facts.startSeconds : facts.sound.startSeconds };
}
