/** The names of results in the bucket. */
import { describe, expect, it } from 'vitest';

import { jobKeyPrefixes, resultKey } from '#lib/storage/object-key';

describe('resultKey', () => {
  it('names what it is, the job and the moment of the upload', () => {
    const parts = { jobId: '6f1f6f0e-3c1c-4c0b-9a53-0d6b8a1f2c11', uploadedAt: new Date(1_700_000_000_123) };
    expect(resultKey({ ...parts, kind: 'video', extension: 'mp4' })).toBe('processed/video_6f1f6f0e-3c1c-4c0b-9a53-0d6b8a1f2c11_1700000000123.mp4');
    expect(resultKey({ ...parts, kind: 'poster', extension: 'jpg' })).toBe('processed/poster_6f1f6f0e-3c1c-4c0b-9a53-0d6b8a1f2c11_1700000000123.jpg');
  });

  it('begins with a prefix by which the results of a job are found, and of no other', () => {
    const isFound = (jobId: string, kind: 'video' | 'poster') =>
      jobKeyPrefixes('a').some((prefix) => resultKey({ kind, jobId, extension: 'mp4', uploadedAt: new Date(0) }).startsWith(prefix));
    expect([isFound('a', 'video'), isFound('a', 'poster')]).toEqual([true, true]);
    expect([isFound('ab', 'video'), isFound('ab', 'poster')]).toEqual([false, false]);
  });
});
