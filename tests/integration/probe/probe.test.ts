/** Looks at media and uploads, from the web's question to the worker's answer, on the real queue, database and bucket. */
import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toUploadSource } from '#lib/composition/upload-source';
import { getConfig } from '#lib/config';
import { finishProbe } from '#lib/db/finish-probe';
import { requestProbe } from '#lib/db/request-probe';
import { AppError } from '#lib/errors';
import type { Preview, ProbeKind, VisibleFindings } from '#lib/media/media-findings';
import { probeMedia } from '#lib/media/probe-media';
import { previewKey, uploadKey } from '#lib/storage/object-key';
import { createStorage, type Storage } from '#lib/storage/storage';
import { startWorkerTest, type WorkerTest } from '#tests/integration/worker/worker-test';
import { makeMedia } from '#tests/support/make-media';
import { startMediaServer, type MediaServer } from '#tests/support/media-server';

const FONT = 'node_modules/@fontsource/bebas-neue/files/bebas-neue-latin-400-normal.woff2';

let test: WorkerTest;
let directory: string;
let media: MediaServer;
let storage: Storage;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'videogen-probe-'));
  await Promise.all([
    makeMedia(directory, 'clip.mp4', { picture: 'counter', widthPx: 320, heightPx: 180, seconds: 3, sound: {} }),
    makeMedia(directory, 'photo.png', { picture: 'quadrants', widthPx: 640, heightPx: 360 }),
    copyFile(FONT, join(directory, 'brand.woff2')),
  ]);
  media = await startMediaServer(directory);
  test = await startWorkerTest({ workers: 1, env: { SOURCE_ALLOW_HOSTS: media.host } });
  storage = createStorage(getConfig().storage, () => Promise.resolve());
});
afterAll(async () => {
  await test?.stop();
  await media?.close();
  await rm(directory, { recursive: true, force: true });
});

const look = (source: string, kind: ProbeKind = 'any') => probeMedia(source, kind, new AbortController().signal);

