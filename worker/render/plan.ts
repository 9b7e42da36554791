/**
 * Makes the render plan: the resolved timeline and the facts of its media in, data that says exactly what FFmpeg will do out.
 * Pure; opens no file, starts nothing. Throws OUTPUT_TOO_COMPLEX for what this installation could not hold.
 */
import { listPictureLayers } from '#lib/composition/list-picture-layers';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import type { Timeline } from '#lib/composition/timeline';
import { divideSegments } from '#worker/render/divide-segments';
import { checkMemory, estimateMemoryBytes } from '#worker/render/limits';
import { planAudio } from '#worker/render/plan-audio';
import { PlannedMedia } from '#worker/render/planned-media';
import { planPoster } from '#worker/render/poster';
import type { PlannedCanvas, PlannedPart, PlannedPoster, RenderPlan } from '#worker/render/render-plan';
import { chooseSegments, planSpans, type ChosenSegment } from '#worker/render/spans';

/** `facts` has every medium the timeline names, by `mediaKey`. */
export function planRender(timeline: Timeline, facts: MediaFactsBySource): RenderPlan {
  const media = new PlannedMedia(facts);
  const segments = chooseSegments(timeline, media);
  const stretches = divideSegments(segments, media);
  const { durationSeconds, outputFormat } = timeline;
  const canvas = { ...canvasOf(timeline), isFilmed: isFilmed(segments, timeline) };
  const poster = planPoster(timeline);
  const pictures = stretches.length === 1 ? planSpans(stretches.flat(), timeline, media) : null;
  const parts = pictures === null ? stretches.map((stretch) => planPart(stretch, timeline, { canvas, facts, poster })) : [];
  const { spans, stills, drawing } = pictures ?? { spans: parts.flatMap((part) => part.spans), stills: [], drawing: null };
  const audio = planAudio(timeline, media);
  const partsInputIndex = parts.length === 0 ? null : media.nextInputIndex();
  const plan = { ...canvas, frameCount: timeline.frameCount, durationSeconds, outputFormat, inputs: media.inputs, pictures: media.pictures, stills, spans, audio, poster, drawing };
  const memoryBytes = Math.max(...[plan, ...parts].map(estimateMemoryBytes));
  checkMemory(memoryBytes);
  return { ...plan, parts, partsInputIndex, memoryBytes };
}

/** A stretch of the output, silent. */
function planPart(stretch: readonly ChosenSegment[], timeline: Timeline, { canvas, facts, poster }: { canvas: PlannedCanvas; facts: MediaFactsBySource; poster: PlannedPoster }): PlannedPart {
  const media = new PlannedMedia(facts);
  const planned = planSpans(stretch, timeline, media);
  const startFrame = stretch[0]?.segment.startFrame ?? 0;
  const frameCount = (stretch.at(-1)?.segment.endFrame ?? 0) - startFrame;
  const posterFrame = poster.frame - startFrame;
  const hasPoster = posterFrame >= 0 && posterFrame < frameCount;
  return { ...canvas, frameCount, inputs: media.inputs, pictures: media.pictures, ...planned, audio: { kind: 'none' }, poster: hasPoster ? { ...poster, frame: posterFrame } : null };
}

const canvasOf = ({ widthPx, heightPx, frameRate, fillColor }: Timeline) => ({ widthPx, heightPx, frameRate, fillColor });

/** Whether a video is seen in half of the frames at least: then most of what is encoded differs from frame to frame. */
function isFilmed(segments: readonly ChosenSegment[], { frameCount }: Timeline): boolean {
  const filmed = segments.filter(({ segment }) => listPictureLayers(segment.layers).some(({ type }) => type === 'video'));
  return filmed.reduce((sum, { segment: { startFrame, endFrame } }) => sum + endFrame - startFrame, 0) * 2 >= frameCount;
}
