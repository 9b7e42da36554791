/**
 * An HTTP proxy in front of an S3 server: passes requests on unchanged, so that signatures hold, or does to one what a test asks.
 */
import { createServer, request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * - `status 500`, `status 501`: answered by the proxy in S3's form, without passing the request on.
 * - `cut`: the connection is closed after the first bytes of the body.
 * - `stall`: nothing is answered.
 * - `wrong size`: passed on, and the answer's Content-Length is made one larger (for HEAD).
 */
export type Fault = 'status 500' | 'status 501' | 'cut' | 'stall' | 'wrong size';

export interface FaultProxy {
  readonly endpoint: string;
  /** Requests so far, as "PUT /path?query". */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Sees each request as "METHOD url" and its number from 0; null passes it on. */
export type FaultChoice = (request: string, index: number) => Fault | null;

/** The proxy as long as `run` goes on. */
export async function withFaultProxy<T>(target: string, decide: FaultChoice, run: (proxy: FaultProxy) => Promise<T>): Promise<T> {
  const proxy = await startFaultProxy(target, decide);
  try {
    return await run(proxy);
  } finally {
    await proxy.close();
  }
}

export async function startFaultProxy(target: string, decide: FaultChoice): Promise<FaultProxy> {
  const requests: string[] = [];
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const name = `${incoming.method} ${incoming.url}`;
    const fault = decide(name, requests.push(name) - 1);
    if (fault === 'cut') incoming.once('data', () => incoming.socket.destroy());
    else if (fault === 'status 500' || fault === 'status 501') {
      incoming.resume();
      const code = fault === 'status 500' ? 'InternalError' : 'NotImplemented';
      outgoing.writeHead(Number(fault.slice(-3)), { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code><Message>injected</Message></Error>`);
    } else if (fault !== 'stall') pass(target, { incoming, outgoing, isSizeWrong: fault === 'wrong size' });
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function pass(target: string, { incoming, outgoing, isSizeWrong }: { incoming: IncomingMessage; outgoing: ServerResponse; isSizeWrong: boolean }): void {
  // The proxy has answered "100 Continue" itself.
  const { expect: _, ...headers } = incoming.headers;
  const upstream = sendRequest(new URL(incoming.url ?? '/', target), { method: incoming.method, headers, path: incoming.url, agent: false }, (answer) => {
    const sizeBytes = Number(answer.headers['content-length']);
    outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...(isSizeWrong && { 'content-length': sizeBytes + 1 }) });
    answer.pipe(outgoing);
  });
  upstream.on('error', () => outgoing.destroy());
  outgoing.on('close', () => upstream.destroy());
  incoming.pipe(upstream);
}