async function readPreview(probeId: string, preview: Preview): Promise<{ type: string | null; bytes: Buffer }> {
  const response = await fetch(await storage.presignRead({ key: previewKey(probeId, preview), expiresSeconds: 60 }));
  expect(response.status).toBe(200);
  return { type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Width and height in a JPEG's frame header. */
function jpegSize(bytes: Buffer): [number, number] {
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  return [bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)];
}

/** As a browser does. */
async function upload(name: string, contentType: string): Promise<string> {
  const body = await readFile(join(directory, name));
  const uploadId = `${randomUUID()}${name.slice(name.lastIndexOf('.'))}`;
  const url = await storage.presignUpload({ key: uploadKey(uploadId), contentType, sizeBytes: body.length, expiresSeconds: 60 });
  expect((await fetch(url, { method: 'PUT', body, headers: { 'Content-Type': contentType } })).status).toBe(200);
  return toUploadSource(uploadId);
}

describe('a look at a medium', () => {
  it('of a video tells its facts, and leaves a poster, a filmstrip and a waveform', async () => {
    const { id, findings } = await look(media.url('clip.mp4'));
    expect(findings).toMatchObject({
      size_bytes: expect.any(Number),
      facts: { kind: 'video', widthPx: 320, heightPx: 180, durationSeconds: 3, sound: { channels: expect.any(Number) } },
      has_poster: true,
      filmstrip: { frame_count: 12, frame_width: 114, frame_height: 64, step_seconds: 0.25 },
      waveform: { peaks_per_second: 50 },
    });
    const poster = await readPreview(id, 'poster');
    expect([poster.type, jpegSize(poster.bytes)]).toEqual(['image/jpeg', [320, 180]]);
    const strip = await readPreview(id, 'filmstrip');
    expect([strip.type, jpegSize(strip.bytes)]).toEqual(['image/jpeg', [12 * 114, 64]]);
    const { peaks } = JSON.parse((await readPreview(id, 'waveform')).bytes.toString()) as { peaks: number[] };
    expect(peaks.length).toBeGreaterThan(145);
    expect(peaks.length).toBeLessThan(156);
    expect(Math.max(...peaks)).toBeGreaterThan(10);
  });

  it('of a picture tells its size; nothing is heard of it', async () => {
    const { findings } = await look(media.url('photo.png'));
    expect(findings).toMatchObject({ facts: { kind: 'image', widthPx: 640, heightPx: 360 }, has_poster: true, filmstrip: null, waveform: null });
  });

  it('of a video that is asked about as a sound hears it alone', async () => {
    const { findings } = await look(media.url('clip.mp4'), 'audio');
    expect(findings).toMatchObject({ facts: { kind: 'audio' }, has_poster: false, filmstrip: null, waveform: { start_seconds: 0 } });
  });

  it('of a font tells its weight and style, whether it was asked about as one or not', async () => {
    const facts = { kind: 'font', style: 'normal', weight_min: 400, weight_max: 400 };
    expect((await look(media.url('brand.woff2'), 'font')).findings.facts).toEqual(facts);
    expect((await look(media.url('brand.woff2'))).findings.facts).toEqual(facts);
  });

  it('is taken once for all who ask, as long as it holds', async () => {
    const source = `${media.url('photo.png')}?shared`;
    const before = media.count('/photo.png');
    const answers = await Promise.all([look(source), look(source), look(source)]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await look(source)).id).toBe(answers[0]?.id);
    expect(media.count('/photo.png')).toBe(before + 1);
    await test.query("update media_probes set expires_at = now() - interval '1 second' where source = $1", [source]);
    expect((await look(source)).id).not.toBe(answers[0]?.id);
    expect(media.count('/photo.png')).toBe(before + 2);
  });

  it.each([
    ['is not there', 'missing.png', 'any', 'SOURCE_NOT_FOUND'],
    ['is a web page', 'html', 'any', 'SOURCE_NOT_MEDIA'],
    ['is a picture and not a video', 'photo.png', 'video', 'SOURCE_WRONG_KIND'],
  ] as const)('at one that %s fails with its code', async (_, path, kind, code) => {
    await expect(look(media.url(path), kind)).rejects.toMatchObject({ code });
  });

  it('leaves nothing on the disk', async () => {
    expect((await readdir(getConfig().temp.path)).filter((name) => name.startsWith('probe-'))).toEqual([]);
  });

  it('that is late changes nothing of the one in its place', async () => {
    const { id: late } = await requestProbe('https://example.com/late.mp4', 'any', -1);
    const { id: current, isNew } = await requestProbe('https://example.com/late.mp4', 'any', 60);
    expect([isNew, current === late]).toEqual([true, false]);
    expect(await finishProbe(late, new AppError('SOURCE_NOT_FOUND'), 60)).toBe(false);
    expect(await requestProbe('https://example.com/late.mp4', 'any', 60)).toEqual({ id: current, isNew: false });
  });
});

describe('an upload', () => {
  it('is looked at and rendered straight from the bucket', async () => {
    const source = await upload('clip.mp4', 'video/mp4');
    const { findings } = await look(source);
    expect((findings as VisibleFindings).facts).toMatchObject({ kind: 'video', durationSeconds: 3 });
    const job = await test.finish((await test.submit({ width: 160, height: 90, elements: [{ id: 'clip', type: 'video', source }] })).id);
    expect(job).toMatchObject({ status: 'completed', durationSeconds: 3 });
  });

  it('that has expired fails the job and names the element', async () => {
    const source = toUploadSource(`${randomUUID()}.mp4`);
    const job = await test.finish((await test.submit({ width: 160, height: 90, elements: [{ id: 'gone', type: 'video', source }] })).id);
    expect(job).toMatchObject({ status: 'failed', errorCode: 'SOURCE_NOT_FOUND', errorDetails: { element_id: 'gone' } });
    expect(job.errorMessage).toContain('expired');
  });

  it('that is not what its name says is refused like any source', async () => {
    await expect(look(await upload('brand.woff2', 'video/mp4'), 'video')).rejects.toMatchObject({ code: 'SOURCE_NOT_MEDIA' });
  });
});
