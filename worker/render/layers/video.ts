/**
 * Video layers: the source's frames put on the output's frame grid, exactly as many as are shown, the last one held where the source ends.
 */
import { countTrimmedFrames } from '#lib/composition/frame-at';
import type { Rational, VideoFacts } from '#lib/composition/media-facts';
import { TIME_STAMP_TOLERANCE_SECONDS } from '#lib/composition/time-stamp-tolerance';
import type { VideoLayer } from '#lib/composition/timeline';
import { filter, type Filter, type FilterChain } from '#worker/render/filter-graph';
import { buildPictureChains } from '#worker/render/picture-filters';
import { prepareLayer } from '#worker/render/prepare-picture';
import type { VideoPicture } from '#worker/render/render-plan';

/** The frames of the output for which the layer is really seen. */
export interface ShownRange {
  startFrame: number;
  endFrame: number;
}

/** The picture without its number, and where its corner goes. `shown` lies within the layer. */
export function planVideo(layer: VideoLayer, facts: VideoFacts, shown: ShownRange, frameRate: Rational): { picture: Omit<VideoPicture, 'id' | 'inputIndex'>; xPx: number; yPx: number } {
  const { picture, xPx, yPx } = prepareLayer(layer, facts, 'yuv420p');
  return { picture: { kind: 'video', ...picture, ...planVideoFrames(layer, facts, shown, frameRate) }, xPx, yPx };
}

/** Which of the source's frames are needed to show `shown` of the layer. */
export function planVideoFrames(layer: VideoLayer, facts: VideoFacts, shown: ShownRange, frameRate: Rational): Pick<VideoPicture, 'firstFrameSeconds' | 'sourceFrameCount' | 'frameCount' | 'loop'> {
  // The end counts from the picture's own end where that comes first.
  const trimEndSeconds = Math.min(layer.trimEndSeconds, facts.durationSeconds);
  const trimmedFrameCount = countTrimmedFrames({ trimStartSeconds: layer.trimStartSeconds, trimEndSeconds }, frameRate);
  const { loopFrames } = layer;
  const offsetFrames = shown.startFrame - layer.startFrame;
  const roundFrame = loopFrames === null ? offsetFrames : offsetFrames % loopFrames;
  const frameCount = shown.endFrame - shown.startFrame;
  if (loopFrames !== null && roundFrame + frameCount > loopFrames) {
    const firstFrameSeconds = facts.startSeconds + layer.trimStartSeconds;
    return { firstFrameSeconds, sourceFrameCount: Math.min(loopFrames, trimmedFrameCount), frameCount, loop: { frameCount: loopFrames, firstFrame: roundFrame } };
  }
  // Where only the held frame is seen, that frame is all the source has to give.
  const skippedFrames = Math.min(roundFrame, trimmedFrameCount - 1);
  return {
    firstFrameSeconds: facts.startSeconds + layer.trimStartSeconds + (skippedFrames * frameRate.denominator) / frameRate.numerator,
    sourceFrameCount: Math.min(frameCount, trimmedFrameCount - skippedFrames),
    frameCount,
    loop: null,
  };
}

/** From the decoded source at `from` to `frameCount` prepared frames at `to`, numbered from 0 in the output's time base. */
export function buildVideoChains(picture: VideoPicture, frameRate: Rational, from: string, to: string): FilterChain[] {
  const ready = `${to}r`;
  const grid: FilterChain = { in: [from], filters: [...gridFilters(picture, frameRate), FORGET_ORIENTATION], out: [`${to}g`] };
  const hold: FilterChain = { in: [ready], filters: holdFilters(picture), out: [to] };
  return [grid, ...buildPictureChains(picture, `${to}g`, ready), hold];
}

/**
 * `round=up` shows a frame from the first output time at or after its own. In microseconds, with the first shown time moved to 0: given it as
 * `start_time`, `fps` would count its end from another place and lose the last frame.
 */
export function gridFilters({ firstFrameSeconds, sourceFrameCount }: Pick<VideoPicture, 'firstFrameSeconds' | 'sourceFrameCount'>, frameRate: Rational): Filter[] {
  const firstFrameMicroseconds = Math.round((firstFrameSeconds + TIME_STAMP_TOLERANCE_SECONDS) * 1e6);
  return [
    filter('settb', { expr: 'AVTB' }),
    filter('setpts', { expr: `PTS-(${firstFrameMicroseconds})` }),
    filter('fps', { fps: `${frameRate.numerator}/${frameRate.denominator}`, start_time: 0, round: 'up' }),
    filter('trim', { end_frame: sourceFrameCount }),
  ];
}

/** After preparation, so that the held frame is prepared once. Files end a little before or after what they say: it is held whatever comes. */
function holdFilters({ frameCount, loop }: VideoPicture): Filter[] {
  if (loop !== null) return [...loopFilters(loop, frameCount), filter('setpts', { expr: 'N' })];
  return [HOLD, filter('trim', { end_frame: frameCount }), filter('setpts', { expr: 'N' })];
}

const HOLD = filter('tpad', { stop_mode: 'clone', stop: -1 });

/** The frames of one round, kept as they are and given again and again, until there are `frameCount`. */
export function loopFilters(loop: NonNullable<VideoPicture['loop']>, frameCount: number): Filter[] {
  return [
    HOLD,
    filter('trim', { end_frame: loop.frameCount }),
    filter('loop', { loop: -1, size: loop.frameCount }),
    filter('trim', { start_frame: loop.firstFrame, end_frame: loop.firstFrame + frameCount }),
  ];
}

/** FFmpeg hands a rotation tag through the graph; it must not reach an output that is upright already. */
export const FORGET_ORIENTATION = filter('sidedata', { mode: 'delete', type: 'DISPLAYMATRIX' });
