/**
 * Starts the one stack that the system tests (contract, e2e) share: the parts, the web server and one worker. In: a fresh machine
 * state. Out: `inject('baseUrl')`, `inject('env')` and `inject('mediaPort')`, the one local port whose media servers may be sources.
 */
import type { TestProject } from 'vitest/node';
import { chooseFreePort } from '#lib/embedded/free-port';
import { startStack } from '#tests/support/stack';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the web server answers, without a slash at the end. */
    baseUrl: string;
    /** The port on 127.0.0.1 where a test may start its media server: jobs may fetch from it. */
    mediaPort: number;
    /** The environment of web and worker: for direct looks into database and bucket. */
    env: Record<string, string>;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const mediaPort = await chooseFreePort([]);
  const stack = await startStack({ web: true, workers: 1, allowHosts: [`127.0.0.1:${mediaPort}`, `localhost:${mediaPort}`] });
  project.provide('baseUrl', stack.baseUrl ?? '');
  project.provide('mediaPort', mediaPort);
  project.provide('env', stack.env);
  return stack.stop;
}
