/** What a second worker brings: 40 jobs that wait for a slow server most of their time, so that the processor is not what runs out, with one worker and with two. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Composition } from '#lib/composition/schema/composition';
import { withBenchStack } from '#scripts/bench/service/bench-stack';
import { startJob, untilCompleted } from '#scripts/bench/service/requests';
import { figure, type Figure, type ServiceBenchmark } from '#scripts/bench/service/service-benchmark';
import { PROJECT_ROOT } from '#scripts/project-root';
import { SOURCE_STALL_MS } from '#worker/media/limits';

const JOBS = 40;
/**
 * Many times as long as the processor is at a job: with 4 s, six jobs that all come to it at once would be what is measured. As long as a worker waits for a
 * silent server, it would give up now and then.
 */
const SOURCE_MS = SOURCE_STALL_MS - 1000;
/** Of each worker: three of them are the quick lane's, to which jobs as small as these go. */
const SLOTS = 5;

export const TWO_WORKERS: ServiceBenchmark = { name: 'workers', title: `${JOBS} jobs whose source takes ${SOURCE_MS / 1000} s to answer, one worker and two`, run };

async function run(): Promise<Figure[]> {
  const server = await startSlowServer();
  try {
    const one = await countJobsAMinute(server, 1);
    const two = await countJobsAMinute(server, 2);
    return [figure('one worker', one, 'a minute'), figure('two workers', two, 'a minute'), figure('two to one', two / one, 'x', 1.9)];
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function countJobsAMinute(server: Server, workers: number): Promise<number> {
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return withBenchStack({ workers, allowHosts: [host], env: { MAX_CONCURRENT_JOBS: String(SLOTS), QUICK_RESPONSE_THRESHOLD_SECONDS: '300' } }, async ({ baseUrl }) => {
    const toComposition = (index: number): Composition => ({ width: 160, height: 90, duration: 0.2, elements: [{ type: 'image', source: `http://${host}/${index}` }] });
    await untilCompleted(baseUrl, await startJob(baseUrl, toComposition(0)));
    const startedAt = performance.now();
    const jobIds = await Promise.all(Array.from({ length: JOBS }, (_, index) => startJob(baseUrl, toComposition(index + 1))));
    // One after the other: asking for all of them all the time would be a load of its own.
    for (const jobId of jobIds) await untilCompleted(baseUrl, jobId);
    return (JOBS * 60_000) / (performance.now() - startedAt);
  });
}

async function startSlowServer(): Promise<Server> {
  const picture = await readFile(path.join(PROJECT_ROOT, 'public', 'samples', 'logo.png'));
  const server = createServer((_, response) => void setTimeout(() => response.writeHead(200, { 'Content-Type': 'image/png' }).end(picture), SOURCE_MS));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
