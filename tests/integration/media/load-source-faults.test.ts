/** Sources that are not what they say, damaged, too large or of the wrong kind: each has its code, and nothing is left behind. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMedia } from '#tests/support/make-media';
import { startMediaServer, type MediaServer } from '#tests/support/media-server';
import '#tests/support/placeholder-config';
import { loadSource } from '#worker/media/load-source';

let served: string;
let target: string;
let server: MediaServer;

beforeAll(async () => {
  served = await mkdtemp(join(tmpdir(), 'served-'));
  server = await startMediaServer(served);
  await makeMedia(served, 'good.mp4', { picture: 'testsrc', seconds: 4, gopFrames: 30, sound: {} });
});
afterAll(async () => {
  await server.close();
  await rm(served, { recursive: true });
});
beforeEach(async () => {
  target = await mkdtemp(join(tmpdir(), 'target-'));
  return () => rm(target, { recursive: true });
});

const load = (path: string, expectedKind: 'video' | 'image') =>
  loadSource({
    source: server.url(path),
    expectedKind,
    directory: target,
    timeoutSeconds: 20,
    sizeBytesMax: 100 * 1024 * 1024,
    allowHosts: [server.host],
    signal: new AbortController().signal,
    onBytes: () => undefined,
  });

async function expectFailure(path: string, kind: 'video' | 'image', code: string): Promise<string> {
  const error: unknown = await load(path, kind).then((media) => media.facts, (reason: unknown) => reason);
  expect(error).toMatchObject({ code });
  const { message } = error as Error;
  expect(message).not.toMatch(/127\.0\.0\.1|\/tmp|moov|ffprobe|Invalid data/i);
  expect(await readdir(target)).toEqual([]);
  return message;
}

const run = promisify(execFile);
const ffmpeg = (...args: string[]) => run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', '-y', ...args], { cwd: served });

async function keepPart(name: string, from: string, part: number): Promise<void> {
  await copyFile(join(served, from), join(served, name));
  await truncate(join(served, name), Math.floor((await stat(join(served, from))).size * part));
}

describe('what is no media file', () => {
  it('a web page, whatever it is called', () => expectFailure('/html', 'video', 'SOURCE_NOT_MEDIA'));
  it('a playlist that names a file of the disk, sent as video/mp4', () => expectFailure('/playlist', 'video', 'SOURCE_NOT_MEDIA'));
  it('an empty file', () => expectFailure('/empty', 'image', 'SOURCE_EMPTY'));
  it.each([
    ['list.mp4', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
    ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="/etc/passwd"/></svg>'],
    ['words.mp4', 'just words'],
  ])('%s', async (name, content) => {
    await writeFile(join(served, name), content);
    await expectFailure(name, name.endsWith('png') ? 'image' : 'video', 'SOURCE_NOT_MEDIA');
  });
  it('bytes that only begin like an MP4', async () => {
    await writeFile(join(served, 'fake.mp4'), Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\0\x01isomavc1', 'latin1'), Buffer.alloc(5000, 0x5a)]));
    await expectFailure('fake.mp4', 'video', 'SOURCE_DAMAGED');
  });
  it('a playlist behind the first bytes of a transport stream reads no other file', async () => {
    const packets = Buffer.alloc(188 * 4);
    [0, 188, 376, 564].forEach((offset) => (packets[offset] = 0x47));
    await writeFile(join(served, 'polyglot.ts'), Buffer.concat([packets, Buffer.from('\n#EXTM3U\n#EXTINF:1,\n/etc/passwd\n#EXT-X-ENDLIST\n')]));
    await expectFailure('polyglot.ts', 'video', 'SOURCE_DAMAGED');
  });
});

describe('what is cut or damaged', () => {
  it('the first half of an MP4 whose index comes first', async () => {
    await keepPart('half.mp4', 'good.mp4', 0.5);
    expect(await expectFailure('half.mp4', 'video', 'SOURCE_DAMAGED')).toContain('truncated');
  });
  it('an MP4 that lacks its last tenth', async () => {
    await keepPart('most.mp4', 'good.mp4', 0.9);
    await expectFailure('most.mp4', 'video', 'SOURCE_DAMAGED');
  });
  it('an MP4 whose index, at its end, is lost', async () => {
    await ffmpeg('-i', 'good.mp4', '-c', 'copy', 'index-last.mp4');
    await keepPart('no-index.mp4', 'index-last.mp4', 0.9);
    await expectFailure('no-index.mp4', 'video', 'SOURCE_DAMAGED');
  });
  it.each(['webm', 'avi', 'gif'])('the first half of a .%s', async (extension) => {
    await ffmpeg('-i', 'good.mp4', ...(extension === 'webm' ? ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus'] : []), `whole.${extension}`);
    await keepPart(`half.${extension}`, `whole.${extension}`, 0.5);
    await expectFailure(`half.${extension}`, 'video', 'SOURCE_DAMAGED');
  });
  it('an encrypted MP4', async () => {
    await ffmpeg('-i', 'good.mp4', '-c', 'copy', '-encryption_scheme', 'cenc-aes-ctr', '-encryption_key', '76a6c65c5ea762046bd749a2e632ccbb', '-encryption_kid', 'a7e61c373e219033c21091fa607bf3b8', 'encrypted.mp4');
    expect(await expectFailure('encrypted.mp4', 'video', 'SOURCE_DAMAGED')).toContain('encrypted');
  });
  it.each(['jpg', 'png', 'webp', 'bmp'])('the first half of a .%s', async (extension) => {
    await ffmpeg('-i', 'good.mp4', '-frames:v', '1', `whole.${extension}`);
    await keepPart(`half.${extension}`, `whole.${extension}`, 0.5);
    await expectFailure(`half.${extension}`, 'image', 'SOURCE_DAMAGED');
  });
  it('a PNG with other bytes in its middle', async () => {
    await ffmpeg('-i', 'good.mp4', '-frames:v', '1', 'whole.png');
    const bytes = await readFile(join(served, 'whole.png'));
    await writeFile(join(served, 'garbled.png'), bytes.fill(0x55, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 500));
    await expectFailure('garbled.png', 'image', 'SOURCE_DAMAGED');
  });
});

describe('what has too many pixels is refused before it is decoded', () => {
  it('a small PNG of 16000 x 16000', async () => {
    await writeFile(join(served, 'bomb.png'), makePngBomb(16_000));
    await expectFailure('bomb.png', 'image', 'SOURCE_TOO_MANY_PIXELS');
  });
  it('a PNG within the pixels, but longer than any decoder takes', async () => {
    await ffmpeg('-f', 'lavfi', '-i', 'color=red:s=9000x16', '-frames:v', '1', 'long.png');
    expect(await expectFailure('long.png', 'image', 'SOURCE_TOO_MANY_PIXELS')).toContain('9000 x 16');
  });
  it('a video of 9000 x 9000', async () => {
    await ffmpeg('-f', 'lavfi', '-i', 'color=red:s=9000x9000:r=5:d=0.2', '-c:v', 'libx264', '-preset', 'ultrafast', 'wide.mp4');
    await expectFailure('wide.mp4', 'video', 'SOURCE_TOO_MANY_PIXELS');
  });
  it('a video whose pixel shape makes it too wide', async () => {
    await makeMedia(served, 'stretched.mp4', { picture: 'testsrc', pixelAspect: '100/1' });
    await expectFailure('stretched.mp4', 'video', 'SOURCE_TOO_MANY_PIXELS');
  });
});

describe('what is of another kind than its element', () => {
  it('an image in a video element', async () => {
    await makeMedia(served, 'still.png', { picture: 'testsrc' });
    expect(await expectFailure('still.png', 'video', 'SOURCE_WRONG_KIND')).toContain('image');
  });
  it('a video in an image element', () => expectFailure('good.mp4', 'image', 'SOURCE_WRONG_KIND'));
  it('sound with the picture of its album in a video element', async () => {
    await ffmpeg('-i', 'good.mp4', '-frames:v', '1', 'cover.jpg');
    await ffmpeg('-i', 'good.mp4', '-i', 'cover.jpg', '-map', '0:a', '-map', '1', '-c', 'copy', '-disposition:v', 'attached_pic', 'song.m4a');
    expect(await expectFailure('song.m4a', 'video', 'SOURCE_WRONG_KIND')).toContain('no moving picture');
    await ffmpeg('-i', 'good.mp4', '-i', 'cover.jpg', '-map', '0:a', '-map', '1', '-c:v', 'copy', '-c:a', 'libmp3lame', 'song.mp3');
    await expectFailure('song.mp3', 'video', 'SOURCE_WRONG_KIND');
  });
});

/** A valid picture of `side` x `side` black pixels, one bit each: some kilobytes that a decoder turns into hundreds of megabytes. */
function makePngBomb(side: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pngChunk('IHDR', header), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))]);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
