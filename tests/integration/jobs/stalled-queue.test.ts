/** lib/jobs while the direct connection of the queue is open and silent: whoever posts a job does not depend on it. */
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJob } from '#lib/jobs/create-job';
import { getJob } from '#lib/jobs/get-job';
import { getQueueLoad } from '#lib/jobs/get-queue-load';
import { getQueue } from '#lib/queue/queue';
import { ANY_JOB } from '#tests/integration/jobs/any-job';
import { startStack, type Stack } from '#tests/support/stack';

describe('while the direct connection of the queue is silent', () => {
  let stack: Stack;
  let silent: Server;
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    stack = await startStack();
    silent = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    Object.assign(process.env, stack.env, { DATABASE_URL: `postgresql://postgres@127.0.0.1:${port}/postgres` });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    silent?.close();
    await stack?.stop();
  });

  it('a job is estimated, stored and accepted all the same, and what fails later harms nobody', async () => {
    await expect(getQueueLoad()).resolves.toMatchObject({ quickWaitSeconds: expect.any(Number) });
    const job = await createJob(ANY_JOB);
    expect(await getJob(job.id)).toMatchObject({ status: 'pending' });
    // What was not waited for fails after this, and a failure that nobody handles would fail these tests.
    await expect(getQueue()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});
