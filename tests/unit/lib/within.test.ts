/** A promise that nothing depends on is waited for no longer than is said, and harms nobody by failing later. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { within } from '#lib/within';

it('gives what comes in time, and its failure', async () => {
  await expect(within(1_000, Promise.resolve(7))).resolves.toBe(7);
  await expect(within(1_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
});

it('does not wait for what comes late, whose failure is let go', async () => {
  const late = sleep(60).then(() => Promise.reject(new Error('late')));
  await expect(within(20, late)).rejects.toThrow('No answer within 20 ms');
  await expect(late).rejects.toThrow('late');
});
