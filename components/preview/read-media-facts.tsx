/**
 * What the browser itself can find out about a source: its address and kind in, facts for the resolver out.
 * Only size and length are read; the rest (codecs, colours) matters to the renderer alone, whose own probe has the last word.
 */
import type { AudioFacts, ImageFacts, MediaFacts, PictureFacts, VideoFacts } from '#lib/composition/media-facts';
import type { MediaKind } from '#lib/composition/sources';

const PATIENCE_MS = 15_000;

export async function readMediaFacts(kind: MediaKind, source: string, signal: AbortSignal): Promise<MediaFacts> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  switch (kind) {
    case 'image':
      return readImageFacts(source, bounded);
    case 'video':
      return readVideoFacts(source, bounded);
    case 'audio':
      return readAudioFacts(source, bounded);
    default:
      return kind satisfies never;
  }
}

async function readAudioFacts(source: string, signal: AbortSignal): Promise<AudioFacts> {
  const audio = document.createElement('audio');
  audio.preload = 'metadata';
  await arrival(audio, 'loadedmetadata', signal, () => (audio.src = source));
  const durationSeconds = audio.duration;
  audio.removeAttribute('src');
  audio.load();
  const sound = { codec: '', profile: null, channels: 2, sampleRateHz: 48_000, startSeconds: 0, durationSeconds, primingSeconds: 0, streamIndex: 0 };
  return { kind: 'audio', sound, demuxer: '' };
}

async function readImageFacts(source: string, signal: AbortSignal): Promise<ImageFacts> {
  const image = new Image();
  await arrival(image, 'load', signal, () => (image.src = source));
  return { kind: 'image', ...toPictureFacts(image.naturalWidth, image.naturalHeight) };
}

async function readVideoFacts(source: string, signal: AbortSignal): Promise<VideoFacts> {
  const video = document.createElement('video');
  video.preload = 'metadata';
  video.muted = true;
  await arrival(video, 'loadedmetadata', signal, () => (video.src = source));
  const facts = { ...toPictureFacts(video.videoWidth, video.videoHeight), durationSeconds: video.duration, startSeconds: 0, frameRate: null, sound: null };
  // Lets go of the connection; the preview's own element loads what it shows.
  video.removeAttribute('src');
  video.load();
  return { kind: 'video', ...facts };
}

function toPictureFacts(widthPx: number, heightPx: number): PictureFacts {
  return {
    codedWidthPx: widthPx,
    codedHeightPx: heightPx,
    widthPx,
    heightPx,
    orientation: 1,
    hasAlpha: true,
    codec: '',
    decoder: null,
    pixelFormat: '',
    colorMatrix: 'bt709',
    colorRange: 'tv',
    streamIndex: 0,
    demuxer: '',
  };
}

/** Resolves with the event, rejects with an error event or with the signal. */
function arrival(element: HTMLElement, eventName: string, signal: AbortSignal, start: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener(eventName, () => resolve(), { once: true });
    element.addEventListener('error', () => reject(new Error('The browser cannot show this source')), { once: true });
    signal.addEventListener('abort', () => reject(new Error('The source did not arrive in time')), { once: true });
    start();
  });
}
