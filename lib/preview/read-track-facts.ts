/** The facts of videos and sounds as mediabunny reads them, by the rules of the server's probe. */
import type { Input, InputAudioTrack, InputVideoTrack, TransformationMatrix } from 'mediabunny';
import type { AudioFacts, Orientation, PictureFacts, SoundFacts, VideoFacts } from '#lib/composition/media-facts';
import { AnimatedImage } from '#lib/preview/animated-image';
import { ElementVideo } from '#lib/preview/element-video';
import { FFMPEG_UNKNOWN } from '#lib/preview/ffmpeg-unknown';

/** Untagged video is bt709 from so many lines up, else bt601: as the server decides. */
const HIGH_DEFINITION_LINES = 720;

const COLOR_MATRICES: Readonly<Record<string, PictureFacts['colorMatrix']>> = { bt709: 'bt709', smpte170m: 'bt601', bt470bg: 'bt601', 'bt2020-ncl': 'bt2020', rgb: 'rgb' };

/** Throws when the source is no video for this browser. */
export async function readVideoFacts(source: string, input: Input): Promise<VideoFacts> {
  const track = await input.getPrimaryVideoTrack().catch(() => null);
  if (track === null) return readForeignFacts(source);
  const [startSeconds, endSeconds, sound] = await Promise.all([track.getFirstTimestamp(), track.computeDuration(), input.getPrimaryAudioTrack()]);
  const durationSeconds = endSeconds - startSeconds;
  return { kind: 'video', ...(await readPictureFacts(track)), durationSeconds, startSeconds, frameRate: null, sound: sound === null ? null : await readSoundFacts(sound) };
}

/** Throws when the file has no sound that can be read. */
export async function readAudioFacts(input: Input): Promise<AudioFacts> {
  const track = await input.getPrimaryAudioTrack();
  if (track === null) throw new Error('The file has no sound');
  return { kind: 'audio', sound: await readSoundFacts(track), demuxer: '' };
}

async function readPictureFacts(track: InputVideoTrack): Promise<PictureFacts> {
  const [codedWidthPx, codedHeightPx, squareWidthPx, squareHeightPx] = await Promise.all([track.getCodedWidth(), track.getCodedHeight(), track.getSquarePixelWidth(), track.getSquarePixelHeight()]);
  const [matrix, color, hasAlpha] = await Promise.all([track.getTransformationMatrix(), track.getColorSpace(), track.canBeTransparent()]);
  const orientation = toOrientation(matrix);
  const isSideways = orientation >= 5;
  return {
    ...FFMPEG_UNKNOWN,
    codedWidthPx,
    codedHeightPx,
    widthPx: isSideways ? squareHeightPx : squareWidthPx,
    heightPx: isSideways ? squareWidthPx : squareHeightPx,
    orientation,
    hasAlpha,
    colorMatrix: COLOR_MATRICES[color.matrix ?? ''] ?? (codedHeightPx >= HIGH_DEFINITION_LINES ? 'bt709' : 'bt601'),
    colorRange: color.fullRange === true ? 'pc' : 'tv',
  };
}

async function readSoundFacts(track: InputAudioTrack): Promise<SoundFacts> {
  const [channels, sampleRateHz, firstSeconds, endSeconds] = await Promise.all([track.getNumberOfChannels(), track.getSampleRate(), track.getFirstTimestamp(), track.computeDuration()]);
  // What stands before 0 is for the decoder to get going, and is not heard.
  const startSeconds = Math.max(0, firstSeconds);
  return { codec: '', profile: null, channels, sampleRateHz, startSeconds, durationSeconds: endSeconds - startSeconds, primingSeconds: startSeconds - firstSeconds, streamIndex: 0 };
}

/** [a, b, c, d] of each orientation: x' = ax + cy, y' = bx + dy. */
const ORIENTATIONS: Readonly<Record<string, Orientation>> = {
  '1,0,0,1': 1, '-1,0,0,1': 2, '-1,0,0,-1': 3, '1,0,0,-1': 4, '0,1,1,0': 5, '0,1,-1,0': 6, '0,-1,-1,0': 7, '0,-1,1,0': 8,
};

/** Upright where the matrix is neither a quarter turn nor a mirror. */
function toOrientation([a, b, , c, d]: TransformationMatrix): Orientation {
  return ORIENTATIONS[[a, b, c, d].map((value) => Math.sign(Math.round(value))).join()] ?? 1;
}

/** Of what mediabunny does not read: an animated GIF, or what the browser's own player takes. */
async function readForeignFacts(source: string): Promise<VideoFacts> {
  const known = (await AnimatedImage.measure(source).catch(() => null)) ?? (await ElementVideo.measure(source));
  const { widthPx, heightPx, durationSeconds, demuxer } = known;
  return {
    kind: 'video',
    ...FFMPEG_UNKNOWN,
    codedWidthPx: widthPx, codedHeightPx: heightPx, widthPx, heightPx,
    orientation: 1,
    hasAlpha: true,
    colorMatrix: 'bt709',
    colorRange: 'tv',
    durationSeconds,
    startSeconds: 0,
    frameRate: null,
    sound: null,
    demuxer,
  };
}
