/**
 * The environment of web and workers. In: the one we were given, and the state of the embedded parts. Out: a complete plain one
 * in which embedded parts look exactly like configured ones: web and worker never know the difference.
 */
import path from 'node:path';
import { loadConfig } from '#lib/config';
import type { EmbeddedState } from '#lib/embedded/state';

export type Environment = Record<string, string> & { NODE_ENV: 'development' | 'production' | 'test' };
type Variables = Record<string, string>;

const BUCKET = 'videogen';
const REGION = 'us-west-2';

export interface EnvironmentOptions {
  env: Readonly<Record<string, string | undefined>>;
  /** Which parts the given environment leaves to the embedded ones. */
  parts: { database: boolean; storage: boolean };
  state: EmbeddedState;
  stateDirectory: string;
}

/** Throws ConfigError when the result is not a valid configuration. */
export function toEnvironment({ env, parts, state, stateDirectory }: EnvironmentOptions): Environment {
  const given = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
  const complete: Variables = {
    TEMP_STORAGE_PATH: path.join(stateDirectory, 'temp'),
    ...(parts.database || parts.storage ? { SOURCE_ALLOW_HOSTS: ownHosts(given['PORT'] ?? '3000', parts.storage ? state.s3.port : null) } : {}),
    ...given,
    ...(parts.database ? databaseEnvironment(state) : {}),
    ...(parts.storage ? storageEnvironment(state, given['AWS_REGION'] ?? REGION) : {}),
  };
  return { ...complete, NODE_ENV: loadConfig(complete).nodeEnv };
}

function databaseEnvironment({ postgres, supabase }: EmbeddedState): Variables {
  return {
    DATABASE_URL: `postgresql://postgres:${postgres.password}@127.0.0.1:${postgres.port}/postgres`,
    SUPABASE_URL: `http://127.0.0.1:${supabase.port}`,
    SUPABASE_SERVICE_ROLE_KEY: supabase.secretKey,
  };
}

function storageEnvironment({ s3 }: EmbeddedState, region: string): Variables {
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: s3.accessKeyId,
    AWS_SECRET_ACCESS_KEY: s3.secretAccessKey,
    S3_BUCKET_NAME: BUCKET,
    S3_ENDPOINT: `http://127.0.0.1:${s3.port}`,
  };
}

/** The sample media in public/ and finished videos may be sources, though they live on this machine. */
function ownHosts(port: string, s3Port: number | null): string {
  const web = ['localhost', '127.0.0.1', '[::1]'].map((host) => `${host}:${port}`);
  return [...web, ...(s3Port === null ? [] : [`127.0.0.1:${s3Port}`])].join(',');
}
