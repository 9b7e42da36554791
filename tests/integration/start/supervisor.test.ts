/** The supervisor with small processes of its own: starting again, stopping all, leaving no orphan. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROJECT_ROOT } from '#scripts/project-root';
import type { Service } from '#scripts/service';
import { startNodeService, type NodeServiceOptions } from '#scripts/start-node-service';
import { Supervisor } from '#scripts/supervisor';
import { findProcesses } from '#tests/support/find-processes';

const READY = 'process.send("ready"); setInterval(() => {}, 1000);';
const STUBBORN = `process.on("SIGTERM", () => {}); ${READY}`;
const WITH_CHILD = `require("node:child_process").spawn("sleep", ["600"], { stdio: "ignore" }); ${READY}`;

let marker: string;
let lines: string[];
let supervisor: Supervisor;

beforeEach(() => {
  marker = `videogen-test-${randomUUID()}`;
  lines = [];
  supervisor = new Supervisor((line) => lines.push(line));
});

afterEach(() => supervisor.stop());

function toOptions(script: string, graceMs = 500): NodeServiceOptions {
  const env = { NODE_ENV: 'test' as const, PATH: process.env['PATH'] ?? '', MARKER: marker };
  return { name: 'part', args: ['--eval', script], cwd: PROJECT_ROOT, env, stdio: ['ignore', 'ignore'], ready: 'message', graceMs };
}

function toService(name: string, script: string): Service {
  return { name, start: (signal) => startNodeService(toOptions(script), signal) };
}

async function pidOf(name: string): Promise<number> {
  return vi.waitFor(() => supervisor.pids[name] ?? expect.fail(`${name} does not run`), { timeout: 10_000 });
}

describe('the supervisor', () => {
  it('starts a killed service again and says which one ended and why', async () => {
    await supervisor.start(toService('first', READY), toService('second', READY));
    const [first, second] = [await pidOf('first'), await pidOf('second')];
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(lines).toEqual(['first ended (SIGKILL); starting it again']));
    expect(await pidOf('first')).not.toBe(first);
    expect(await pidOf('second')).toBe(second);
  });

  it('goes on trying when a service cannot be started again at once', async () => {
    let starts = 0;
    const flaky: Service = { name: 'flaky', start: (signal) => startNodeService(toOptions((starts += 1) === 2 ? 'process.exit(3)' : READY), signal) };
    await supervisor.start(flaky);
    process.kill(await pidOf('flaky'), 'SIGKILL');
    await vi.waitFor(() => expect(lines).toHaveLength(2), { timeout: 10_000 });
    expect(lines[1]).toMatch(/did not become ready: it ended \(exit code 3\)/);
    await pidOf('flaky');
    expect(starts).toBe(3);
  });

  it('fails when a service ends before it is ready, and stopping then leaves nothing of the others', async () => {
    await supervisor.start(toService('below', READY));
    await expect(supervisor.start(toService('good', READY), toService('bad', 'process.exit(7)'))).rejects.toThrow(/exit code 7/);
    await supervisor.stop();
    expect(await findProcesses(marker)).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('stops all, also one that ignores SIGTERM and what a service has started itself', async () => {
    await supervisor.start(toService('plain', READY));
    await supervisor.start(toService('stubborn', STUBBORN), toService('parent', WITH_CHILD));
    expect((await findProcesses(marker)).map(({ command }) => command)).toContain('sleep 600');
    await supervisor.stop();
    await vi.waitFor(async () => expect(await findProcesses(marker)).toEqual([]));
    expect(lines).toEqual([]);
  });

  it('can be stopped in the middle of a start', async () => {
    const starting = supervisor.start(toService('slow', 'setInterval(() => {}, 1000);'));
    const failed = expect(starting).rejects.toThrow();
    await vi.waitFor(async () => expect(await findProcesses(marker)).not.toEqual([]), { timeout: 10_000 });
    await supervisor.stop();
    await failed;
    expect(await findProcesses(marker)).toEqual([]);
  });

  it('takes its services along when it is killed itself', async () => {
    const options = JSON.stringify({ ...toOptions(STUBBORN) });
    const script = `
      const { startNodeService } = await import('#scripts/start-node-service');
      await startNodeService(${options}, new AbortController().signal);
      process.stdout.write('started');
      setInterval(() => {}, 1000);`;
    const owner = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: PROJECT_ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(owner.stdout, 'data');
    expect(await findProcesses(marker)).not.toEqual([]);
    owner.kill('SIGKILL');
    await vi.waitFor(async () => expect(await findProcesses(marker)).toEqual([]), { timeout: 5_000 });
  });

  it('takes them along by the closing channel alone, where the kernel has no parent-death signal', async () => {
    const orphan = spawn(process.execPath, ['--import', `${PROJECT_ROOT}/scripts/die-with-parent.mjs`, '--eval', STUBBORN], {
      env: { ...process.env, MARKER: marker }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(orphan, 'message');
    orphan.disconnect();
    expect(await once(orphan, 'exit')).toEqual([1, null]);
  });
});
