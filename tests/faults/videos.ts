/**
 * The jobs that faults are tried on: media that are made once, and a few compositions of two to four seconds of rendering which between
 * them download, draw, encode and upload, one of them in several parts. In: a folder and where its files are served. Out: compositions.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Composition } from '#lib/composition/schema/composition';
import { getFfmpegConfig } from '#lib/config';
import { makeMedia } from '#tests/support/make-media';

const run = promisify(execFile);

export async function makeFaultMedia(directory: string): Promise<void> {
  await Promise.all([
    makeMedia(directory, 'still.png', { picture: 'quadrants', widthPx: 640, heightPx: 360 }),
    makeMedia(directory, 'clip.mp4', { picture: 'testsrc', widthPx: 640, heightPx: 360, seconds: 4, sound: {} }),
    // Noise cannot be compressed: a short video of it is uploaded in several parts.
    run(getFfmpegConfig().ffmpegPath, [
      '-v', 'error', '-f', 'lavfi', '-i', 'color=gray:size=640x360:rate=30:duration=3,noise=alls=100:allf=t', '-pix_fmt', 'yuv420p', '-preset', 'ultrafast', '-crf', '30', join(directory, 'noise.mp4'),
    ]),
  ]);
}

/** How a client learns of the end: by the POST that waits, by asking again and again, or by the events. */
export type Way = 'wait' | 'poll' | 'events';

export interface WantedVideo {
  way: Way;
  composition: Composition;
}

/** `origin` is where the media are served, with a slash at the end. */
export function listVideos(origin: string): WantedVideo[] {
  const still = { id: 'still', type: 'image', source: `${origin}still.png`, track: 1, time: 0 } as const;
  return [
    { way: 'wait', composition: { width: 480, height: 640, duration: 2, elements: [still, { id: 'title', type: 'text', text: 'A short one', track: 2 }] } },
    { way: 'poll', composition: { width: 640, height: 360, elements: [{ id: 'noise', type: 'video', source: `${origin}noise.mp4` }] } },
    { way: 'events', composition: { width: 1280, height: 720, elements: [{ id: 'clip', type: 'video', source: `${origin}clip.mp4` }] } },
    {
      way: 'wait',
      composition: {
        width: 640,
        height: 360,
        duration: 3,
        elements: [still, { id: 'words', type: 'text', text: 'Drawn for each frame', track: 2, animations: [{ type: 'slide', direction: 'up', time: 'start', duration: 2.5 }] }],
      },
    },
  ];
}

/** One more, which is asked for in the middle of the harm. */
export function lateVideo(origin: string): WantedVideo {
  return { way: 'poll', composition: { width: 320, height: 180, duration: 1, elements: [{ id: 'late', type: 'image', source: `${origin}still.png` }] } };
}
