/**
 * The media of the contract tests: made by FFmpeg in a temporary folder, served where the product is allowed to fetch them.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { makeMedia } from '#tests/support/make-media';
import { type MediaServer, startMediaServer } from '#tests/support/media-server';

export interface ContractMedia {
  server: MediaServer;
  /** 480 x 640. */
  image: string;
  /** 2 s of 640 x 360 with sound. */
  video: string;
  /** The image, arriving over that many seconds. */
  slowImage(seconds: number): string;
}

/** Ready from the first test of the calling file on, gone after its last. */
export function useMedia(): ContractMedia {
  const media = {} as ContractMedia;
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'videogen-contract-'));
    const imagePath = await makeMedia(directory, 'photo.png', { picture: 'testsrc', widthPx: 480, heightPx: 640 });
    await makeMedia(directory, 'clip.mp4', { picture: 'counter', widthPx: 640, heightPx: 360, seconds: 2, sound: {} });
    const { size } = await stat(imagePath);
    const server = await startMediaServer(directory, inject('mediaPort'));
    Object.assign(media, {
      server,
      image: server.url('photo.png'),
      video: server.url('clip.mp4'),
      slowImage: (seconds: number) => server.url(`slow?file=photo.png&bytesPerSecond=${Math.ceil(size / seconds)}`),
    });
  });
  afterAll(async () => {
    await media.server?.close();
    await rm(directory, { recursive: true, force: true });
  });
  return media;
}
