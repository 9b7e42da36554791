/** The embedded S3 server killed with SIGKILL, and started again on the same folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const CREDENTIALS = { accessKeyId: 'id', secretAccessKey: 'secret' };
const REGION = 'us-east-1';
let directory: string;
let server: ChildProcess | null = null;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'videogen-crash-'));
});
afterEach(async () => {
  server?.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

/** Starts the server in a process of its own, so that it can be killed. */
async function start(): Promise<S3Client> {
  const options = JSON.stringify({ port: 0, directory, region: REGION, ...CREDENTIALS });
  const program = `const { startEmbeddedS3 } = await import('#lib/embedded/s3/server'); process.send((await startEmbeddedS3(${options})).endpoint);`;
  server = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [endpoint] = (await once(server, 'message')) as [string];
  return new S3Client({ endpoint, region: REGION, credentials: CREDENTIALS, forcePathStyle: true, maxAttempts: 1, requestChecksumCalculation: 'WHEN_REQUIRED' });
}

async function kill(): Promise<void> {
  const exited = once(server!, 'exit');
  server!.kill('SIGKILL');
  await exited;
}

const bytesOf = (folder: string) => readdir(join(directory, 'crash', folder));

describe('a server that is killed in the middle of an upload', () => {
  it('has the old object whole and nothing of the new one when it starts again', async () => {
    const client = await start();
    await client.send(new CreateBucketCommand({ Bucket: 'crash' }));
    await client.send(new PutObjectCommand({ Bucket: 'crash', Key: 'video', Body: 'the old one' }));
    const url = await getSignedUrl(client, new PutObjectCommand({ Bucket: 'crash', Key: 'video' }));
    const upload = request(url, { method: 'PUT', headers: { 'content-length': 1_000_000 } });
    upload.on('error', () => undefined);
    upload.write(Buffer.alloc(500_000));
    await expect.poll(() => bytesOf('incoming')).toHaveLength(1);
    await kill();
    client.destroy();

    const again = await start();
    expect(await bytesOf('incoming')).toEqual([]);
    expect(await (await again.send(new GetObjectCommand({ Bucket: 'crash', Key: 'video' }))).Body?.transformToString()).toBe('the old one');
    expect((await again.send(new ListObjectsV2Command({ Bucket: 'crash' }))).KeyCount).toBe(1);
    expect(await bytesOf('objects')).toHaveLength(2);
    again.destroy();
    await kill();
  });
});
