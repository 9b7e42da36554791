/** The pauses between attempts at a storage operation: longer each time, and bounded however many retries an operator wants. */
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '#tests/support/placeholder-config';
import { getConfig } from '#lib/config';
import { PATIENT_PAUSE_GROWTH, recordAttempts } from '#lib/storage/record-attempts';
import type { StorageContext } from '#lib/storage/storage-context';

beforeEach(() => {
  vi.useFakeTimers();
  // The stretch is one then.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it.each([
  ['of which somebody waits', 3, undefined, [300, 600, 1_200]],
  ['that are patient', 3, PATIENT_PAUSE_GROWTH, [300, 2_400, 19_200]],
  ['that are patient and many', 6, PATIENT_PAUSE_GROWTH, [300, 2_400, 19_200, 40_000, 40_000, 40_000]],
])('the pauses of retries %s', async (_, retries, pauseGrowth, pausesMs) => {
  expect(await listPauses(retries, pauseGrowth)).toEqual(pausesMs);
});

/** Milliseconds between the attempts of an operation that always fails. */
async function listPauses(retries: number, pauseGrowth: number | undefined): Promise<number[]> {
  const times: number[] = [];
  const attempt = async (): Promise<never> => {
    times.push(Date.now());
    throw new Error('away');
  };
  const failing = expect(
    recordAttempts(toContext(retries), { jobId: null, operation: 'upload', key: 'k', signal: new AbortController().signal, ...(pauseGrowth === undefined ? {} : { pauseGrowth }), attempt }),
  ).rejects.toThrow('away');
  await vi.runAllTimersAsync();
  await failing;
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

function toContext(uploadRetriesMax: number): StorageContext {
  return { config: { ...getConfig().storage, uploadRetriesMax }, client: new S3Client({ region: 'us-west-2' }), recordOperation: () => Promise.resolve() };
}
