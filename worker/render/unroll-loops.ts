/**
 * Videos that repeat, made ready for planning: those of which one round fits into memory stay as they are, and FFmpeg keeps that round; of the others
 * each round becomes a layer of its own, decoded anew. Layers in, layers that show the same out. Pure.
 */
import type { Motion, MotionKeyframe } from '#lib/composition/motion';
import type { Layer, VideoLayer } from '#lib/composition/timeline';

/** Of one round at the size it is shown: 4 s of 1080p, 10 s of 720p. */
const ROUND_BYTES_MAX = 384 * 1024 ** 2;
const YUV420_BYTES_PER_PIXEL = 1.5;

export function unrollLoops(layers: readonly Layer[]): Layer[] {
  return layers.flatMap((layer): Layer[] => {
    if (layer.type === 'group') return [{ ...layer, layers: unrollLoops(layer.layers) }];
    return layer.type === 'video' ? unrollVideo(layer) : [layer];
  });
}

function unrollVideo(layer: VideoLayer): VideoLayer[] {
  const { loopFrames, box, startFrame, endFrame } = layer;
  if (loopFrames === null || loopFrames * box.widthPx * box.heightPx * YUV420_BYTES_PER_PIXEL <= ROUND_BYTES_MAX) return [layer];
  const rounds: VideoLayer[] = [];
  for (let start = startFrame; start < endFrame; start += loopFrames) {
    const motion = layer.motion === null ? null : moveBack(layer.motion, start - startFrame);
    rounds.push({ ...layer, loopFrames: null, startFrame: start, endFrame: Math.min(start + loopFrames, endFrame), motion });
  }
  return rounds;
}

/** Counted from a later frame. */
function moveBack({ channels, clips }: Motion, frames: number): Motion {
  const move = (keyframes: readonly MotionKeyframe[]): MotionKeyframe[] => keyframes.map((keyframe) => ({ ...keyframe, frame: keyframe.frame - frames }));
  return { channels: channels.map((channel) => ({ ...channel, keyframes: move(channel.keyframes) })), clips: clips.map((clip) => ({ ...clip, keyframes: move(clip.keyframes) })) };
}
