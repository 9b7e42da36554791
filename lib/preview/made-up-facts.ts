/** Facts of a medium that could not be read, so that the rest of the composition can be shown: a usual size, and five seconds. */
import type { MediaFacts, PictureFacts } from '#lib/composition/media-facts';
import type { MediaKind } from '#lib/composition/sources';
import { FFMPEG_UNKNOWN } from '#lib/preview/ffmpeg-unknown';

const SECONDS = 5;

const PICTURE: PictureFacts = {
  ...FFMPEG_UNKNOWN,
  codedWidthPx: 1280, codedHeightPx: 720, widthPx: 1280, heightPx: 720,
  orientation: 1,
  hasAlpha: true,
  colorMatrix: 'bt709',
  colorRange: 'tv',
};

export function makeUpFacts(kind: MediaKind): MediaFacts {
  switch (kind) {
    case 'image':
      return { kind, ...PICTURE };
    case 'video':
      return { kind, ...PICTURE, durationSeconds: SECONDS, startSeconds: 0, frameRate: null, sound: null };
    case 'audio':
      return { kind, demuxer: '', sound: { codec: '', profile: null, channels: 2, sampleRateHz: 48_000, startSeconds: 0, durationSeconds: SECONDS, primingSeconds: 0, streamIndex: 0 } };
    default:
      return kind satisfies never;
  }
}
