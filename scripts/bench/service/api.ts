/** How many requests the API answers, and how fast: 500 readers at once, and jobs accepted a second, beside Node's own HTTP server in the same run. */
import { Pool } from 'undici';
import { chooseFreePort } from '#lib/embedded/free-port';
import { percentile } from '#scripts/bench/percentile';
import { withBenchStack, type BenchStack } from '#scripts/bench/service/bench-stack';
import { startJob, TINY } from '#scripts/bench/service/requests';
import { figure, type Figure, type ServiceBenchmark } from '#scripts/bench/service/service-benchmark';
import { PROJECT_ROOT } from '#scripts/project-root';
import { startNodeService } from '#scripts/start-node-service';

const READERS = 500;
/** Of which each round asks for one after the other. */
const JOBS_READ = 100;
const ROUNDS = 5;
const POSTERS = 16;
const POSTING_MS = 8_000;

export const API: ServiceBenchmark = { name: 'api', title: `${READERS} GET videoresult at once, of ${JOBS_READ} jobs, ${ROUNDS} rounds; POSTs with wait=0 by ${POSTERS} clients; no worker`, run };

function run(): Promise<Figure[]> {
  return withBenchStack({ workers: 0 }, async (stack) => {
    const paths: string[] = [];
    for (let index = 0; index < JOBS_READ; index += 1) paths.push(`/api/v1/videoresult/${await startJob(stack.baseUrl, TINY)}`);
    const times = await readAtOnce(stack.baseUrl, paths);
    const bare = await withBareServer(stack, (baseUrl) => readAtOnce(baseUrl, paths));
    const [p50, bareP50] = [percentile(times, 0.5), percentile(bare, 0.5)];
    const posts = await countPosts(stack.baseUrl);
    return [
      figure('GET, p50', p50, 'ms'), figure('GET, p99', percentile(times, 0.99), 'ms'), figure('the same of a bare server, p50', bareP50, 'ms'), figure('GET to a bare one', p50 / bareP50, 'x'),
      figure('POST', (posts * 1000) / POSTING_MS, 'a second'),
    ];
  });
}

/** Milliseconds of each request, all of a round sent at the same moment; the first round opens the connections and does not count. */
async function readAtOnce(baseUrl: string, paths: readonly string[]): Promise<number[]> {
  const pool = new Pool(baseUrl, { connections: READERS });
  const read = async (path: string): Promise<number> => {
    const startedAt = performance.now();
    const { statusCode, body } = await pool.request({ path, method: 'GET' });
    await body.text();
    if (statusCode !== 200) throw new Error(`GET ${path} answered ${statusCode}`);
    return performance.now() - startedAt;
  };
  try {
    const times: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ofRound = await Promise.all(Array.from({ length: READERS }, (_, index) => read(paths[index % paths.length] ?? '/')));
      if (round > 0) times.push(...ofRound);
    }
    return times;
  } finally {
    await pool.close();
  }
}

async function withBareServer<Result>({ env }: BenchStack, work: (baseUrl: string) => Promise<Result>): Promise<Result> {
  const port = await chooseFreePort([]);
  const options = { name: 'The bare server', args: ['scripts/bench/service/bare-server.ts'], cwd: PROJECT_ROOT, env: { ...env, PORT: String(port) }, stdio: ['ignore', 'inherit'], ready: 'message', graceMs: 500 } as const;
  const server = await startNodeService(options, new AbortController().signal);
  try {
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    await server.stop();
  }
}

async function countPosts(baseUrl: string): Promise<number> {
  const deadline = performance.now() + POSTING_MS;
  let count = 0;
  const post = async (): Promise<void> => {
    while (performance.now() < deadline) {
      await startJob(baseUrl, TINY);
      if (performance.now() < deadline) count += 1;
    }
  };
  await Promise.all(Array.from({ length: POSTERS }, post));
  return count;
}
