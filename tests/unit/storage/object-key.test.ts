/** The names of results in the bucket. */
import { describe, expect, it } from 'vitest';

import { jobKeyPrefix, resultKey } from '#lib/storage/object-key';

describe('resultKey', () => {
  it('names the job and the moment of the upload', () => {
    expect(resultKey('6f1f6f0e-3c1c-4c0b-9a53-0d6b8a1f2c11', 'mp4', new Date(1_700_000_000_123))).toBe(
      'processed/video_6f1f6f0e-3c1c-4c0b-9a53-0d6b8a1f2c11_1700000000123.mp4',
    );
  });

  it('begins with the prefix by which the results of a job are found', () => {
    expect(resultKey('a', 'mp4', new Date(0)).startsWith(jobKeyPrefix('a'))).toBe(true);
    expect(resultKey('ab', 'mp4', new Date(0)).startsWith(jobKeyPrefix('a'))).toBe(false);
  });
});
