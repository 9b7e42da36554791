/**
 * Ports on the loopback address. In: the port we had before, or none. Out: one that can be listened on now.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Below the range from which systems take the ports of outgoing connections (from 32768 on Linux), or a remembered one would often be taken. */
const PORT_MIN = 20_000;
const PORT_MAX = 32_000;

/** Whether somebody could listen there: on 127.0.0.1, or on every address. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Waits for a port that an ending process may still hold. */
export async function waitForPort(port: number, timeoutMs: number, host?: string): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(100)) {
    if (await isPortFree(port, host)) return true;
  }
  return isPortFree(port, host);
}

/** A free loopback port that is not among `taken`. */
export async function chooseFreePort(taken: readonly number[]): Promise<number> {
  for (;;) {
    const port = randomInt(PORT_MIN, PORT_MAX);
    if (!taken.includes(port) && (await isPortFree(port, '127.0.0.1'))) return port;
  }
}
