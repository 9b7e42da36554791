/** lib/jobs while a part is down: clear errors, nothing hangs, and a job that could be stored is accepted. */
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '#lib/db/check-database';
import { checkQueue } from '#lib/jobs/check-queue';
import { createJob } from '#lib/jobs/create-job';
import { getJob } from '#lib/jobs/get-job';
import { HAS_CONFIGURED_PARTS } from '#tests/support/configured-parts';
import { ANY_JOB } from '#tests/integration/jobs/any-job';
import { startStack, type Stack } from '#tests/support/stack';

describe('while the direct connection of the queue is down', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
    Object.assign(process.env, stack.env, { DATABASE_URL: `postgresql://postgres@127.0.0.1:${await findClosedPort()}/postgres` });
  });
  afterAll(() => stack?.stop());

  it('a job is stored and accepted, for a sweep to enqueue', async () => {
    const job = await createJob(ANY_JOB);
    expect(await getJob(job.id)).toMatchObject({ status: 'pending' });
  });

  it('the checks name the part', async () => {
    await expect(checkDatabase()).resolves.toBeUndefined();
    await expect(checkQueue()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  // A configured database is not ours to stop.
  it.skipIf(HAS_CONFIGURED_PARTS)('without the database nothing is accepted', async () => {
    await stack.stop();
    await expect(createJob(ANY_JOB)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await expect(checkDatabase()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});

async function findClosedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
