/** `npm start` typed as a person types it: what runs, what is left after Ctrl-C and kill -9, and what it says when it cannot start. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { chooseFreePort } from '#lib/embedded/free-port';
import { findProcesses, type FoundProcess } from '#tests/support/find-processes';
import { inheritedEnvironment } from '#tests/support/inherited-environment';
import { typeNpm, type NpmCommand } from '#tests/support/npm-command';

const READY = 'videogen is ready';
/** What the issue promises for an end by Ctrl-C. */
const STOP_SECONDS_MAX = 10;

let stateDirectory: string;
let port: number;
let env: Record<string, string>;

beforeAll(async () => {
  stateDirectory = await mkdtemp(path.join(tmpdir(), 'videogen-start-'));
  port = await chooseFreePort([]);
  env = { ...inheritedEnvironment(), VIDEOGEN_STATE_DIR: stateDirectory, PORT: String(port) };
});

afterEach(async () => {
  for (const { pid } of await findProcesses(stateDirectory)) process.kill(pid, 'SIGKILL');
  await expectNothingLeft();
});

afterAll(() => rm(stateDirectory, { recursive: true, force: true }));

async function start(): Promise<NpmCommand> {
  const command = typeNpm(['start'], env);
  await command.waitFor(READY);
  return command;
}

async function expectNothingLeft(): Promise<void> {
  await vi.waitFor(async () => expect(await findProcesses(stateDirectory)).toEqual([]), { timeout: 5_000, interval: 100 });
}

async function findProcess(part: string): Promise<FoundProcess> {
  const found = (await findProcesses(stateDirectory)).filter(({ command }) => command.includes(part));
  return found[0] ?? expect.fail(`no process of "${part}"`);
}

async function expectHealthy(): Promise<void> {
  await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200), { timeout: 30_000, interval: 250 });
}

describe('npm start', () => {
  it('ends by Ctrl-C within 10 s and leaves no process', async () => {
    const command = await start();
    await expectHealthy();
    command.pressCtrlC();
    const { result, seconds } = await command.end();
    expect(result).toBe(0);
    expect(seconds).toBeLessThan(STOP_SECONDS_MAX);
    expect(await findProcesses(stateDirectory)).toEqual([]);
  });

  it('ends by SIGTERM to npm alone and leaves no process', async () => {
    const command = await start();
    process.kill(command.pid, 'SIGTERM');
    expect((await command.end()).seconds).toBeLessThan(STOP_SECONDS_MAX);
    await expectNothingLeft();
  });

  it('ends by Ctrl-C pressed again and again, and in the middle of its start', async () => {
    const command = typeNpm(['start'], env);
    await command.waitFor('Embedded PostgreSQL');
    for (let count = 0; count < 5; count += 1) {
      command.pressCtrlC();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await command.end()).seconds).toBeLessThan(STOP_SECONDS_MAX);
    await expectNothingLeft();
  });

  it('starts each of its processes again when it is killed, and works on', async () => {
    const command = await start();
    for (const part of ['worker/main.ts', 'lib/embedded/main.ts', 'postgres -D', 'next-server']) {
      const { pid } = await findProcess(part);
      process.kill(pid, 'SIGKILL');
      await vi.waitFor(async () => expect((await findProcess(part)).pid).not.toBe(pid), { timeout: 30_000, interval: 100 });
      await expectHealthy();
    }
    command.pressCtrlC();
    await command.end();
    await expectNothingLeft();
  });

  it.each([['npm itself', 'npm start'], ['our starter', 'scripts/start.mjs'], ['the supervisor', 'scripts/main.ts']])('leaves no process when %s is killed, and starts again', async (_, part) => {
    await start();
    process.kill((await findProcess(part)).pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await findProcesses(stateDirectory)).toEqual([]), { timeout: STOP_SECONDS_MAX * 1000, interval: 100 });
    const again = await start();
    await expectHealthy();
    again.pressCtrlC();
    expect((await again.end()).result).toBe(0);
  });

  it('runs with reload as npm run dev, which ends by Ctrl-C as well', async () => {
    const command = typeNpm(['run', 'dev'], env);
    await command.waitFor(READY);
    await expectHealthy();
    expect((await findProcess('--watch')).command).toContain('worker/main.ts');
    command.pressCtrlC();
    const { result, seconds } = await command.end();
    expect(result).toBe(0);
    expect(seconds).toBeLessThan(STOP_SECONDS_MAX);
    await expectNothingLeft();
  });

  it('says so and starts nothing when its port is taken', async () => {
    const stranger = createServer().listen(0);
    const taken = (stranger.address() as AddressInfo).port;
    const command = typeNpm(['start'], { ...env, PORT: String(taken) });
    expect((await command.end()).result).toBe(1);
    expect(command.output).toContain(`PORT ${taken} is in use by another program: stop that one, or set PORT to a free port`);
    expect(await findProcesses(stateDirectory)).toEqual([]);
    await new Promise((resolve) => stranger.close(resolve));
  });

  it('says what is missing of half a configuration and starts nothing', async () => {
    const command = typeNpm(['start'], { ...env, SUPABASE_URL: 'https://example.supabase.co', AWS_ACCESS_KEY_ID: 'id', S3_BUCKET_NAME: 'bucket' });
    expect((await command.end()).result).toBe(1);
    expect(command.output).toContain('SUPABASE_SERVICE_ROLE_KEY, DATABASE_URL: missing, as SUPABASE_URL is set');
    expect(command.output).toContain('AWS_SECRET_ACCESS_KEY: missing, as AWS_ACCESS_KEY_ID, S3_BUCKET_NAME is set');
    expect(command.output).not.toContain('Embedded');
  });

  it('runs once a state folder, and npm run worker adds a worker to the one that runs', async () => {
    const lonely = typeNpm(['run', 'worker'], env);
    expect((await lonely.end()).result).toBe(1);
    expect(lonely.output).toContain('type npm start first');
    const first = await start();
    const second = typeNpm(['start'], { ...env, PORT: String(await chooseFreePort([port])) });
    expect((await second.end()).result).toBe(1);
    expect(second.output).toContain(`videogen already runs with ${stateDirectory}`);
    const worker = typeNpm(['run', 'worker'], env);
    await worker.waitFor('The worker is ready');
    expect((await findProcesses(stateDirectory)).filter(({ command }) => command.includes('worker/main.ts'))).toHaveLength(2);
    worker.pressCtrlC();
    expect((await worker.end()).result).toBe(0);
    expect((await findProcesses(stateDirectory)).filter(({ command }) => command.includes('worker/main.ts'))).toHaveLength(1);
    await expectHealthy();
    first.pressCtrlC();
    await first.end();
    await expectNothingLeft();
  });
});
