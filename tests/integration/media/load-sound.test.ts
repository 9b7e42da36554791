/** Sounds: the facts of every format, to the sample; covers, and what is cut, damaged or of another kind. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AudioFacts } from '#lib/composition/media-facts';
import type { MediaKind } from '#lib/composition/sources';
import { makeMedia } from '#tests/support/make-media';
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
  // 141,877 samples at 44.1 kHz: no multiple of any codec's frame.
  await makeMedia(served, 'tone.wav', { picture: null, seconds: 141_877 / 44_100, sound: { sampleRateHz: 44_100 } });
});
afterAll(async () => {
  await server.close();
  await Promise.all([served, target].map((folder) => rm(folder, { recursive: true })));
});

const run = promisify(execFile);
const ffmpeg = (...args: string[]) => run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', '-y', ...args], { cwd: served });

const load = (name: string, expectedKind: MediaKind = 'audio'): Promise<LocalMedia> =>
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
const factsOf = async (name: string): Promise<AudioFacts> => (await load(name)).facts as AudioFacts;

async function expectFailure(name: string, code: string, kind: MediaKind = 'audio'): Promise<string> {
  const before = await readdir(target);
  const error: unknown = await load(name, kind).then((media) => media.facts, (reason: unknown) => reason);
  expect(error).toMatchObject({ code });
  expect(await readdir(target)).toEqual(before);
  return (error as Error).message;
}

async function keepPart(name: string, from: string, part: number): Promise<void> {
  await copyFile(join(served, from), join(served, name));
  await truncate(join(served, name), Math.floor((await stat(join(served, from))).size * part));
}

describe('the facts of a sound', () => {
  interface Format {
    name: string;
    args: string[];
    demuxer: string;
    codec: string;
    /** By how many samples the file itself says it is longer or shorter. */
    more?: number;
    fewer?: number;
  }
  const MILLISECOND = 44.1;

  it.each<Format>([
    { name: 'whole.wav', args: ['-c', 'copy'], demuxer: 'wav', codec: 'pcm_s16le' },
    { name: 'whole.flac', args: ['-c:a', 'flac'], demuxer: 'flac', codec: 'flac' },
    { name: 'whole.mp3', args: ['-c:a', 'libmp3lame'], demuxer: 'mp3', codec: 'mp3' },
    { name: 'whole.ogg', args: ['-c:a', 'libvorbis'], demuxer: 'ogg', codec: 'vorbis' },
    { name: 'whole.opus', args: ['-c:a', 'libopus'], demuxer: 'ogg', codec: 'opus' },
    // Edit lists and WebM count in milliseconds.
    { name: 'whole.m4a', args: ['-c:a', 'aac'], demuxer: 'mov', codec: 'aac', fewer: MILLISECOND },
    { name: 'whole.webm', args: ['-c:a', 'libopus'], demuxer: 'matroska', codec: 'opus', more: MILLISECOND },
    // These say neither where the sound begins nor where it ends.
    { name: 'plain.mp3', args: ['-c:a', 'libmp3lame', '-write_xing', '0'], demuxer: 'mp3', codec: 'mp3', more: 3 * 1152 },
    { name: 'plain.aac', args: ['-c:a', 'aac'], demuxer: 'aac', codec: 'aac', more: 3 * 1024 },
  ])('$name: its length to the sample', async ({ name, args, demuxer, codec, more = 0, fewer = 0 }) => {
    await ffmpeg('-i', 'tone.wav', ...args, name);
    const facts = await factsOf(name);
    expect(facts).toMatchObject({ kind: 'audio', demuxer, sound: { codec, channels: 2, sampleRateHz: codec === 'opus' ? 48_000 : 44_100, streamIndex: 0 } });
    const samples = facts.sound.durationSeconds * 44_100;
    expect(samples).toBeGreaterThan(141_876 - fewer);
    expect(samples).toBeLessThan(141_878 + more);
  });

  it('begins where the first sample is that is heard, after what the encoder put before it', async () => {
    await ffmpeg('-i', 'tone.wav', '-c:a', 'libmp3lame', 'delayed.mp3');
    await ffmpeg('-i', 'tone.wav', '-c:a', 'aac', 'primed.m4a');
    expect((await factsOf('delayed.mp3')).sound.startSeconds).toBeCloseTo(1105 / 44_100, 5);
    expect((await factsOf('primed.m4a')).sound).toMatchObject({ startSeconds: 0, primingSeconds: expect.closeTo(1024 / 44_100, 5), profile: 'LC' });
  });

  it('of a video are those of its sound', async () => {
    await makeMedia(served, 'clip.mp4', { picture: 'testsrc', seconds: 2, sound: { channels: 1 } });
    expect(await factsOf('clip.mp4')).toEqual({ kind: 'audio', demuxer: 'mov', sound: expect.objectContaining({ codec: 'aac', channels: 1, streamIndex: 1, durationSeconds: expect.closeTo(2, 3) }) });
  });

  it.each(['mp3', 'm4a', 'flac', 'ogg'])('leave out the cover of a .%s', async (extension) => {
    await makeMedia(served, 'cover.jpg', { picture: 'testsrc', widthPx: 300, heightPx: 300 });
    const codec = { mp3: 'libmp3lame', m4a: 'aac', flac: 'flac', ogg: 'libvorbis' }[extension] ?? '';
    // Ogg has its cover in a comment; FFmpeg writes none.
    const cover = extension === 'ogg' ? [] : ['-i', 'cover.jpg', '-map', '0', '-map', '1', '-c:v', 'copy', '-disposition:v', 'attached_pic'];
    await ffmpeg('-i', 'tone.wav', ...cover, '-c:a', codec, `covered.${extension}`);
    const { sound } = await factsOf(`covered.${extension}`);
    expect(sound.durationSeconds).toBeCloseTo(141_877 / 44_100, 3);
  });

  it('lie under a name of our own with the extension of the content', async () => {
    await copyFile(join(served, 'tone.wav'), join(served, 'tone.mp3'));
    expect((await load('tone.mp3')).path).toMatch(/audio-[0-9a-f]{16}\.wav$/);
  });

  it('of a recording whose writer never came back to write its length are found all the same', async () => {
    const bytes = await readFile(join(served, 'tone.wav'));
    const data = bytes.indexOf('data');
    bytes.writeUInt32LE(0xffff_ffff, data + 4);
    bytes.writeUInt32LE(0xffff_ffff, 4);
    await writeFile(join(served, 'recorded.wav'), bytes);
    expect((await factsOf('recorded.wav')).sound.durationSeconds).toBeCloseTo(141_877 / 44_100, 3);
  });
});

