/** The tags of a shared video: an https address is said to be one, and an unfinished job has no video. */
import { describe, expect, it } from 'vitest';
import { toMetadata as toTags } from '#app/videos/[jobId]/metadata';
import type { JobCompletedBody, VideoResultBody } from '#lib/api/contract';

const COMPLETED: JobCompletedBody = {
  status: 'completed',
  job_id: '0b0f0c1e-0000-4000-8000-000000000001',
  result_url: 'https://bucket.s3.us-west-2.amazonaws.com/processed/video.mp4',
  file_size: '1.2 MB',
  duration: '12 seconds',
  processing_time: '4 seconds',
  message: 'Video processing completed successfully',
  file_size_bytes: 1_258_291,
  duration_seconds: 12,
  processing_seconds: 4,
  poster_url: 'https://bucket.s3.us-west-2.amazonaws.com/processed/poster.jpg',
  width: 1920,
  height: 1080,
};

const toMetadata = (body: VideoResultBody, origin: string, title: string | null = null) => toTags({ body, title }, origin);

describe('toMetadata', () => {
  it('calls a finished video by its own title, and one without a title or without a video by what it is', () => {
    const called = { title: 'Autumn sale', openGraph: { title: 'Autumn sale' }, twitter: { title: 'Autumn sale' } };
    expect(toMetadata(COMPLETED, 'https://videogen.example', 'Autumn sale')).toMatchObject(called);
    expect(toMetadata(COMPLETED, 'https://videogen.example')).toMatchObject({ title: 'Video', openGraph: { title: 'Video' } });
    const cancelled: VideoResultBody = { status: 'cancelled', job_id: COMPLETED.job_id, error: 'JOB_CANCELLED', message: 'The job was cancelled', details: {} };
    expect(toMetadata(cancelled, 'https://videogen.example', 'Autumn sale')).toMatchObject({ title: 'Cancelled video' });
  });

  it('gives the secure address only when the video has one', () => {
    const video = { url: COMPLETED.result_url, secureUrl: COMPLETED.result_url, type: 'video/mp4', width: 1920, height: 1080 };
    expect(toMetadata(COMPLETED, 'https://videogen.example').openGraph).toMatchObject({ videos: [video] });
    const plain = toMetadata({ ...COMPLETED, result_url: 'http://localhost:9000/video.mp4', poster_url: 'http://localhost:9000/poster.jpg' }, 'http://localhost:3000');
    expect(plain.openGraph).toMatchObject({ videos: [{ url: 'http://localhost:9000/video.mp4', type: 'video/mp4' }] });
    expect(JSON.stringify(plain)).not.toContain('secureUrl');
  });

  it('shows the poster, with its own size, and nothing where there is none', () => {
    const poster = { url: COMPLETED.poster_url, type: 'image/jpeg', width: 1280, height: 720 };
    expect(toMetadata(COMPLETED, 'https://videogen.example')).toMatchObject({ openGraph: { images: [poster] }, twitter: { images: [{ url: COMPLETED.poster_url }] } });
    const without = toMetadata({ ...COMPLETED, poster_url: null }, 'https://videogen.example');
    expect(without).toMatchObject({ openGraph: { images: [] }, twitter: { images: [] } });
  });

  it('says of a job without a video what it is, and asks not to be indexed', () => {
    const metadata = toMetadata({ status: 'timeout', job_id: COMPLETED.job_id, error: 'JOB_TIMED_OUT', message: 'The job took longer than allowed', details: {} }, 'https://videogen.example');
    expect(metadata).toMatchObject({ title: 'Video that took too long', robots: { index: false }, twitter: { card: 'summary' } });
    expect(JSON.stringify(metadata)).not.toContain('player');
  });
});
