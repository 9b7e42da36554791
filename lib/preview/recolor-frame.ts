/**
 * Gives a decoded frame the colours that the facts decided on: WebCodecs takes untagged video for bt709 and converts primaries and transfer,
 * FFmpeg and the renderer do neither.
 */
import type { PictureFacts } from '#lib/composition/media-facts';

type ColorFacts = Pick<PictureFacts, 'colorMatrix' | 'colorRange'>;

const MATRICES: Readonly<Record<PictureFacts['colorMatrix'], VideoMatrixCoefficients>> = {
  bt601: 'smpte170m',
  bt709: 'bt709',
  // Newer than TypeScript's list.
  bt2020: 'bt2020-ncl' as VideoMatrixCoefficients,
  rgb: 'rgb',
};

/** The frame itself where its colours are right, or cannot be read; else a copy of it. The frame given is then closed, as it is when this rejects. */
export async function recolorFrame(frame: VideoFrame, facts: ColorFacts): Promise<VideoFrame> {
  const { format, timestamp, displayWidth, displayHeight, visibleRect } = frame;
  if (format === null || visibleRect === null || !isYuv(format) || isColoredAs(frame.colorSpace, facts)) return frame;
  try {
    const bytes = new Uint8Array(frame.allocationSize());
    const layout = await frame.copyTo(bytes);
    const colorSpace: VideoColorSpaceInit = { primaries: 'bt709', transfer: 'bt709', matrix: MATRICES[facts.colorMatrix], fullRange: facts.colorRange === 'pc' };
    return new VideoFrame(bytes, { format, codedWidth: visibleRect.width, codedHeight: visibleRect.height, layout, timestamp, displayWidth, displayHeight, colorSpace });
  } finally {
    frame.close();
  }
}

const isYuv = (format: VideoPixelFormat): boolean => format === 'NV12' || format.startsWith('I4');

function isColoredAs({ matrix, fullRange, primaries, transfer }: VideoColorSpace, { colorMatrix, colorRange }: ColorFacts): boolean {
  return matrix === MATRICES[colorMatrix] && fullRange === (colorRange === 'pc') && primaries === 'bt709' && transfer === 'bt709';
}
