/** The door to users' URLs against a server that misbehaves in every way it can. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMediaServer, type MediaServer } from '#tests/support/media-server';
import { fetchSource, type FetchSourceOptions } from '#worker/media/fetch-source';

const MIB = 1024 * 1024;
const CONTENT = Buffer.from(Array.from({ length: 50_000 }, (_, index) => index % 251));

let served: string;
let target: string;
let server: MediaServer;

beforeAll(async () => {
  served = await mkdtemp(join(tmpdir(), 'served-'));
  target = await mkdtemp(join(tmpdir(), 'target-'));
  await writeFile(join(served, 'clip.mp4'), CONTENT);
});
beforeEach(async () => {
  server = await startMediaServer(served);
  return () => server.close();
});
afterAll(async () => {
  await Promise.all([served, target].map((folder) => rm(folder, { recursive: true })));
});

const fetchIt = (source: string, options: Partial<FetchSourceOptions> = {}) =>
  fetchSource({
    source,
    path: join(target, 'source.part'),
    timeoutSeconds: 10,
    sizeBytesMax: MIB,
    allowHosts: [server.host],
    signal: new AbortController().signal,
    onBytes: () => undefined,
    ...options,
  });

async function expectFailure(source: string, code: string, options: Partial<FetchSourceOptions> = {}): Promise<void> {
  const error: unknown = await fetchIt(source, options).then(() => 'no error', (reason: unknown) => reason);
  expect(error).toMatchObject({ code });
  expect((error as Error).message).not.toMatch(/127\.0\.0\.1|http:|\/tmp|UND_|ECONN|localhost/);
  expect(await readdir(target), 'nothing is left behind').toEqual([]);
}

describe('a good source', () => {
  it('arrives unchanged under our own name, with its progress told', async () => {
    const progress: Array<[number, number | null]> = [];
    const result = await fetchIt(server.url('clip.mp4?name=../../evil'), { onBytes: (...args) => progress.push(args) });
    expect(result).toEqual({ sizeBytes: CONTENT.length });
    expect(await readFile(join(target, 'source.part'))).toEqual(CONTENT);
    expect(progress.at(-1)).toEqual([CONTENT.length, CONTENT.length]);
    expect(await readdir(target)).toEqual(['source.part']);
    expect(server.requests[0]?.headers['accept-encoding']).toBe('identity');
    await rm(join(target, 'source.part'));
  });

  it.each([301, 302, 303, 307, 308])('is found behind a redirect (%i), relative or absolute', async (status) => {
    expect(await fetchIt(server.url(`/redirect?status=${status}&to=/clip.mp4`))).toEqual({ sizeBytes: CONTENT.length });
    expect(await fetchIt(server.url(`/redirect?status=${status}&to=${encodeURIComponent(server.url('clip.mp4'))}`))).toEqual({ sizeBytes: CONTENT.length });
    await rm(join(target, 'source.part'));
  });

  it('is asked for again after two errors of its server, and its progress never goes back', async () => {
    const progress: number[] = [];
    await fetchIt(server.url('/flaky/2/clip.mp4'), { onBytes: (received) => progress.push(received) });
    expect(server.count('/flaky/2/clip.mp4')).toBe(3);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    await rm(join(target, 'source.part'));
  });
});

describe('a bad answer', () => {
  it.each([
    ['/404', 'SOURCE_NOT_FOUND', 1],
    ['/status/410', 'SOURCE_NOT_FOUND', 1],
    ['/status/400', 'SOURCE_REFUSED', 1],
    ['/status/401', 'SOURCE_REFUSED', 1],
    ['/status/403', 'SOURCE_REFUSED', 1],
    ['/status/451', 'SOURCE_REFUSED', 1],
    ['/status/304', 'SOURCE_REFUSED', 1],
    ['/status/206', 'SOURCE_REFUSED', 1],
    ['/status/204', 'SOURCE_EMPTY', 1],
    ['/empty', 'SOURCE_EMPTY', 1],
    ['/gzip', 'SOURCE_REFUSED', 1],
    ['/status/429', 'SOURCE_SERVER_FAILED', 3],
    ['/status/503', 'SOURCE_SERVER_FAILED', 3],
    ['/cut?file=clip.mp4', 'SOURCE_INCOMPLETE', 3],
    ['/cut-chunked?file=clip.mp4', 'SOURCE_INCOMPLETE', 3],
    ['/lying?announce=60000&bytes=50000', 'SOURCE_INCOMPLETE', 3],
  ])('%s is %s, asked %i time(s)', async (path, code, requests) => {
    await expectFailure(server.url(path), code);
    expect(server.requests).toHaveLength(requests);
  });

  it('a redirect without end is refused after five', async () => {
    await expectFailure(server.url('/loop'), 'SOURCE_REFUSED');
    expect(server.count('/loop')).toBe(6);
  });

  it('a port where nobody listens is unreachable', async () => {
    const port = await findClosedPort();
    await expectFailure(`http://127.0.0.1:${port}/a`, 'SOURCE_UNREACHABLE', { allowHosts: [`127.0.0.1:${port}`] });
  });

  it('a name that does not exist is unreachable', () => expectFailure('http://no-such-host.invalid/a', 'SOURCE_UNREACHABLE'));

  it('a server that speaks no HTTP is unreachable', async () => {
    const tcp = createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
    const host = await listen(tcp);
    await expectFailure(`http://${host}/a`, 'SOURCE_UNREACHABLE', { allowHosts: [host] });
    tcp.close();
  });
});

describe('limits', () => {
  it('an announced size beyond the limit is refused before the body', async () => {
    await expectFailure(server.url(`/huge?bytes=${2 * MIB}`), 'SOURCE_TOO_LARGE');
  });

  it('a size that is not announced is counted while it arrives, and the rest is never read', async () => {
    let receivedBytes = 0;
    await expectFailure(server.url('/huge-chunked'), 'SOURCE_TOO_LARGE', { onBytes: (received) => (receivedBytes = received) });
    expect(receivedBytes).toBeLessThanOrEqual(MIB);
  });

  it('bytes beyond what the server announced do not get in', async () => {
    expect(await fetchIt(server.url('/lying?announce=100&bytes=2000000'))).toEqual({ sizeBytes: 100 });
    expect((await stat(join(target, 'source.part'))).size).toBe(100);
    await rm(join(target, 'source.part'));
  });

  it.each(['/slow?file=clip.mp4&bytesPerSecond=1000', '/stall?file=clip.mp4', '/hang'])('%s is too slow once its time is over', async (path) => {
    await expectFailure(server.url(path), 'SOURCE_TOO_SLOW', { timeoutSeconds: 0.5 });
  });

  it('the time holds for all tries together', async () => {
    await expectFailure(server.url('/status/503'), 'SOURCE_TOO_SLOW', { timeoutSeconds: 0.2 });
    expect(server.count('/status/503')).toBeLessThan(3);
  });

  it('an abort ends the download with its own reason and leaves no file', async () => {
    const controller = new AbortController();
    const reason = new Error('the job was cancelled');
    const fetched = fetchIt(server.url('/stall?file=clip.mp4'), { signal: controller.signal, onBytes: () => controller.abort(reason) });
    await expect(fetched).rejects.toBe(reason);
    expect(await readdir(target)).toEqual([]);
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk is our fault, not the source\'s', async () => {
    await symlink('/dev/full', join(target, 'source.part'));
    await expectFailure(server.url('clip.mp4'), 'DISK_FULL');
  });
});

describe('addresses', () => {
  it('a private address is refused without being asked', async () => {
    await expectFailure(server.url('clip.mp4'), 'SOURCE_ADDRESS_FORBIDDEN', { allowHosts: [] });
    await expectFailure(server.url('clip.mp4'), 'SOURCE_ADDRESS_FORBIDDEN', { allowHosts: ['127.0.0.1:1', 'localhost:80'] });
    expect(server.requests).toHaveLength(0);
  });

  it.each(['http://169.254.169.254/latest/meta-data/', 'http://[::1]:80/', 'http://2130706433/', 'http://localhost:1/', 'file:///etc/passwd', 'http://user:password@example.com/', '//', 'http://[::ffff:169.254.169.254]/'])(
    'a redirect to %s is refused',
    async (to) => {
      await expectFailure(server.url(`/redirect?to=${encodeURIComponent(to)}`), 'SOURCE_ADDRESS_FORBIDDEN');
      expect(server.requests).toHaveLength(1);
    },
  );

  it('a redirect from an allowed host to another port of it is checked again', async () => {
    const other = await startMediaServer(served);
    await expectFailure(server.url(`/redirect?to=${encodeURIComponent(other.url('clip.mp4'))}`), 'SOURCE_ADDRESS_FORBIDDEN');
    expect(other.requests).toHaveLength(0);
    await other.close();
  });

  it('a name is looked up once, and the checked answer is the one connected to', async () => {
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];
    let lookups = 0;
    const lookup = async () => [{ address: answers[lookups++] ?? '', family: 4 }];
    const { port } = server;
    await fetchIt(`http://rebinding.test:${port}/clip.mp4`, { allowHosts: [`rebinding.test:${port}`], lookup });
    expect(lookups).toBe(1);
    expect(server.requests[0]?.headers.host).toBe(`rebinding.test:${port}`);
    await rm(join(target, 'source.part'));
  });

  it('a name that turns private between redirect and next request is refused', async () => {
    const { port } = server;
    const names: string[] = [];
    const lookup = async (name: string) => [{ address: names.push(name) === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    const source = `http://first.test:${port}/redirect?to=${encodeURIComponent(`http://second.test:${port}/clip.mp4`)}`;
    await expectFailure(source, 'SOURCE_ADDRESS_FORBIDDEN', { allowHosts: [`first.test:${port}`], lookup });
    expect(names).toEqual(['first.test', 'second.test']);
  });

  it('TLS asks for the name of the URL, at the checked address', async () => {
    const names: string[] = [];
    const tls = createTlsServer({
      SNICallback: (name, callback) => {
        names.push(name);
        callback(new Error('no certificate'));
      },
    });
    tls.on('tlsClientError', () => undefined);
    const port = Number((await listen(tls)).split(':')[1]);
    const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
    await expectFailure(`https://secure.test:${port}/a`, 'SOURCE_UNREACHABLE', { allowHosts: [`secure.test:${port}`], lookup });
    expect(new Set(names)).toEqual(new Set(['secure.test']));
    tls.close();
  });
});

function listen(listener: ReturnType<typeof createTcpServer>): Promise<string> {
  return new Promise((resolve) => listener.listen(0, '127.0.0.1', () => resolve(`127.0.0.1:${(listener.address() as AddressInfo).port}`)));
}

async function findClosedPort(): Promise<number> {
  const tcp = createTcpServer();
  const host = await listen(tcp);
  await new Promise((resolve) => tcp.close(resolve));
  return Number(host.split(':')[1]);
}
