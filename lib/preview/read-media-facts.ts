/**
 * What the browser itself can find out about a source: its address and kind in, facts for the resolver out. The server's probe has the last word;
 * these are for a preview before it has spoken, and decide colours, orientation and times by the same rules.
 */
import type { ImageFacts, MediaFacts } from '#lib/composition/media-facts';
import type { MediaKind } from '#lib/composition/sources';
import { toMediaUrl } from '#lib/composition/upload-source';
import { FFMPEG_UNKNOWN } from '#lib/preview/ffmpeg-unknown';
import { lookIntoImage } from '#lib/preview/look-into-image';
import { MediaInputs } from '#lib/preview/media-inputs';
import { readAudioFacts, readVideoFacts } from '#lib/preview/read-track-facts';

const PATIENCE_MS = 15_000;

/** Rejects, with a sentence without its full stop, when the browser cannot show or hear the source. */
export async function readMediaFacts(kind: MediaKind, source: string, signal: AbortSignal): Promise<MediaFacts> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const inputs = new MediaInputs();
  try {
    return await Promise.race([read(kind, source, { inputs, signal: bounded }), rejectOn(bounded)]);
  } finally {
    inputs.close();
  }
}

async function read(kind: MediaKind, source: string, { inputs, signal }: { inputs: MediaInputs; signal: AbortSignal }): Promise<MediaFacts> {
  switch (kind) {
    case 'image':
      return readImageFacts(toMediaUrl(source), signal);
    case 'video':
      return readVideoFacts(source, inputs.get(source));
    case 'audio':
      return readAudioFacts(inputs.get(source));
    default:
      return kind satisfies never;
  }
}

async function readImageFacts(url: string, signal: AbortSignal): Promise<ImageFacts> {
  const image = new Image();
  image.src = url;
  await image.decode().catch(() => Promise.reject(new Error('This browser cannot show the image')));
  const { hasAlpha, size } = await lookIntoImage(url, signal);
  const { widthPx, heightPx } = size ?? { widthPx: image.naturalWidth, heightPx: image.naturalHeight };
  return {
    kind: 'image',
    codedWidthPx: widthPx, codedHeightPx: heightPx, widthPx, heightPx,
    // Browsers turn images upright themselves.
    orientation: 1,
    hasAlpha,
    colorMatrix: 'rgb',
    colorRange: 'pc',
    ...FFMPEG_UNKNOWN,
  };
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const onAbort = (): void => reject(new Error('The source did not arrive in time'));
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}
