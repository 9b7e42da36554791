/** POST /api/v1/videocreate answers 200 with the finished video. */
import { expect, test } from 'vitest';
import type { VideoAcceptedBody, VideoCreatedBody, VideoResultBody } from '#lib/api/contract';
import { createVideo, getResult, simpleComposition, UUID } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

test('the simple job of the contract is completed in one response', async () => {
  const { status, body, headers } = await createVideo<VideoCreatedBody>(simpleComposition(media.image));
  expect(status).toBe(200);
  expect(body).toEqual({
    status: 'completed',
    processing_time: expect.stringMatching(/^\d+ seconds?$/),
    result_url: expect.stringMatching(/^https?:\/\//),
    job_id: expect.stringMatching(UUID),
    file_size: expect.stringMatching(/^\d+\.\d MB$/),
    message: 'Video processed successfully',
    file_size_bytes: expect.any(Number),
    processing_seconds: expect.any(Number),
    duration_seconds: 5,
    duration: '5 seconds',
    poster_url: expect.stringMatching(/^https?:\/\//),
    warnings: [],
  });
  expect(headers.get('preference-applied')).toBeNull();

  const video = await fetch(body.result_url);
  expect(video.status).toBe(200);
  expect(video.headers.get('content-type')).toBe('video/mp4');
  expect((await video.arrayBuffer()).byteLength).toBe(body.file_size_bytes);
  expect(body.result_url).toMatch(new RegExp(`/processed/video_${body.job_id}_\\d{13}\\.mp4$`));
});

test('the video comes with a poster that everybody can see', async () => {
  const { body } = await createVideo<VideoCreatedBody>(simpleComposition(media.image));
  expect(body.poster_url).toMatch(new RegExp(`/processed/poster_${body.job_id}_\\d{13}\\.jpg$`));
  const poster = await fetch(body.poster_url ?? '');
  expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  const bytes = Buffer.from(await poster.arrayBuffer());
  expect([bytes.readUInt16BE(0), bytes.readUInt16BE(bytes.length - 2)]).toEqual([0xffd8, 0xffd9]);
});

test('the same job asked for afterwards has the same result', async () => {
  const { body } = await createVideo<VideoCreatedBody>(simpleComposition(media.image));
  const { body: result } = await getResult(body.job_id);
  expect(result).toMatchObject({ status: 'completed', result_url: body.result_url, poster_url: body.poster_url, file_size: body.file_size, processing_time: body.processing_time });
});

/** 15 s x 2.25 by the rule, so no quick job; rendered in a moment all the same. */
const longByEstimate = (source: string) => ({
  width: 1920,
  height: 1080,
  duration: 0.2,
  elements: Array.from({ length: 5 }, (_, index) => ({ type: 'image', source, track: index, width: 96 })),
});

test('Prefer: wait holds the answer of a job that would have been a 202', async () => {
  const { status, headers, body } = await createVideo<VideoCreatedBody>(longByEstimate(media.image), { Prefer: 'wait=25' });
  expect({ status, body }).toMatchObject({ status: 200, body: { status: 'completed' } });
  expect(headers.get('preference-applied')).toBe('wait=25');
});

test('without it the same composition is a 202', async () => {
  const { status, body } = await createVideo<VideoAcceptedBody>(longByEstimate(media.image));
  expect(status).toBe(202);
  const { body: result } = await getResult<VideoResultBody>(body.job_id);
  expect(result.job_id).toBe(body.job_id);
});

test('a body in any JSON media type and with a byte order mark is read', async () => {
  const text = `\uFEFF${JSON.stringify(simpleComposition(media.image))}`;
  const { status } = await createVideo<VideoCreatedBody>(text, { 'Content-Type': 'application/vnd.videogen+json; charset=utf-8' });
  expect(status).toBe(200);
});
