/**
 * A line between the product and a part of it: a TCP proxy whose traffic can be slowed, held, cut or refused while it is in use.
 * In: the port of the part. Out: a port that leads there, and the ways to harm it. Bytes pass unchanged, so signatures hold.
 */
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Link {
  port: number;
  /** How fast bytes pass, on each connection and in each direction. */
  setSpeed(bytesPerSecond: number): void;
  /** Nothing passes any more, while connections stay open, until `release`. */
  hold(): void;
  release(): void;
  /** Ends every open connection in the middle of what it does. */
  cut(): void;
  /** Ends the connection that carries the next byte after so many of all. */
  cutAfter(bytes: number): void;
  /** As if the part had ended: open connections are cut, new ones refused, until `goUp`. */
  goDown(): Promise<void>;
  goUp(): Promise<void>;
  close(): Promise<void>;
}

export async function openLink(targetPort: number, fullBytesPerSecond: number): Promise<Link> {
  const sockets = new Set<Socket>();
  let bytesPerSecond = fullBytesPerSecond;
  let held: PromiseWithResolvers<void> | null = null;
  let bytesUntilCut = Infinity;

  const pass = async (from: Socket, to: Socket): Promise<void> => {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      await held?.promise;
      bytesUntilCut -= chunk.length;
      if (bytesUntilCut < 0) {
        bytesUntilCut = Infinity;
        return void from.destroy();
      }
      to.write(chunk);
      await sleep((chunk.length / bytesPerSecond) * 1000);
    }
    to.end();
  };
  const accept = (client: Socket): void => {
    const part = connect(targetPort, '127.0.0.1');
    for (const [from, to] of [[client, part], [part, client]] as const) {
      sockets.add(from);
      from.on('error', () => undefined).on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      pass(from, to).catch(() => undefined);
    }
  };
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  let server = await listen(accept, 0);
  const { port } = server.address() as AddressInfo;
  const goDown = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  };
  return {
    port,
    setSpeed: (speed) => void (bytesPerSecond = speed),
    hold: () => void (held ??= Promise.withResolvers()),
    release: () => {
      held?.resolve();
      held = null;
    },
    cut,
    cutAfter: (bytes) => void (bytesUntilCut = bytes),
    goDown,
    goUp: async () => void (server = await listen(accept, port)),
    close: goDown,
  };
}

async function listen(accept: (client: Socket) => void, port: number): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, accept);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return server;
}
