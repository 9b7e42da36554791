/** POST /api/v1/uploads answers 201 with where to put a file and how a composition then names it. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ErrorBody, MediaBody, UploadBody, VideoCreatedBody } from '#lib/api/contract';
import { call, createVideo } from '#tests/contract/api';

const PHOTO = 'public/samples/alps.jpg';

const announce = (filename: string, sizeBytes: number, contentType = '') =>
  call<UploadBody>('POST', '/api/v1/uploads', { body: { filename, size_bytes: sizeBytes, content_type: contentType } });

async function uploadPhoto(): Promise<UploadBody> {
  const bytes = await readFile(PHOTO);
  const { status, body } = await announce('My photo.JPG', bytes.length, 'image/jpeg');
  expect(status).toBe(201);
  expect((await fetch(body.upload_url, { method: 'PUT', body: bytes, headers: body.headers })).status).toBe(200);
  return body;
}

test('the answer says where the file goes, as what, until when', async () => {
  const { status, body } = await announce('clip.mov', 1000, 'video/quicktime');
  expect(status).toBe(201);
  expect(body).toEqual({
    upload_id: expect.stringMatching(/^[0-9a-f-]{36}\.mov$/),
    source: `upload:${body.upload_id}`,
    kind: 'video',
    upload_url: expect.stringContaining(`/uploads/${body.upload_id}?`),
    headers: { 'Content-Type': 'video/quicktime' },
    expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
  expect(Date.parse(body.expires_at)).toBeGreaterThan(Date.now());
});

test('an uploaded photo becomes a video', async () => {
  const { source } = await uploadPhoto();
  const { status, body } = await createVideo<VideoCreatedBody>({ width: 320, height: 180, elements: [{ type: 'image', source, duration: 1 }] });
  expect({ status, body }).toMatchObject({ status: 200, body: { status: 'completed' } });
});

test('an upload is looked at like any medium', async () => {
  const { source } = await uploadPhoto();
  const { status, body } = await call<MediaBody>('POST', '/api/v1/media', { body: { source } });
  expect({ status, body }).toMatchObject({ status: 200, body: { source, kind: 'image', poster_url: expect.any(String) } });
});

test('nobody reads it by its bare address, and another size or type is not taken', async () => {
  const { upload_url: uploadUrl, headers } = await uploadPhoto();
  const bare = new URL(uploadUrl);
  bare.search = '';
  expect((await fetch(bare)).status).toBe(403);
  const { body } = await announce('a.png', 5);
  expect((await fetch(body.upload_url, { method: 'PUT', body: 'longer', headers: body.headers })).status).toBe(403);
  expect((await fetch(body.upload_url, { method: 'PUT', body: '12345', headers })).status).toBe(403);
});

test('a composition with an upload that never arrived fails and names the element', async () => {
  const { body } = await announce('never.png', 100);
  const answer = await createVideo<ErrorBody>({ width: 320, height: 180, elements: [{ id: 'photo', type: 'image', source: body.source }] });
  expect(answer).toMatchObject({ status: 422, body: { error: 'SOURCE_NOT_FOUND', details: { element_id: 'photo' } } });
});

test('each kind of medium is known by its extension, whatever the browser calls it', async () => {
  const kinds = await Promise.all(['a.mkv', 'b.woff2', 'c.flac', 'd.webp'].map(async (name) => (await announce(name, 10, 'application/octet-stream')).body.kind));
  expect(kinds).toEqual(['video', 'font', 'audio', 'image']);
});
