/**
 * The five kinds of process that make up a running videogen. In: the state folder and the complete environment.
 * Out: services that the supervisor (or a test) starts and stops.
 */
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '#lib/embedded/environment';
import type { EmbeddedPart } from '#lib/embedded/main';
import { startPostgres } from '#lib/embedded/postgres';
import type { EmbeddedState } from '#lib/embedded/state';
import { PROJECT_ROOT } from '#scripts/project-root';
import type { Service } from '#scripts/service';
import { startNodeService } from '#scripts/start-node-service';

// Web and workers stop at once; with PostgreSQL's own 3 s at most, they stay below the 10 s in which everything must have ended.
const WEB_GRACE_MS = 3_000;
const WORKER_GRACE_MS = 5_000;
const EMBEDDED_GRACE_MS = 1_000;

interface EmbeddedServiceOptions {
  stateDirectory: string;
  state: EmbeddedState;
  env: Environment;
}

export function postgresService(options: { stateDirectory: string; state: EmbeddedState; isDurable: boolean }): Service {
  const { stateDirectory, state, isDurable } = options;
  return {
    name: 'PostgreSQL',
    start: async () => {
      const directory = path.join(stateDirectory, 'postgres');
      await mkdir(directory, { recursive: true, mode: 0o700 });
      return startPostgres({ directory, port: state.postgres.port, password: state.postgres.password, isDurable });
    },
  };
}

export function supabaseService({ stateDirectory, state: { supabase }, env }: EmbeddedServiceOptions): Service {
  const options = { port: supabase.port, databaseUrl: env['DATABASE_URL'] ?? '', secretKey: supabase.secretKey };
  return embeddedService('Supabase', { name: 'supabase', options }, { stateDirectory, env });
}

export function s3Service({ stateDirectory, state: { s3 }, env }: EmbeddedServiceOptions): Service {
  const options = { port: s3.port, directory: path.join(stateDirectory, 's3'), accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey, region: env['AWS_REGION'] ?? '' };
  return embeddedService('S3', { name: 's3', options }, { stateDirectory, env });
}

/** What it prints goes to a file. */
function embeddedService(name: string, part: EmbeddedPart, { stateDirectory, env }: Pick<EmbeddedServiceOptions, 'stateDirectory' | 'env'>): Service {
  return {
    name,
    start: async (signal) => {
      const log = await open(path.join(stateDirectory, `${part.name}.log`), 'w', 0o600);
      try {
        return await startNodeService(
          {
            name: `The embedded ${name}`,
            args: ['lib/embedded/main.ts'],
            cwd: PROJECT_ROOT,
            env: { ...env, EMBEDDED_PART: JSON.stringify(part), DO_NOT_TRACK: '1' },
            stdio: [log.fd, log.fd],
            ready: 'message',
            graceMs: EMBEDDED_GRACE_MS,
          },
          signal,
        );
      } finally {
        await log.close();
      }
    },
  };
}

export function webService(mode: 'start' | 'dev', env: Environment): Service {
  const port = env['PORT'] ?? '3000';
  return {
    name: 'Web',
    start: (signal) =>
      startNodeService(
        {
          name: 'The web server',
          args: ['node_modules/next/dist/bin/next', mode, '--port', port],
          cwd: PROJECT_ROOT,
          // The built server's stop is ours (lib/api/start-web): Next's own would exit before the last metrics are stored.
          env: { ...env, NEXT_TELEMETRY_DISABLED: '1', ...(mode === 'start' ? { NEXT_MANUAL_SIG_HANDLE: 'true' } : {}) },
          // Next's own banner says nothing that our steps do not; errors and our log go to standard error.
          stdio: [mode === 'dev' ? 'inherit' : 'ignore', 'inherit'],
          ready: { url: `http://127.0.0.1:${port}/health` },
          graceMs: WEB_GRACE_MS,
        },
        signal,
      ),
  };
}

export function workerService(mode: 'start' | 'dev', env: Environment): Service {
  return {
    name: 'Worker',
    start: (signal) =>
      startNodeService(
        {
          name: 'The worker',
          args: [...(mode === 'dev' ? ['--watch', '--watch-preserve-output'] : []), 'worker/main.ts'],
          cwd: PROJECT_ROOT,
          env,
          stdio: ['inherit', 'inherit'],
          ready: 'message',
          graceMs: WORKER_GRACE_MS,
        },
        signal,
      ),
  };
}
