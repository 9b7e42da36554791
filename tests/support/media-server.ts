/**
 * A local server of test media: a folder in, its files out with Range, and beside them one route for each way in which a
 * server of media can misbehave. Counts what was asked for, and closes with nothing left open.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';

export interface MediaServer {
  /** Absolute URL of a file or of a fault route; `path` with or without the first slash. */
  url(path: string): string;
  /** host:port, as SOURCE_ALLOW_HOSTS wants it. */
  host: string;
  port: number;
  /** Every request so far, in order. */
  requests: ReadonlyArray<{ method: string; path: string; headers: IncomingMessage['headers'] }>;
  /** How often a path (without its query) was asked for. */
  count(path: string): number;
  close(): Promise<void>;
}

interface Exchange {
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
  directory: string;
  /** Requests of this path, this one included. */
  attempt: number;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
  '.mkv': 'video/x-matroska',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The fault routes. `?file=name` is the file they misuse, where they need one.
 * - /status/N: answers N. /flaky/K/name: 503 to the first K requests, then the file.
 * - /empty: 200 and no byte. /html: a web page. /playlist: an HLS playlist that names a file of the disk.
 * - /redirect?to=URL[&status=N]: a redirect. /loop: a redirect to itself.
 * - /slow?file=&bytesPerSecond=N: the file, slowly. /stall?file=: half of the file, then nothing. /hang: no answer at all.
 * - /cut?file=: announces all, sends half and hangs up. /cut-chunked?file=: the same without a length.
 * - /huge[?bytes=N]: N bytes (default 1 GiB) announced and sent. /huge-chunked: the same without a length.
 * - /lying?announce=N&bytes=M: announces N, sends M. /gzip?file=: says it is compressed.
 */
const FAULTS: Readonly<Record<string, (exchange: Exchange) => Promise<void> | void>> = {
  status: ({ url, response }) => void response.writeHead(Number(url.pathname.split('/')[2] ?? 500)).end('status'),
  '404': ({ response }) => void response.writeHead(404).end('not found'),
  empty: ({ response }) => void response.writeHead(200, { 'content-length': 0 }).end(),
  html: ({ response }) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html><body>Sign in</body></html>'),
  playlist: ({ response }) => void response.writeHead(200, { 'content-type': 'video/mp4' }).end('#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n/etc/passwd\n#EXT-X-ENDLIST\n'),
  redirect: ({ url, response }) => void response.writeHead(Number(url.searchParams.get('status') ?? 302), { location: url.searchParams.get('to') ?? '/' }).end(),
  loop: ({ url, response }) => void response.writeHead(302, { location: url.pathname }).end(),
  flaky: async (exchange) => {
    const [, , failures, name] = exchange.url.pathname.split('/');
    if (exchange.attempt <= Number(failures)) return void exchange.response.writeHead(503).end();
    await sendFile(exchange, name ?? '');
  },
  slow: async (exchange) => {
    const bytesPerSecond = Number(exchange.url.searchParams.get('bytesPerSecond') ?? 1000);
    await sendPart(exchange, { part: 1, isAnnounced: true, bytesPerSecond });
    exchange.response.end();
  },
  stall: (exchange) => sendPart(exchange, { part: 0.5, isAnnounced: true }),
  hang: () => undefined,
  cut: async (exchange) => {
    await sendPart(exchange, { part: 0.5, isAnnounced: true });
    exchange.response.destroy();
  },
  'cut-chunked': async (exchange) => {
    await sendPart(exchange, { part: 0.5, isAnnounced: false });
    exchange.response.destroy();
  },
  huge: (exchange) => sendZeros(exchange, true),
  'huge-chunked': (exchange) => sendZeros(exchange, false),
  lying: ({ url, response }) => {
    response.writeHead(200, { 'content-length': Number(url.searchParams.get('announce')) });
    response.write(Buffer.alloc(Number(url.searchParams.get('bytes'))), () => response.destroy());
  },
  gzip: ({ response }) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.alloc(100)),
};

/** Serves `directory` on 127.0.0.1; port 0 takes any free one. */
export async function startMediaServer(directory: string, port = 0): Promise<MediaServer> {
  const requests: Array<{ method: string; path: string; headers: IncomingMessage['headers'] }> = [];
  const count = (path: string): number => requests.filter((request) => request.path === path).length;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    requests.push({ method: request.method ?? '', path: url.pathname, headers: request.headers });
    const exchange: Exchange = { url, request, response, directory, attempt: count(url.pathname) };
    const fault = FAULTS[url.pathname.split('/')[1] ?? ''];
    Promise.resolve(fault ? fault(exchange) : sendFile(exchange, decodeURIComponent(url.pathname))).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: boundPort } = server.address() as AddressInfo;
  const host = `127.0.0.1:${boundPort}`;
  return {
    url: (path) => `http://${host}/${path.replace(/^\//, '')}`,
    host,
    port: boundPort,
    requests,
    count,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function sendFile({ request, response, directory }: Exchange, name: string): Promise<void> {
  const path = join(directory, basename(name));
  const file = await stat(path).catch(() => null);
  if (!file?.isFile()) return void response.writeHead(404).end('not found');
  const headers = { 'content-type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream', 'accept-ranges': 'bytes' };
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  const [, from = '', to = ''] = range ?? [];
  const start = from === '' && to !== '' ? Math.max(0, file.size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? file.size - 1 : Math.min(Number(to), file.size - 1);
  if (range && start > end) return void response.writeHead(416, { 'content-range': `bytes */${file.size}` }).end();
  if (range) response.writeHead(206, { ...headers, 'content-length': end - start + 1, 'content-range': `bytes ${start}-${end}/${file.size}` });
  else response.writeHead(200, { ...headers, 'content-length': file.size });
  if (request.method === 'HEAD' || file.size === 0) return void response.end();
  createReadStream(path, range ? { start, end } : {}).on('error', () => response.destroy()).pipe(response);
}

interface PartOptions {
  part: number;
  isAnnounced: boolean;
  bytesPerSecond?: number;
}

/** Sends the first part of `?file=` and leaves the answer open. */
async function sendPart({ url, response, directory }: Exchange, { part, isAnnounced, bytesPerSecond }: PartOptions): Promise<void> {
  const path = join(directory, basename(url.searchParams.get('file') ?? ''));
  const { size } = await stat(path);
  response.writeHead(200, isAnnounced ? { 'content-length': size } : {});
  const ticksPerSecond = 10;
  const highWaterMark = bytesPerSecond ? Math.max(1, Math.round(bytesPerSecond / ticksPerSecond)) : 64 * 1024;
  for await (const chunk of createReadStream(path, { end: Math.max(0, Math.floor(size * part) - 1), highWaterMark })) {
    if (response.destroyed) return;
    await new Promise((resolve) => response.write(chunk, resolve));
    if (bytesPerSecond) await sleep(1000 / ticksPerSecond);
  }
}

async function sendZeros({ url, response }: Exchange, isAnnounced: boolean): Promise<void> {
  const total = Number(url.searchParams.get('bytes') ?? 1024 ** 3);
  response.writeHead(200, isAnnounced ? { 'content-length': total } : {});
  const zeros = Buffer.alloc(64 * 1024);
  for (let sent = 0; sent < total && !response.destroyed; sent += zeros.length) {
    await new Promise((resolve) => response.write(zeros.subarray(0, Math.min(zeros.length, total - sent)), resolve));
  }
  response.end();
}
