/**
 * The embedded S3 server in a temporary folder, with what a test needs to talk to it. `reopen` is a restart on the same folder.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

import { loadConfig, type StorageConfig } from '#lib/config';
import { startEmbeddedS3, type EmbeddedS3 } from '#lib/embedded/s3/server';

export const BUCKET = 'videogen-test';
export const REGION = 'us-west-2';
export const ACCESS_KEY_ID = 'test-key-id';
export const SECRET_ACCESS_KEY = 'test-secret-that-must-never-be-shown';

export interface TestS3 {
  readonly endpoint: string;
  readonly directory: string;
  readonly server: EmbeddedS3;
  /** A client with the right credentials; `options` goes over them. */
  client(options?: Partial<S3ClientConfig>): S3Client;
  config(changes?: Partial<StorageConfig>): StorageConfig;
  /** Every file below the server's folder, relative to it. */
  files(): Promise<string[]>;
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export async function startTestS3(): Promise<TestS3> {
  const directory = await mkdtemp(join(tmpdir(), 'videogen-s3-'));
  const start = (port: number) => startEmbeddedS3({ port, directory: join(directory, 'data'), accessKeyId: ACCESS_KEY_ID, secretAccessKey: SECRET_ACCESS_KEY, region: REGION });
  let server = await start(0);
  const clients: S3Client[] = [];
  return {
    endpoint: server.endpoint,
    directory,
    get server() {
      return server;
    },
    client: (options = {}) => {
      const client = new S3Client({
        endpoint: server.endpoint,
        region: REGION,
        forcePathStyle: true,
        maxAttempts: 1,
        credentials: { accessKeyId: ACCESS_KEY_ID, secretAccessKey: SECRET_ACCESS_KEY },
        ...options,
      });
      clients.push(client);
      return client;
    },
    config: (changes = {}) => ({ ...storageConfig(server.endpoint), ...changes }),
    files: async () => (await readdir(join(directory, 'data'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name),
    reopen: async () => {
      await server.close();
      server = await start(server.port);
    },
    close: async () => {
      for (const client of clients) client.destroy();
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The configuration as the environment would give it. */
function storageConfig(endpoint: string): StorageConfig {
  return loadConfig({
    SUPABASE_URL: 'http://127.0.0.1:1',
    SUPABASE_SERVICE_ROLE_KEY: 'unused',
    DATABASE_URL: 'postgresql://127.0.0.1:1/unused',
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY: SECRET_ACCESS_KEY,
    S3_BUCKET_NAME: BUCKET,
    S3_ENDPOINT: endpoint,
  }).storage;
}
