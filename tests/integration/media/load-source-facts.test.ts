/** The facts found in real files of every kind that is let in. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageFacts, VideoFacts } from '#lib/composition/media-facts';
import { makeMedia, type MediaSpec } from '#tests/support/make-media';
import { startMediaServer, type MediaServer } from '#tests/support/media-server';
import '#tests/support/placeholder-config';
import { loadSource, type LocalMedia } from '#worker/media/load-source';

let served: string;
let target: string;
let server: MediaServer;

beforeAll(async () => {
  served = await mkdtemp(join(tmpdir(), 'served-'));
  target = await mkdtemp(join(tmpdir(), 'target-'));
  server = await startMediaServer(served);
});
afterAll(async () => {
  await server.close();
  await Promise.all([served, target].map((folder) => rm(folder, { recursive: true })));
});

const load = (name: string, expectedKind: 'video' | 'image'): Promise<LocalMedia> =>
  loadSource({
    source: server.url(name),
    expectedKind,
    directory: target,
    timeoutSeconds: 20,
    sizeBytesMax: 100 * 1024 * 1024,
    allowHosts: [server.host],
    signal: new AbortController().signal,
    onBytes: () => undefined,
  });
const loadVideo = async (name: string): Promise<VideoFacts> => (await load(name, 'video')).facts as VideoFacts;
const loadImage = async (name: string): Promise<ImageFacts> => (await load(name, 'image')).facts as ImageFacts;
const make = (name: string, spec: Partial<MediaSpec>): Promise<string> => makeMedia(served, name, { picture: 'testsrc', ...spec });
const run = promisify(execFile);
const ffmpeg = (...args: string[]) => run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', '-y', ...args], { cwd: served });

describe('a loaded source', () => {
  it('lies unchanged in the folder, under a name of our own with the extension of its content', async () => {
    await make('clip.mp4', {});
    await ffmpeg('-i', 'clip.mp4', '-c', 'copy', '-f', 'matroska', 'really-matroska.mp4');
    const media = await load('really-matroska.mp4', 'video');
    expect(basename(media.path)).toMatch(/^video-[0-9a-f]{16}\.mkv$/);
    expect(media.source).toBe(server.url('really-matroska.mp4'));
    expect(await readFile(media.path)).toEqual(await readFile(join(served, 'really-matroska.mp4')));
    expect(media.sizeBytes).toBe((await stat(media.path)).size);
    expect(media.facts.demuxer).toBe('matroska');
  });
});

describe('containers', () => {
  it.each([
    ['mp4', 'mov', ['-c', 'copy']],
    ['fragmented.mp4', 'mov', ['-c', 'copy', '-movflags', 'frag_keyframe+empty_moov']],
    ['mov', 'mov', ['-c:v', 'prores_ks']],
    ['mkv', 'matroska', ['-c', 'copy']],
    ['recorded.mkv', 'matroska', ['-c', 'copy', '-f', 'matroska', '-live', '1']],
    ['webm', 'matroska', ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus']],
    ['avi', 'avi', ['-c:v', 'mpeg4', '-c:a', 'mp3']],
    ['ts', 'mpegts', ['-c', 'copy']],
    ['gif', 'gif', []],
  ])('the length of a .%s is found', async (extension, demuxer, args) => {
    await make('two-seconds.mp4', { seconds: 2, frameRate: '25', sound: {}, widthPx: 160, heightPx: 90 });
    await ffmpeg('-i', 'two-seconds.mp4', ...args, `container.${extension}`);
    const facts = await loadVideo(`container.${extension}`);
    expect(facts).toMatchObject({ kind: 'video', demuxer, widthPx: 160, heightPx: 90 });
    expect(facts.durationSeconds).toBeGreaterThan(1.95);
    expect(facts.durationSeconds).toBeLessThan(2.09);
    if (extension !== 'gif') expect(facts.sound?.durationSeconds).toBeCloseTo(2, 0);
  });

  it('the start of a file whose times do not begin at zero', async () => {
    await make('late.mkv', { startSeconds: 5, seconds: 2 });
    const facts = await loadVideo('late.mkv');
    expect(facts.startSeconds).toBeCloseTo(5, 1);
    expect(facts.durationSeconds).toBeCloseTo(2, 1);
  });

  it('a part copied out of a longer file, which begins by an edit list', async () => {
    await make('long.mp4', { seconds: 6, gopFrames: 60, sound: {} });
    await ffmpeg('-ss', '2.5', '-i', 'long.mp4', '-t', '2', '-c', 'copy', 'part.mp4');
    const facts = await loadVideo('part.mp4');
    expect(facts.durationSeconds).toBeGreaterThan(1.9);
    expect(facts.durationSeconds).toBeLessThan(2.6);
  });

  it('a stream that is never key again, and one whose key picture is cut off by an edit list', async () => {
    const source = ['-f', 'lavfi', '-i', 'testsrc2=d=3', '-c:v', 'libx264'];
    await ffmpeg(...source, '-x264-params', 'intra-refresh=1:keyint=60', 'refreshed.mp4');
    await ffmpeg(...source, '-bf', '3', 'one-key.mp4');
    await ffmpeg('-ss', '1.7', '-i', 'one-key.mp4', '-t', '1', '-c', 'copy', 'no-shown-key.mp4');
    expect((await loadVideo('refreshed.mp4')).durationSeconds).toBeCloseTo(3, 1);
    expect((await loadVideo('no-shown-key.mp4')).durationSeconds).toBeCloseTo(1, 0);
  });

  it('a video of a single frame lasts as long as one', async () => {
    await make('one-frame.mp4', { seconds: 0.04, frameRate: '25' });
    expect((await loadVideo('one-frame.mp4')).durationSeconds).toBeCloseTo(0.04, 2);
  });
});

describe('pictures', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)('orientation %i of a video and of a JPEG', async (orientation) => {
    await make('turned.mp4', { orientation, seconds: 0.2 });
    await make('turned.jpg', { orientation });
    const isSideways = orientation >= 5;
    const expected = { orientation, codedWidthPx: 320, codedHeightPx: 180, widthPx: isSideways ? 180 : 320, heightPx: isSideways ? 320 : 180 };
    expect(await loadVideo('turned.mp4')).toMatchObject(expected);
    expect(await loadImage('turned.jpg')).toMatchObject(expected);
  });

  it('a WebP with an EXIF orientation', async () => {
    await make('plain.webp', {});
    await writeFile(join(served, 'turned.webp'), addExifToWebp(await readFile(join(served, 'plain.webp')), { orientation: 6, widthPx: 320, heightPx: 180 }));
    expect(await loadImage('turned.webp')).toMatchObject({ orientation: 6, widthPx: 180, heightPx: 320 });
  });

  it('pixels that are not square make the picture larger, never smaller, before it is turned', async () => {
    await make('wide-pixels.mp4', { pixelAspect: '4/3', seconds: 0.2 });
    await make('tall-pixels.mp4', { pixelAspect: '3/4', seconds: 0.2 });
    await make('turned-pixels.mp4', { pixelAspect: '4/3', seconds: 0.2, orientation: 6 });
    expect(await loadVideo('wide-pixels.mp4')).toMatchObject({ codedWidthPx: 320, widthPx: 427, heightPx: 180 });
    expect(await loadVideo('tall-pixels.mp4')).toMatchObject({ codedWidthPx: 320, widthPx: 320, heightPx: 240 });
    expect(await loadVideo('turned-pixels.mp4')).toMatchObject({ widthPx: 180, heightPx: 427 });
  });

  it('odd sizes stay odd', async () => {
    await make('odd.mp4', { picture: 'counter', widthPx: 321, heightPx: 181, seconds: 0.2 });
    await make('odd.png', { picture: 'counter', widthPx: 33, heightPx: 21 });
    expect(await loadVideo('odd.mp4')).toMatchObject({ widthPx: 321, heightPx: 181 });
    expect(await loadImage('odd.png')).toMatchObject({ widthPx: 33, heightPx: 21 });
  });

  it('alpha is found where the pixel format does not show it, with the decoder that keeps it', async () => {
    const alpha = { hasAlpha: true, seconds: 0.2 };
    await make('vp9.webm', alpha);
    await make('vp8.webm', { ...alpha, videoCodec: 'libvpx' });
    await make('prores.mov', alpha);
    await make('alpha.png', { hasAlpha: true });
    await make('opaque.webm', { seconds: 0.2 });
    await make('opaque.jpg', {});
    expect(await loadVideo('vp9.webm')).toMatchObject({ hasAlpha: true, codec: 'vp9', decoder: 'libvpx-vp9' });
    expect(await loadVideo('vp8.webm')).toMatchObject({ hasAlpha: true, codec: 'vp8', decoder: 'libvpx' });
    expect(await loadVideo('prores.mov')).toMatchObject({ hasAlpha: true, codec: 'prores', decoder: null });
    expect(await loadImage('alpha.png')).toMatchObject({ hasAlpha: true, codec: 'png', decoder: null });
    expect(await loadVideo('opaque.webm')).toMatchObject({ hasAlpha: false, decoder: null });
    expect(await loadImage('opaque.jpg')).toMatchObject({ hasAlpha: false });
  });

  it('colours are decided: by the tags, else by size and format', async () => {
    const untagged = ['-c:v', 'libx264', '-preset', 'ultrafast', '-t', '0.2'];
    await make('tagged.mp4', { seconds: 0.2 });
    await ffmpeg('-f', 'lavfi', '-i', 'testsrc=s=320x240', ...untagged, '-pix_fmt', 'yuv420p', 'small.mp4');
    await ffmpeg('-f', 'lavfi', '-i', 'testsrc=s=1280x720', ...untagged, '-pix_fmt', 'yuv420p', 'large.mp4');
    await ffmpeg('-f', 'lavfi', '-i', 'testsrc=s=320x240', ...untagged, '-pix_fmt', 'yuvj420p', 'full.mp4');
    await make('photo.jpg', {});
    await make('drawing.png', {});
    expect(await loadVideo('tagged.mp4')).toMatchObject({ colorMatrix: 'bt709', colorRange: 'tv' });
    expect(await loadVideo('small.mp4')).toMatchObject({ colorMatrix: 'bt601', colorRange: 'tv' });
    expect(await loadVideo('large.mp4')).toMatchObject({ colorMatrix: 'bt709', colorRange: 'tv' });
    expect(await loadVideo('full.mp4')).toMatchObject({ colorRange: 'pc' });
    expect(await loadImage('photo.jpg')).toMatchObject({ colorMatrix: 'bt601', colorRange: 'pc' });
    expect(await loadImage('drawing.png')).toMatchObject({ colorMatrix: 'rgb', colorRange: 'pc' });
  });

  it('a GIF is a video to a video element, and its first frame to an image element', async () => {
    await make('moving.gif', { seconds: 1, frameRate: '10' });
    expect(await loadVideo('moving.gif')).toMatchObject({ kind: 'video', demuxer: 'gif', durationSeconds: 1 });
    expect(await loadImage('moving.gif')).toMatchObject({ kind: 'image', demuxer: 'gif', widthPx: 320 });
  });

  it('the cover of an album is not taken for the picture, wherever it stands', async () => {
    await make('film.mp4', { seconds: 1, widthPx: 160, heightPx: 90 });
    await make('cover.jpg', { widthPx: 300, heightPx: 300 });
    await ffmpeg('-i', 'cover.jpg', '-i', 'film.mp4', '-map', '0', '-map', '1', '-c', 'copy', '-disposition:v:0', 'attached_pic', 'covered.mp4');
    expect(await loadVideo('covered.mp4')).toMatchObject({ codec: 'h264', widthPx: 160, durationSeconds: 1 });
  });
});

describe('rates and sound', () => {
  it('a constant rate is exact', async () => {
    await make('ntsc.mp4', { frameRate: '30000/1001' });
    expect((await loadVideo('ntsc.mp4')).frameRate).toEqual({ numerator: 30000, denominator: 1001 });
  });

  it('a variable rate is the average one', async () => {
    await make('uneven.mp4', { isVariableRate: true, seconds: 2 });
    const { frameRate, durationSeconds } = await loadVideo('uneven.mp4');
    const rate = frameRate!.numerator / frameRate!.denominator;
    // 60 frames; five frames' time is left out after every ten.
    expect(rate).toBeGreaterThan(19);
    expect(rate).toBeLessThan(23);
    expect(durationSeconds).toBeCloseTo(60 / rate, 1);
  });

  it.each([1, 2, 6] as const)('%i channels', async (channels) => {
    await make('sound.mp4', { seconds: 1, sound: { channels } });
    const { sound } = await loadVideo('sound.mp4');
    expect(sound).toMatchObject({ codec: 'aac', channels, sampleRateHz: 48000 });
    expect(sound!.durationSeconds).toBeCloseTo(1, 1);
  });

  it('no sound is null', async () => {
    await make('silent.mp4', {});
    expect((await loadVideo('silent.mp4')).sound).toBeNull();
  });

  it('sound that is longer than the picture keeps its own length', async () => {
    await make('longer-sound.mp4', { seconds: 1, sound: { seconds: 3 } });
    const { durationSeconds, sound } = await loadVideo('longer-sound.mp4');
    expect(durationSeconds).toBeCloseTo(1, 1);
    expect(sound!.durationSeconds).toBeCloseTo(3, 1);
  });
});

interface WebpExif {
  orientation: number;
  widthPx: number;
  heightPx: number;
}

/** Wraps a simple WebP into the extended format with an EXIF chunk of one tag. */
function addExifToWebp(webp: Buffer, { orientation, widthPx, heightPx }: WebpExif): Buffer {
  const exif = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]);
  const chunk = (type: string, content: Buffer): Buffer => {
    const header = Buffer.from(`${type}\0\0\0\0`, 'latin1');
    header.writeUInt32LE(content.length, 4);
    return Buffer.concat([header, content]);
  };
  const extended = Buffer.alloc(10);
  extended[0] = 8;
  extended.writeUIntLE(widthPx - 1, 4, 3);
  extended.writeUIntLE(heightPx - 1, 7, 3);
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', extended), webp.subarray(12), chunk('EXIF', exif)]));
}
