/**
 * What is heard: the timeline's sounds in; samples, ramps and gains, or the one stream that can be copied as it is, out. Pure.
 */
import { joinSounds } from '#lib/composition/sound/join-sounds';
import { placeSound, toSamples } from '#lib/composition/sound/place-sound';
import { OUTPUT_SAMPLE_RATE_HZ } from '#lib/composition/sound/placed-sound';
import type { Timeline } from '#lib/composition/timeline';
import { canCopySound } from '#worker/render/can-copy-sound';
import type { PlannedMedia } from '#worker/render/planned-media';
import type { AudioPlan, PlannedSound } from '#worker/render/audio-plan';

/** `media` gathers what the sounds open. */
export function planAudio(timeline: Timeline, media: PlannedMedia): AudioPlan {
  const heard = joinSounds(timeline.sounds).flatMap((sound) => {
    const source = media.findSound(sound);
    return source === null ? [] : [{ sound, source }];
  });
  const [only] = heard;
  if (only !== undefined && heard.length === 1 && canCopySound(only.sound, only.source, timeline)) {
    return { kind: 'copy', elementId: only.sound.elementId, inputIndex: media.addSound(only.sound, only.source, 'whole') };
  }
  const sampleCount = toSamples(timeline.durationSeconds);
  const planned = heard.flatMap(({ sound, source }): PlannedSound[] => {
    const placed = placeSound(sound, source, sampleCount);
    return placed === null ? [] : [{ ...placed, inputIndex: media.addSound(sound, source, 'from trim') }];
  });
  return planned.length === 0 ? { kind: 'none' } : { kind: 'mix', sampleRateHz: OUTPUT_SAMPLE_RATE_HZ, sampleCount, sounds: planned };
}
