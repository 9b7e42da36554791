/** Made-up facts and short ways to a resolved timeline for the tests of the core. */
import { parseComposition } from '#lib/composition/parse';
import type { AudioFacts, ImageFacts, MediaFacts, MediaFactsBySource, PictureFacts, SoundFacts, VideoFacts } from '#lib/composition/media-facts';
import { resolve, type ResolveResult } from '#lib/composition/resolve';
import type { Composition, Element } from '#lib/composition/schema/composition';
import { listSources, mediaKey } from '#lib/composition/sources';
import type { Sound, Timeline } from '#lib/composition/timeline';

export const PHOTO = 'https://example.com/photo.jpg';
export const CLIP = 'https://example.com/clip.mp4';
export const SONG = 'https://example.com/song.mp3';

const pictureFacts: PictureFacts = {
  codedWidthPx: 640,
  codedHeightPx: 480,
  widthPx: 640,
  heightPx: 480,
  orientation: 1,
  hasAlpha: false,
  codec: 'h264',
  decoder: null,
  pixelFormat: 'yuv420p',
  colorMatrix: 'bt709',
  colorRange: 'tv',
  streamIndex: 0,
  demuxer: 'mov',
};

export function soundFacts(changes: Partial<SoundFacts> = {}): SoundFacts {
  return { codec: 'aac', profile: 'LC', channels: 2, sampleRateHz: 48_000, startSeconds: 0, durationSeconds: 10, primingSeconds: 0, streamIndex: 1, ...changes };
}

export function imageFacts(changes: Partial<ImageFacts> = {}): ImageFacts {
  return { ...pictureFacts, kind: 'image', ...changes };
}

/** 10 s long, with 10 s of sound. */
export function videoFacts(changes: Partial<VideoFacts> = {}): VideoFacts {
  return { ...pictureFacts, kind: 'video', durationSeconds: 10, startSeconds: 0, frameRate: { numerator: 30, denominator: 1 }, sound: soundFacts(), ...changes };
}

/** 10 s of sound. */
export function audioFacts(changes: Partial<SoundFacts> = {}): AudioFacts {
  return { kind: 'audio', sound: soundFacts({ codec: 'mp3', profile: null, streamIndex: 0, ...changes }), demuxer: 'mp3' };
}

/** The whole of a clip's 10 s, as they are. */
export function soundOf(changes: Partial<Sound> = {}): Sound {
  return {
    elementId: 'v', track: 1, source: CLIP, kind: 'video', startSeconds: 0, durationSeconds: 10, trimStartSeconds: 0, loopSeconds: null,
    volume: 1, envelope: null, fadeInSeconds: 0, fadeInCurve: 'linear', fadeOutSeconds: 0, fadeOutCurve: 'linear', ...changes,
  };
}

export interface FactsByKind {
  image?: MediaFacts;
  video?: MediaFacts;
  audio?: MediaFacts;
}

/** The same facts for every source of a kind. */
export function factsOf(composition: Composition, { image = imageFacts(), video = videoFacts(), audio = audioFacts() }: FactsByKind = {}): MediaFactsBySource {
  return new Map(listSources(composition).map(({ kind, source }) => [mediaKey(kind, source), { image, video, audio }[kind]]));
}

/** A 1000 x 500 canvas at 10 frames a second, so that expected values are easy to read. */
export function compositionOf(elements: unknown[], changes: Record<string, unknown> = {}): Composition {
  const parsed = parseComposition({ width: 1000, height: 500, frame_rate: 10, elements, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.composition;
}

export function resolveWith(composition: Composition, facts?: FactsByKind): ResolveResult {
  return resolve(composition, factsOf(composition, facts));
}

export function timelineOf(composition: Composition, facts?: FactsByKind): Timeline {
  const result = resolveWith(composition, facts);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.timeline;
}

export const image = (changes: Partial<Element> & Record<string, unknown> = {}) => ({ type: 'image', source: PHOTO, ...changes });
export const video = (changes: Partial<Element> & Record<string, unknown> = {}) => ({ type: 'video', source: CLIP, ...changes });
export const audio = (changes: Partial<Element> & Record<string, unknown> = {}) => ({ type: 'audio', source: SONG, ...changes });

/** The contract's simple job. */
export const VALID_BODY = { output_format: 'mp4', width: 480, height: 640, elements: [{ id: 'photo', type: 'image', track: 1, source: PHOTO, x: '10%' }] };

/** A body that is right but for the given properties of its one video element. */
export const withElement = (properties: Record<string, unknown>) => ({ width: 640, height: 480, elements: [video(properties)] });

/** Path to message of every problem of a body; empty when it is accepted. */
export function problemsOf(body: unknown): Record<string, string> {
  const result = parseComposition(body);
  return result.ok ? {} : Object.fromEntries(result.problems.map(({ path, message }) => [path, message]));
}
