/**
 * Frames of a composition as the core draws them in the worker, with media and without an encoder: a planned composition and frame numbers in,
 * pixels out.
 */
import { createCanvas } from '@napi-rs/canvas';
import { draw } from '#lib/composition/draw/draw';
import { frameAt } from '#lib/composition/frame-at';
import type { Timeline } from '#lib/composition/timeline';
import { CanvasResources } from '#worker/canvas/canvas-resources';
import { decodeImage, VideoPictures, type DecodeOptions } from '#worker/canvas/decode-picture';
import { DrawingPlanner } from '#worker/render/drawing-planner';
import { PlannedMedia } from '#worker/render/planned-media';
import type { PlannedDecode } from '#worker/render/render-plan';
import type { Frame } from '#tests/support/read-frame';
import type { PlannedComposition } from '#tests/support/render-composition';

const TIMEOUT_MS = 110_000;

/** In the order of `frames`, which must rise. What engine the plan has there makes no difference. */
export async function drawFrames({ timeline, facts, sourcePaths }: Omit<PlannedComposition, 'plan'>, frames: readonly number[]): Promise<Frame[]> {
  const decodes = planDecodes(timeline, facts, frames);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const optionsOf = ({ mediaKey }: PlannedDecode): DecodeOptions => ({ path: sourcePaths.get(mediaKey) ?? '', frameRate: timeline.frameRate, signal });
  const resources = new CanvasResources();
  const videos = new Map<PlannedDecode, VideoPictures>();
  const drawn: Frame[] = [];
  try {
    for (const decode of decodes) if (decode.frames === null) resources.setPicture(decode.key, await decodeImage(decode, optionsOf(decode)));
    for (const frame of frames) {
      for (const decode of decodes.filter((planned) => isShownAt(planned, frame))) {
        const video = videos.get(decode) ?? new VideoPictures(decode, optionsOf(decode));
        videos.set(decode, video);
        await video.advance(frame);
        resources.setPicture(decode.key, video.picture);
      }
      drawn.push(drawFrame(timeline, frame, resources));
    }
    return drawn;
  } finally {
    await Promise.all([...videos.values()].map((video) => video.close()));
  }
}

/** Each moment is a stretch of its own, so that no video is decoded from one to the next. */
function planDecodes(timeline: Timeline, facts: PlannedComposition['facts'], frames: readonly number[]): PlannedDecode[] {
  const planner = new DrawingPlanner(timeline, new PlannedMedia(facts));
  const { widthPx, heightPx } = timeline;
  for (const frame of frames) {
    const layers = timeline.layers.filter(({ startFrame, endFrame }) => startFrame <= frame && frame < endFrame);
    planner.addPiece({ startFrame: frame, endFrame: frame + 1, layers }, { box: { xPx: 0, yPx: 0, widthPx, heightPx }, isOpaque: true });
  }
  return planner.finish()?.decodes ?? [];
}

const isShownAt = ({ frames }: PlannedDecode, frame: number): boolean => frames !== null && frames.startFrame <= frame && frame < frames.startFrame + frames.frameCount;

function drawFrame(timeline: Timeline, frame: number, resources: CanvasResources): Frame {
  const { widthPx, heightPx } = timeline;
  const canvas = createCanvas(widthPx, heightPx);
  draw(canvas.getContext('2d'), timeline, frameAt(timeline, frame), resources);
  return { widthPx, heightPx, pixels: dropAlpha(canvas.data()) };
}

/** Three bytes a pixel of four. */
export function dropAlpha(rgba: Uint8Array): Buffer {
  const rgb = Buffer.allocUnsafe((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from]!;
    rgb[to + 1] = rgba[from + 1]!;
    rgb[to + 2] = rgba[from + 2]!;
  }
  return rgb;
}
