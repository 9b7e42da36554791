/** What an installation remembers between starts, and the environment made from it. */
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#lib/config';
import { toEnvironment } from '#lib/embedded/environment';
import { ensurePort, ensureState, findState } from '#lib/embedded/state';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'videogen-state-'));
  await chmod(directory, 0o755);
});

afterEach(() => rm(directory, { recursive: true, force: true }));

describe('the state of the embedded parts', () => {
  it('is made once and stays the same, so that result URLs go on working', async () => {
    expect(await findState(directory)).toBeNull();
    const state = await ensureState(directory);
    expect(await ensureState(directory)).toEqual(state);
    expect(new Set([state.postgres.port, state.supabase.port, state.s3.port]).size).toBe(3);
  });

  it('has other secrets in each installation, and only its owner may read them', async () => {
    const inner = path.join(directory, 'another');
    const [one, other] = [await ensureState(directory), await ensureState(inner)];
    expect(one.postgres.password).not.toBe(other.postgres.password);
    expect(one.supabase.secretKey).not.toBe(other.supabase.secretKey);
    expect(one.s3.secretAccessKey).not.toBe(other.s3.secretAccessKey);
    expect((await stat(path.join(directory, 'embedded.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(inner)).mode & 0o777).toBe(0o700);
  });

  it('keeps a port that is free and remembers another one when a stranger has taken it', async () => {
    const state = await ensureState(directory);
    expect(await ensurePort(directory, state, 's3')).toEqual(state);
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(state.s3.port, '127.0.0.1', resolve));
    try {
      const moved = await ensurePort(directory, state, 's3');
      expect(moved.s3.port).not.toBe(state.s3.port);
      expect(moved).toEqual({ ...state, s3: { ...state.s3, port: moved.s3.port } });
      expect(await findState(directory)).toEqual(moved);
    } finally {
      await new Promise((resolve) => stranger.close(resolve));
    }
  });
});

describe('the environment of web and workers', () => {
  it('is a complete configuration, though nothing was configured', async () => {
    const state = await ensureState(directory);
    const env = toEnvironment({ env: { PORT: '4000' }, parts: { database: true, storage: true }, state, stateDirectory: directory });
    const config = loadConfig(env);
    expect(config.database.url).toContain(`@127.0.0.1:${state.postgres.port}/`);
    expect(config.storage).toMatchObject({ bucket: 'videogen', endpoint: `http://127.0.0.1:${state.s3.port}`, accessKeyId: state.s3.accessKeyId });
    expect(config.temp.path).toBe(path.join(directory, 'temp'));
    expect(config.sources.allowHosts).toEqual(['localhost:4000', '127.0.0.1:4000', '[::1]:4000', `127.0.0.1:${state.s3.port}`]);
  });

  it('leaves what was configured alone and allows no private source for it', async () => {
    const given = {
      SUPABASE_URL: 'https://example.supabase.co', SUPABASE_SERVICE_ROLE_KEY: 'key', DATABASE_URL: 'postgresql://u:p@db.example.com/postgres',
      AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret', S3_BUCKET_NAME: 'a-bucket', TEMP_STORAGE_PATH: '/var/tmp/videogen',
    };
    const env = toEnvironment({ env: given, parts: { database: false, storage: false }, state: await ensureState(directory), stateDirectory: directory });
    expect(env).toMatchObject(given);
    expect(loadConfig(env).sources.allowHosts).toEqual([]);
    expect(loadConfig(env).storage.endpoint).toBeNull();
  });
});
