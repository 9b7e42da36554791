/** How late events come when many watch one job: its row changed, and the time until each of 200 clients has the event, beside a bare NOTIFY. */
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '#lib/estimate/fit-non-negative';
import { percentile } from '#scripts/bench/percentile';
import { withBenchStack, type BenchStack } from '#scripts/bench/service/bench-stack';
import { connect, timeNotifications } from '#scripts/bench/service/pick-up';
import { startJob, TINY } from '#scripts/bench/service/requests';
import { figure, type Figure, type ServiceBenchmark } from '#scripts/bench/service/service-benchmark';

const CLIENTS = 200;
const CHANGES = 20;
const PAUSE_MS = 500;
const ARRIVAL_TIMEOUT_MS = 10_000;

export const EVENTS: ServiceBenchmark = { name: 'events', title: `${CLIENTS} event streams on one job, ${CHANGES} changes of it`, run };

/** When each client heard of each percentage. */
type Arrivals = Map<number, number[]>;

function run(): Promise<Figure[]> {
  return withBenchStack({ workers: 0 }, async (stack) => {
    const lags = await measureLags(stack, await startJob(stack.baseUrl, TINY));
    const bare = median(await timeNotifications(stack.env['DATABASE_URL'] ?? ''));
    return [figure('event lag, p50', percentile(lags, 0.5), 'ms'), figure('event lag, p99', percentile(lags, 0.99), 'ms'), figure('a bare NOTIFY, median', bare, 'ms')];
  });
}

async function measureLags({ baseUrl, env }: BenchStack, jobId: string): Promise<number[]> {
  const closing = new AbortController();
  const arrivals: Arrivals = new Map();
  await Promise.all(Array.from({ length: CLIENTS }, () => listen(`${baseUrl}/api/v1/videoresult/${jobId}/events`, arrivals, closing.signal)));
  const database = await connect(env['DATABASE_URL'] ?? '');
  try {
    await untilHeard(arrivals, 0);
    const lags: number[] = [];
    for (let percent = 1; percent <= CHANGES; percent += 1) {
      await sleep(PAUSE_MS);
      const changedAt = performance.now();
      await database.query('update jobs set progress_percentage = $2 where id = $1', [jobId, percent]);
      lags.push(...(await untilHeard(arrivals, percent)).map((at) => at - changedAt));
    }
    return lags;
  } finally {
    closing.abort();
    await database.end();
  }
}

/** Resolves once the stream is open; it is read until the signal fires. */
async function listen(url: string, arrivals: Arrivals, signal: AbortSignal): Promise<void> {
  const { ok, status, body } = await fetch(url, { signal });
  if (!ok || body === null) throw new Error(`the events were answered ${status}`);
  const read = async (): Promise<void> => {
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      for (const [, percent] of text.matchAll(/"progress":"(\d+)%"/g)) note(arrivals, Number(percent));
    }
  };
  // A stream that ends early is missed by `untilHeard`.
  read().catch(() => undefined);
}

function note(arrivals: Arrivals, percent: number): void {
  const times = arrivals.get(percent) ?? [];
  times.push(performance.now());
  arrivals.set(percent, times);
}

async function untilHeard(arrivals: Arrivals, percent: number): Promise<number[]> {
  const deadline = Date.now() + ARRIVAL_TIMEOUT_MS;
  while ((arrivals.get(percent)?.length ?? 0) < CLIENTS) {
    if (Date.now() > deadline) throw new Error(`${arrivals.get(percent)?.length ?? 0} of ${CLIENTS} clients heard of ${percent} %`);
    await sleep(20);
  }
  return arrivals.get(percent) ?? [];
}
