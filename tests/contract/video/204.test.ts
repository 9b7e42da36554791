/** DELETE /api/v1/videos/{job_id} answers 204 and leaves nothing of the video; its storage operations stay on record. */
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import type { JobCompletedBody, LibraryBody } from '#lib/api/contract';
import { call, getResult, isFinal, simpleComposition, startJob, url, waitForResult } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

test('video, poster, composition and card are gone; what was done to the storage is still known', async () => {
  const jobId = await startJob(simpleComposition(media.image));
  const result = (await waitForResult(jobId, isFinal)) as JobCompletedBody;
  expect((await fetch(result.result_url)).status).toBe(200);

  expect((await fetch(url(`/api/v1/videos/${jobId}`), { method: 'DELETE' })).status).toBe(204);

  expect((await fetch(result.result_url)).status).toBe(403);
  expect((await fetch(result.poster_url ?? '')).status).toBe(403);
  expect((await getResult(jobId)).status).toBe(404);
  expect((await call('GET', `/api/v1/videos/${jobId}/composition`)).status).toBe(404);
  expect((await call<LibraryBody>('GET', `/api/v1/videos?q=${jobId}`)).body.videos).toEqual([]);
  expect((await call('DELETE', `/api/v1/videos/${jobId}`)).status).toBe(404);

  const client = new pg.Client({ connectionString: inject('env')['DATABASE_URL'] });
  await client.connect();
  try {
    const operations = await client.query("select operation::text from storage_operations where job_id = $1 and success order by operation::text", [jobId]);
    expect(operations.rows.map(({ operation }) => operation)).toEqual(['delete', 'delete', 'upload', 'upload', 'verify', 'verify']);
    const left = await client.query('select composition, composition_text, title, client_ip from jobs where id = $1', [jobId]);
    expect(left.rows).toEqual([{ composition: {}, composition_text: null, title: null, client_ip: null }]);
  } finally {
    await client.end();
  }
});

test('a video that failed is deleted as well', async () => {
  const jobId = await startJob(simpleComposition(media.server.url('missing.png')));
  await waitForResult(jobId, isFinal);
  expect((await fetch(url(`/api/v1/videos/${jobId}`), { method: 'DELETE' })).status).toBe(204);
});
