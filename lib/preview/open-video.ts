/** The way a browser can read a video: an address and its facts in, the reader out that shows the renderer's frames best. */
import type { Input } from 'mediabunny';
import type { VideoFacts } from '#lib/composition/media-facts';
import { AnimatedImage } from '#lib/preview/animated-image';
import { DecodedVideo } from '#lib/preview/decoded-video';
import { ElementVideo } from '#lib/preview/element-video';
import { VideoFrames } from '#lib/preview/video-frames';
import type { VideoReader } from '#lib/preview/video-reader';

/** Throws, with a sentence, when this browser cannot show the video. `input` is the source's; it stays the caller's. */
export async function openVideo(source: string, input: Input, facts: VideoFacts): Promise<VideoReader> {
  if (facts.demuxer === 'gif') return AnimatedImage.open(source, facts);
  try {
    return await openDecoded(input, facts);
  } catch (error) {
    return ElementVideo.open(source, facts).catch(() => {
      throw error;
    });
  }
}

async function openDecoded(input: Input, facts: VideoFacts): Promise<VideoReader> {
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new Error('The file has no picture');
  if (typeof VideoDecoder === 'undefined' || !(await track.canDecode())) throw new Error('This browser cannot decode the video');
  return new DecodedVideo(await VideoFrames.open(track), facts);
}
