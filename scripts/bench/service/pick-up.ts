/** How soon an idle worker begins a job, from its row to the start of its attempt by the database's clock, beside what a bare NOTIFY takes there. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { median } from '#lib/estimate/fit-non-negative';
import { percentile } from '#scripts/bench/percentile';
import { withBenchStack } from '#scripts/bench/service/bench-stack';
import { startJob, TINY, untilCompleted } from '#scripts/bench/service/requests';
import { figure, type Figure, type ServiceBenchmark } from '#scripts/bench/service/service-benchmark';

const WARM_UPS = 3;
const JOBS = 30;
const NOTIFICATIONS = 100;
/** Until the worker has put everything of the job before away. */
const IDLE_MS = 300;

export const PICK_UP: ServiceBenchmark = { name: 'pick-up', title: `from a job's row to the start of its attempt, worker idle, ${JOBS} times`, run };

function run(): Promise<Figure[]> {
  return withBenchStack({ workers: 1 }, async ({ baseUrl, env }) => {
    for (let index = 0; index < WARM_UPS + JOBS; index += 1) {
      await untilCompleted(baseUrl, await startJob(baseUrl, TINY));
      await sleep(IDLE_MS);
    }
    const delays = await readDelays(env['DATABASE_URL'] ?? '');
    const bare = median(await timeNotifications(env['DATABASE_URL'] ?? ''));
    const ours = median(delays);
    return [figure('median', ours, 'ms', 50), figure('p95', percentile(delays, 0.95), 'ms'), figure('a bare NOTIFY, median', bare, 'ms'), figure('ours to a bare one', ours / bare, 'x')];
  });
}

async function readDelays(databaseUrl: string): Promise<number[]> {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query<{ ms: number }>('select (extract(epoch from processing_started_at - created_at) * 1000)::double precision as ms from jobs order by created_at offset $1', [WARM_UPS]);
    return rows.map(({ ms }) => ms);
  } finally {
    await client.end();
  }
}

/** From the statement to its arrival at another connection. */
export async function timeNotifications(databaseUrl: string): Promise<number[]> {
  const [sender, listener] = await Promise.all([connect(databaseUrl), connect(databaseUrl)]);
  try {
    await listener.query('listen bench');
    const times: number[] = [];
    for (let index = 0; index < NOTIFICATIONS; index += 1) {
      const heard = new Promise((resolve) => listener.once('notification', resolve));
      const startedAt = performance.now();
      await Promise.all([sender.query('notify bench'), heard]);
      times.push(performance.now() - startedAt);
    }
    return times;
  } finally {
    await Promise.all([sender.end(), listener.end()]);
  }
}

export async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}
