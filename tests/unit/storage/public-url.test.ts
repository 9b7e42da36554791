/** The public address of an object, for each way of configuring the storage. */
import { describe, expect, it } from 'vitest';

import { publicUrl } from '#lib/storage/public-url';

const CONFIG = {
  region: 'us-west-2', accessKeyId: 'id', secretAccessKey: 'secret', bucket: 'videos', endpoint: null, publicUrlPrefix: null,
  lifecycleDays: 30, uploadRetriesMax: 3, uploadTimeoutSeconds: 300,
};

describe('publicUrl', () => {
  it('is the bucket\'s own host on AWS', () => {
    expect(publicUrl(CONFIG, 'processed/v.mp4')).toBe('https://videos.s3.us-west-2.amazonaws.com/processed/v.mp4');
  });

  it('is the endpoint and the bucket on an S3-compatible server', () => {
    expect(publicUrl({ ...CONFIG, endpoint: 'http://127.0.0.1:9000' }, 'processed/v.mp4')).toBe('http://127.0.0.1:9000/videos/processed/v.mp4');
    expect(publicUrl({ ...CONFIG, endpoint: 'https://s3.example.org/' }, 'processed/v.mp4')).toBe('https://s3.example.org/videos/processed/v.mp4');
  });

  it('is the configured prefix before all else, with or without its last slash', () => {
    for (const publicUrlPrefix of ['https://cdn.example.org/v', 'https://cdn.example.org/v/']) {
      expect(publicUrl({ ...CONFIG, endpoint: 'http://127.0.0.1:9000', publicUrlPrefix }, 'processed/v.mp4')).toBe('https://cdn.example.org/v/processed/v.mp4');
    }
  });

  it('encodes a key but for its slashes', () => {
    expect(publicUrl(CONFIG, 'processed/a b#?ü.mp4')).toBe('https://videos.s3.us-west-2.amazonaws.com/processed/a%20b%23%3F%C3%BC.mp4');
  });
});
