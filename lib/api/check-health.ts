/**
 * Asks every part the service stands on whether it answers: nothing in, the body of /health out.
 * Each check has 2 s, and an answer is good for 5 s, so that a flood of health checks costs the parts nothing.
 */
import type { HealthBody, HealthPart } from '#lib/api/contract';
import { getConfig } from '#lib/config';
import { checkDatabase } from '#lib/db/check-database';
import { checkQueue } from '#lib/jobs/check-queue';
import { log } from '#lib/log';
import { processWide } from '#lib/process-wide';
import { createStorage } from '#lib/storage/storage';

const CHECK_TIMEOUT_MS = 2_000;
const FRESH_MS = 5_000;

interface HealthCache {
  /** Shared by all who ask while it runs and for 5 s after it began. */
  latest: { startedAtMs: number; body: Promise<HealthBody> } | null;
}

export async function checkHealth(): Promise<HealthBody> {
  const cache = processWide<HealthCache>('health', () => ({ latest: null }));
  const now = Date.now();
  if (cache.latest === null || now - cache.latest.startedAtMs > FRESH_MS) {
    cache.latest = { startedAtMs: now, body: checkParts() };
  }
  return cache.latest.body;
}

async function checkParts(): Promise<HealthBody> {
  const [database, queue, storage] = await Promise.all([
    checkPart('database', checkDatabase),
    checkPart('queue', checkQueue),
    checkPart('storage', checkStorage),
  ]);
  const parts = { database, queue, storage };
  return { status: Object.values(parts).every(({ status }) => status === 'ok') ? 'ok' : 'degraded', parts };
}

async function checkStorage(): Promise<void> {
  // A check of the bucket is no storage operation of a job: nothing is recorded.
  const storage = processWide('health-storage', () => createStorage(getConfig().storage, async () => undefined));
  await storage.checkBucket();
}

async function checkPart(name: string, check: () => Promise<void>): Promise<HealthPart> {
  const startedAt = performance.now();
  const elapsedMs = () => Math.round(performance.now() - startedAt);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), late]);
    return { status: 'ok', ms: elapsedMs() };
  } catch (error) {
    // What went wrong is for the log; /health is read by anybody.
    log.error({ part: name, err: error }, 'health check failed');
    return { status: 'down', ms: elapsedMs() };
  } finally {
    clearTimeout(timer);
  }
}
