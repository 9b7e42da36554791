/**
 * Makes the render plan: the resolved timeline and the facts of its media in, data that says exactly what FFmpeg will do out.
 * Pure; opens no file, starts nothing. Throws OUTPUT_TOO_COMPLEX for what this installation could not hold.
 */
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import type { Timeline } from '#lib/composition/timeline';
import { checkMemory, estimateMemoryBytes } from '#worker/render/limits';
import { planAudio } from '#worker/render/plan-audio';
import { PlannedMedia } from '#worker/render/planned-media';
import { planPoster } from '#worker/render/poster';
import type { RenderPlan } from '#worker/render/render-plan';
import { planSpans } from '#worker/render/spans';

/** `facts` has every medium the timeline names, by `mediaKey`. */
export function planRender(timeline: Timeline, facts: MediaFactsBySource): RenderPlan {
  const media = new PlannedMedia(facts);
  const { spans, stills, drawing } = planSpans(timeline, media);
  const audio = planAudio(timeline, media);
  const { widthPx, heightPx, frameRate, frameCount, durationSeconds, fillColor, outputFormat } = timeline;
  const { inputs, pictures } = media;
  const plan = { widthPx, heightPx, frameRate, frameCount, durationSeconds, fillColor, outputFormat, inputs, pictures, stills, spans, audio, poster: planPoster(timeline), drawing };
  const memoryBytes = estimateMemoryBytes(plan);
  checkMemory(memoryBytes);
  return { ...plan, memoryBytes };
}
