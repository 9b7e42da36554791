/** A job from its acceptance to the video in the bucket, and what is recorded of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupElement } from '#lib/composition/schema/composition';
import type { Job } from '#lib/jobs/job';
import { watchJob } from '#lib/jobs/watch-job';
import { eventually, longComposition, shortComposition, startWorkerTest, type WorkerTest } from '#tests/integration/worker/worker-test';

describe('a job', () => {
  let test: WorkerTest;
  beforeAll(async () => {
    test = await startWorkerTest({ workers: 1 });
  });
  afterAll(() => test?.stop());

  it('becomes a public video with a poster, and nothing of it stays on the disk', async () => {
    const { id } = await test.submit(shortComposition(test.media));
    const job = await test.finish(id);
    expect(job).toMatchObject({ status: 'completed', attempt: 1, retryCount: 0, progressPercent: 100, errorCode: null });
    expect(job.durationSeconds).toBeCloseTo(1, 1);
    const response = await fetch(job.resultUrl ?? '');
    const body = await response.arrayBuffer();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('video/mp4');
    expect(body.byteLength).toBe(job.sizeBytes);
    const poster = await fetch(job.posterUrl ?? '');
    expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(await test.objectKeys(id)).toEqual([job.s3Key, job.posterKey]);
    await eventually('the folders are gone', async () => (await test.tempFolders()).length === 0, 5_000);
  });

  it('leaves its stages, its features and its downloads for the estimator and the operator', async () => {
    const source = test.media.url('clip.mp4');
    const { id } = await test.submit({
      width: 160,
      height: 90,
      elements: [
        { id: 'clip', type: 'video', source, track: 1 },
        { type: 'image', source: test.media.url('still.png'), track: 2, width: 40, duration: 1 },
        { id: 'again', type: 'video', source, track: 3, width: 40, height: 40, x: 0, y: 0 },
      ],
    });
    await test.finish(id);
    const [row] = await test.query('select * from jobs where id = $1', [id]);
    expect(row).toMatchObject({ measured_features: { outputPixelFrames: 160 * 90 * 30, frameCount: 30, videoLayerCount: 2, imageLayerCount: 1, sourceCount: 2 } });
    for (const column of ['download_ms', 'render_ms', 'upload_ms', 'actual_duration']) expect(row?.[column], column).toBeGreaterThan(0);
    const elements = await test.query('select element_id, track, source_size_bytes, facts from job_elements where job_id = $1 order by position', [id]);
    expect(elements.map(({ element_id, track }) => [element_id, track])).toEqual([['clip', 1], ['elements.1', 2], ['again', 3]]);
    expect(elements.map(({ facts }) => facts.kind)).toEqual(['video', 'image', 'video']);
    expect(elements.every(({ source_size_bytes }) => Number(source_size_bytes) > 0)).toBe(true);
    const operations = await test.query('select operation, key, success from storage_operations where job_id = $1 order by created_at', [id]);
    const [poster, video] = [row?.['poster_key'], row?.['s3_key']];
    expect(operations.map(({ operation, key, success }) => [operation, key, success])).toEqual([
      ['upload', poster, true], ['verify', poster, true], ['upload', video, true], ['verify', video, true],
    ]);
  });

  it('has a row for each element within groups, and downloads what several of them show once', async () => {
    const source = test.media.url('flaky/0/clip.mp4');
    const clip = { type: 'video', source, muted: true } as const;
    const inner: GroupElement = { id: 'inner', type: 'composition', track: 2, width: 80, height: 40, elements: [{ ...clip, id: 'deep' }] };
    const { id } = await test.submit({ width: 160, height: 90, elements: [{ ...clip, id: 'outside', track: 1 }, { id: 'group', type: 'composition', track: 2, duration: 1, elements: [{ ...clip, track: 1 }, inner] }] });
    expect(await test.finish(id)).toMatchObject({ status: 'completed' });
    expect(test.media.count('/flaky/0/clip.mp4')).toBe(1);
    const elements = await test.query("select element_id, type, track, source, facts ->> 'kind' as kind, source_size_bytes > 0 as has_size from job_elements where job_id = $1 order by position", [id]);
    const video = { type: 'video', source, kind: 'video', has_size: true };
    const group = { type: 'composition', source: null, kind: null, has_size: null };
    expect(elements).toEqual([
      { element_id: 'outside', track: 1, ...video },
      { element_id: 'group', track: 2, ...group },
      { element_id: 'elements.1.elements.0', track: 1, ...video },
      { element_id: 'inner', track: 2, ...group },
      { element_id: 'deep', track: null, ...video },
    ]);
  });

  it('shows progress that moves within the render and never goes backwards', async () => {
    const { id } = await test.submit(longComposition(test.media));
    const seen: Job[] = [];
    for await (const job of watchJob(id, AbortSignal.timeout(60_000))) seen.push(job);
    const percents = seen.map(({ progressPercent }) => progressPercent);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toMatchObject({ status: 'completed', progressPercent: 100 });
    const whileRendering = new Set(seen.filter(({ step }) => step === 'processing').map(({ progressPercent }) => progressPercent));
    expect(whileRendering.size).toBeGreaterThan(2);
    expect(Math.max(...whileRendering)).toBeLessThanOrEqual(85);
  });
});
