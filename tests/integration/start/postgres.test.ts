/** The embedded PostgreSQL: who may enter, and how it comes back after every kind of death. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseFreePort } from '#lib/embedded/free-port';
import { startPostgres, type PostgresOptions, type RunningPostgres } from '#lib/embedded/postgres';
import { PROJECT_ROOT } from '#scripts/project-root';

let options: PostgresOptions;
const started: RunningPostgres[] = [];

beforeEach(async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-postgres-'));
  options = { directory, port: await chooseFreePort([]), password: 'a-password', isDurable: false };
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  await rm(options.directory, { recursive: true, force: true });
});

async function start(changes: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ ...options, ...changes });
  started.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('answers to its password, refuses any other and no password at all', async () => {
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await expect(query(url.replace('a-password', 'another'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await expect(query(url.replace(':a-password', ''), 'select 1')).rejects.toThrow(/password/);
  });

  it('listens on the loopback address alone', async () => {
    const { url, port } = await start();
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const outer = Object.values(networkInterfaces()).flat().find((address) => address?.family === 'IPv4' && !address.internal);
    if (outer !== undefined) {
      await expect(query(url.replace('127.0.0.1', outer.address), 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
    expect(port).toBe(options.port);
  });

  it('keeps its data over a stop and a start', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 7 as value');
    await first.stop();
    expect(await first.exited).toBe('exit code 0');
    const second = await start();
    expect(await query(second.url, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  it('is adopted, on the port it has, when it already runs', async () => {
    const first = await start();
    const second = await start({ port: await chooseFreePort([options.port]) });
    expect(second).toMatchObject({ pid: first.pid, port: first.port, isAdopted: true });
    await second.stop();
    expect(await second.exited).toBe('it ended');
  });

  it('starts again with its data after kill -9 of the process that started it', async () => {
    const script = `
      const { startPostgres } = await import('#lib/embedded/postgres');
      const { url } = await startPostgres(${JSON.stringify(options)});
      const { Client } = (await import('pg')).default;
      const client = new Client(url);
      await client.connect();
      await client.query('create table kept as select 7 as value');
      process.kill(process.pid, 'SIGKILL');`;
    const starter = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: PROJECT_ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    expect(await once(starter, 'exit')).toEqual([null, 'SIGKILL']);
    const { url } = await start();
    expect(await query(url, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  it('starts again with its data after kill -9 of itself', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 7 as value');
    process.kill(first.pid, 'SIGKILL');
    expect(await first.exited).toBe('SIGKILL');
    const second = await start();
    expect(second.isAdopted).toBe(false);
    expect(await query(second.url, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  it('is not kept from starting by a stale lock file whose process number belongs to somebody else now', async () => {
    await (await start()).stop();
    await writeFile(path.join(options.directory, 'data', 'postmaster.pid'), `${process.pid}\n${options.directory}/data\n1\n${options.port}\n`);
    const { isAdopted, url } = await start();
    expect(isAdopted).toBe(false);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is made anew when its making was interrupted', async () => {
    const draft = path.join(options.directory, 'data.new');
    await mkdir(draft);
    await writeFile(path.join(draft, 'PG_VERSION'), '18\n');
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says so and leaves nothing running when the password is not that of the data', async () => {
    await (await start()).stop();
    await expect(start({ password: 'another' })).rejects.toThrow(/made with another password/);
    await expect(readFile(path.join(options.directory, 'data', 'postmaster.pid'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
