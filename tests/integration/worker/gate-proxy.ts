/**
 * An HTTP proxy in front of the storage that holds every PUT of a video back until the gate is opened: an upload that takes as long as a test needs.
 * Requests pass unchanged, so that their signatures hold.
 */
import { createServer, request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GateProxy {
  readonly endpoint: string;
  /** Resolves when a video waits at the gate. */
  readonly waiting: Promise<void>;
  open(): void;
  close(): Promise<void>;
}

export async function startGateProxy(target: string): Promise<GateProxy> {
  const gate = Promise.withResolvers<void>();
  const waiting = Promise.withResolvers<void>();
  const server = createServer((incoming, outgoing) => {
    if (incoming.method !== 'PUT' || !incoming.url?.includes('/video_')) return pass(target, incoming, outgoing);
    waiting.resolve();
    void gate.promise.then(() => pass(target, incoming, outgoing));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    waiting: waiting.promise,
    open: () => gate.resolve(),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function pass(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  // The proxy has answered "100 Continue" itself.
  const { expect: _, ...headers } = incoming.headers;
  const upstream = sendRequest(new URL(incoming.url ?? '/', target), { method: incoming.method, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  upstream.on('error', () => outgoing.destroy());
  incoming.pipe(upstream);
}
