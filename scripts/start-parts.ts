/**
 * Everything below web and worker: the embedded parts that are asked for, the migrations and the bucket. In: the environment as given
 * and a supervisor to run the processes. Out: the complete environment for web and workers. `npm start` and the tests share it.
 */
import path from 'node:path';
import { loadConfig } from '#lib/config';
import { migrate } from '#lib/db/migrate';
import { toEnvironment, type Environment } from '#lib/embedded/environment';
import { findPostmaster } from '#lib/embedded/postmaster';
import { ensurePort, ensureState, rememberPort, type EmbeddedState } from '#lib/embedded/state';
import { createStorage } from '#lib/storage/storage';
import type { printStep } from '#scripts/print-step';
import { PROJECT_ROOT } from '#scripts/project-root';
import { postgresService, s3Service, supabaseService } from '#scripts/services';
import { StartProblem } from '#scripts/start-problem';
import type { Supervisor } from '#scripts/supervisor';

export interface PartsOptions {
  env: Readonly<Record<string, string | undefined>>;
  parts: { database: boolean; storage: boolean };
  stateDirectory: string;
  supervisor: Supervisor;
  /** False for tests alone: the database skips fsync. */
  isDurable: boolean;
  signal: AbortSignal;
  /** How each step is shown. */
  step: typeof printStep;
}

/** Throws StartProblem when the database does not answer or a migration fails. */
export async function startParts(options: PartsOptions): Promise<Environment> {
  const { parts, stateDirectory, supervisor, signal, step } = options;
  const state = await settlePorts(options, await ensureState(stateDirectory));
  if (parts.database) await step('Embedded PostgreSQL', () => supervisor.start(postgresService({ stateDirectory, state, isDurable: options.isDurable })));
  signal.throwIfAborted();
  const env = toEnvironment({ env: options.env, parts, state, stateDirectory });
  await step('Database migrations', () => migrateDatabase(loadConfig(env).database.url));
  signal.throwIfAborted();
  if (parts.database || parts.storage) {
    const names = [...(parts.database ? ['Supabase'] : []), ...(parts.storage ? ['S3'] : [])];
    const services = [...(parts.database ? [supabaseService] : []), ...(parts.storage ? [s3Service] : [])];
    await step(`Embedded ${names.join(' and ')}`, () => supervisor.start(...services.map((toService) => toService({ stateDirectory, state, env }))));
  }
  signal.throwIfAborted();
  await step('Bucket', () => prepareBucket(env, parts.storage));
  return env;
}

/** Makes sure that each part can listen on its port, and says when one had to move. */
async function settlePorts({ parts, stateDirectory, step }: PartsOptions, remembered: EmbeddedState): Promise<EmbeddedState> {
  // A server of ours that outlived its starter is adopted and keeps its port.
  const adopted = parts.database ? await findPostmaster(path.join(stateDirectory, 'postgres', 'data')) : null;
  let state = adopted === null ? remembered : await rememberPort(stateDirectory, remembered, 'postgres', adopted.port);
  const wanted = { postgres: parts.database && adopted === null, supabase: parts.database, s3: parts.storage };
  for (const part of ['postgres', 'supabase', 's3'] as const) {
    if (!wanted[part]) continue;
    const before = state[part].port;
    state = await ensurePort(stateDirectory, state, part);
    const { port } = state[part];
    if (port !== before) await step(`Port ${before} is taken by another program: the embedded ${part} moves`, () => Promise.resolve(String(port)));
  }
  return state;
}

async function migrateDatabase(databaseUrl: string): Promise<string> {
  const applied = await migrate(databaseUrl, path.join(PROJECT_ROOT, 'supabase', 'migrations')).catch((error: unknown) => {
    throw new StartProblem(`The database of DATABASE_URL cannot be used: ${error instanceof Error ? error.message || String(error) : String(error)}`);
  });
  return applied.length === 0 ? 'nothing new' : `${applied.length} applied`;
}

/** The embedded bucket is ours to set up; a configured one is only looked at, as we may lack the right to change it. */
async function prepareBucket(env: Environment, isEmbedded: boolean): Promise<string> {
  const config = loadConfig(env).storage;
  const storage = createStorage(config, () => Promise.resolve());
  if (isEmbedded) {
    await storage.setupBucket();
    return `${config.bucket} is set up`;
  }
  return storage.checkBucket().then(
    () => `${config.bucket} answers`,
    (error: unknown) => `${config.bucket} does not answer (${error instanceof Error ? error.message : String(error)}); npm run setup:bucket makes it`,
  );
}
