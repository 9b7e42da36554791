/**
 * A group's scene on the output's clock: layers and sounds that count from the scene's start in; the same moved to the group's start, repeated
 * where it loops and cut at the group's end, out. Motion counts from each layer's own start, so nothing shows other than it did.
 */
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import type { Layer, Sound } from '#lib/composition/timeline';

export interface Repetition {
  /** Of the group. */
  startFrame: number;
  endFrame: number;
  track: number;
  /** Length of the scene. */
  frameCount: number;
  /** After which it begins again; null: it is shown once. */
  periodFrames: number | null;
  frameRate: Rational;
}

/** Bottom to top, each in every round, of which no two are seen at once; what is the same all along is there once. */
export function repeatLayers(layers: readonly Layer[], repetition: Repetition): Layer[] {
  const { startFrame, endFrame, frameCount } = repetition;
  const [rounds, whole] = [listRounds(repetition), { startFrame, endFrame, sceneFrames: frameCount }];
  return layers.flatMap((layer) => (standsThroughout(layer, frameCount) ? [whole] : rounds).flatMap((round) => placeLayer(layer, round) ?? []));
}

/** True when every frame of the scene shows the same of the layer. */
function standsThroughout(layer: Layer, frameCount: number): boolean {
  if (layer.startFrame > 0 || layer.endFrame !== frameCount || layer.motion !== null) return false;
  switch (layer.type) {
    case 'image':
    case 'shape': return true;
    case 'text': return layer.splits === null;
    case 'video': return false;
    case 'group': return layer.layers.every((inner) => standsThroughout(inner, frameCount));
    default: return layer satisfies never;
  }
}

/** On the group's track: those of its scene mean nothing outside. */
export function repeatSounds(sounds: readonly Sound[], repetition: Repetition): Sound[] {
  const { frameRate, track } = repetition;
  return listRounds(repetition).flatMap(({ startFrame, endFrame }) => {
    const startSeconds = frameToSeconds(startFrame, frameRate);
    const endSeconds = frameToSeconds(endFrame, frameRate);
    return sounds.flatMap((sound) => placeSound({ ...sound, track }, startSeconds, endSeconds) ?? []);
  });
}

interface Round {
  startFrame: number;
  endFrame: number;
  /** What lasts to the end of the scene lasts to the end of the round, which rounding may have made a frame longer. */
  sceneFrames: number;
}

function listRounds({ startFrame, endFrame, frameCount, periodFrames }: Repetition): Round[] {
  const rounds: Round[] = [];
  const period = periodFrames ?? endFrame - startFrame;
  for (let start = startFrame; start < endFrame; start += period) rounds.push({ startFrame: start, endFrame: Math.min(start + period, endFrame), sceneFrames: frameCount });
  return rounds;
}

/** Null when it begins only after the end. */
function placeLayer(layer: Layer, round: Round): Layer | null {
  const startFrame = layer.startFrame + round.startFrame;
  if (startFrame >= round.endFrame) return null;
  const endFrame = layer.endFrame === round.sceneFrames ? round.endFrame : Math.min(layer.endFrame + round.startFrame, round.endFrame);
  if (layer.type !== 'group') return { ...layer, startFrame, endFrame };
  return { ...layer, startFrame, endFrame, layers: layer.layers.flatMap((inner) => placeLayer(inner, round) ?? []) };
}

/** Its fade at the end moves to the cut, as at the end of a composition. */
function placeSound(sound: Sound, offsetSeconds: number, endSeconds: number): Sound | null {
  const startSeconds = sound.startSeconds + offsetSeconds;
  if (startSeconds >= endSeconds) return null;
  const durationSeconds = Math.min(sound.durationSeconds, endSeconds - startSeconds);
  return { ...sound, startSeconds, durationSeconds, fadeInSeconds: Math.min(sound.fadeInSeconds, durationSeconds), fadeOutSeconds: Math.min(sound.fadeOutSeconds, durationSeconds) };
}