describe('what is cut or damaged', () => {
  it.each<[string, string[]]>([
    ['wav', []],
    ['flac', ['-c:a', 'flac']],
    ['mp3', ['-c:a', 'libmp3lame', '-b:a', '320k']],
    ['m4a', ['-c:a', 'aac', '-movflags', '+faststart']],
    ['ogg', ['-c:a', 'libvorbis']],
    ['opus', ['-c:a', 'libopus']],
  ])('the first half of a .%s', async (extension, args) => {
    await ffmpeg('-f', 'lavfi', '-i', 'anoisesrc=d=8:a=0.3:seed=1', '-ac', '2', ...args, `all.${extension}`);
    await keepPart(`half.${extension}`, `all.${extension}`, 0.5);
    expect(await expectFailure(`half.${extension}`, 'SOURCE_DAMAGED')).toContain('truncated');
  });

  it('an M4A whose index, at its end, is lost', async () => {
    await ffmpeg('-i', 'tone.wav', '-c:a', 'aac', 'index-last.m4a');
    await keepPart('no-index.m4a', 'index-last.m4a', 0.9);
    await expectFailure('no-index.m4a', 'SOURCE_DAMAGED');
  });

  it('a text that begins like an MP3', async () => {
    await writeFile(join(served, 'text.mp3'), `ID3\x03\0\0\0\0\0\0${'nothing to hear here. '.repeat(500)}`);
    await expectFailure('text.mp3', 'SOURCE_DAMAGED');
  });

  it('a playlist behind the first bytes of an Ogg reads no other file', async () => {
    await writeFile(join(served, 'list.ogg'), 'OggS\0\n#EXTM3U\n#EXTINF:1,\n/etc/passwd\n#EXT-X-ENDLIST\n');
    await expectFailure('list.ogg', 'SOURCE_DAMAGED');
  });
});

describe('what is of another kind than its element', () => {
  it('a sound in a video element, and in an image element', async () => {
    expect(await expectFailure('tone.wav', 'SOURCE_WRONG_KIND', 'video')).toContain('sound (WAV)');
    expect(await expectFailure('tone.wav', 'SOURCE_WRONG_KIND', 'image')).toContain('sound (WAV)');
  });

  it('an image in an audio element', async () => {
    await makeMedia(served, 'still.png', { picture: 'testsrc' });
    expect(await expectFailure('still.png', 'SOURCE_WRONG_KIND')).toContain('image (PNG)');
  });

  it('a video without sound in an audio element', async () => {
    await makeMedia(served, 'silent.mp4', { picture: 'testsrc' });
    expect(await expectFailure('silent.mp4', 'SOURCE_WRONG_KIND')).toBe('The source has no sound');
  });
});
