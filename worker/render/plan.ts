/**
 * Makes the render plan: the resolved timeline and the facts of its media in, data that says exactly what FFmpeg will do out.
 * Pure; opens no file, starts nothing. Throws OUTPUT_TOO_COMPLEX for what this installation could not hold.
 */
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import type { Timeline } from '#lib/composition/timeline';
import { checkMemory, estimateMemoryBytes } from '#worker/render/limits';
import { OUTPUT_SAMPLE_RATE_HZ, planSound } from '#worker/render/layers/audio';
import { PlannedMedia } from '#worker/render/planned-media';
import type { AudioPlan, PlannedSound, RenderPlan } from '#worker/render/render-plan';
import { planSpans } from '#worker/render/spans';

/** `facts` has every medium the timeline names, by `mediaKey`. */
export function planRender(timeline: Timeline, facts: MediaFactsBySource): RenderPlan {
  const media = new PlannedMedia(facts);
  const { spans, stills } = planSpans(timeline, media);
  const audio = planAudio(timeline, media);
  const { widthPx, heightPx, frameRate, frameCount, durationSeconds, fillColor, outputFormat } = timeline;
  const { inputs, pictures } = media;
  const plan = { widthPx, heightPx, frameRate, frameCount, durationSeconds, fillColor, outputFormat, inputs, pictures, stills, spans, audio };
  const memoryBytes = estimateMemoryBytes(plan);
  checkMemory(memoryBytes);
  return { ...plan, memoryBytes };
}

function planAudio({ sounds, durationSeconds }: Timeline, media: PlannedMedia): AudioPlan {
  const sampleCount = Math.round(durationSeconds * OUTPUT_SAMPLE_RATE_HZ);
  const planned = sounds
    .map((sound): PlannedSound | null => {
      const facts = media.videoFacts(sound.source);
      return facts.sound === null ? null : planSound(sound, media.addSound(sound, facts, facts.sound), sampleCount);
    })
    .filter((sound) => sound !== null);
  return planned.length === 0 ? { kind: 'none' } : { kind: 'mix', sampleRateHz: OUTPUT_SAMPLE_RATE_HZ, sampleCount, sounds: planned };
}
