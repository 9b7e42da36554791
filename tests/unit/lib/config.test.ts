/** The configuration's guarantees: defaults of the contract, every problem at once, half groups named. */
import { describe, expect, it } from 'vitest';
import { ConfigError, findEmbeddedParts, loadConfig } from '#lib/config';

const complete = {
  SUPABASE_URL: 'https://project.supabase.co',
  SUPABASE_SERVICE_ROLE_KEY: 'secret',
  DATABASE_URL: 'postgres://user:pass@db.example:5432/postgres',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  S3_BUCKET_NAME: 'videos',
};

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('gives the defaults of the contract', () => {
    const config = loadConfig(complete);
    expect(config.port).toBe(3000);
    expect(config.storage.region).toBe('us-west-2');
    expect(config.jobs).toEqual({ concurrentMax: 5, quickThresholdSeconds: 30, processingTimeoutSeconds: 600 });
    expect(config.temp).toEqual({ path: '/tmp/videogen', cleanup: true });
    expect(config.storage.uploadTimeoutSeconds).toBe(300);
    expect(config.sources.sizeBytesMax).toBe(100 * 1024 * 1024);
    expect(config.sources.quickTimeoutSeconds).toBe(15);
  });

  it('names every problem at once, each with its variable', () => {
    const problems = problemsOf({ ...complete, PORT: '70000', MAX_CONCURRENT_JOBS: 'many', S3_ENDPOINT: 'ftp://x' });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'S3_ENDPOINT', 'MAX_CONCURRENT_JOBS']);
  });

  it('half a group is one problem that names what is missing', () => {
    const problems = problemsOf({ ...complete, DATABASE_URL: undefined, SUPABASE_SERVICE_ROLE_KEY: '' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^SUPABASE_SERVICE_ROLE_KEY, DATABASE_URL: missing, as SUPABASE_URL is set/);
  });

  it('an empty variable counts as absent', () => {
    expect(loadConfig({ ...complete, PORT: '' }).port).toBe(3000);
  });

  it('reads the list of allowed source hosts', () => {
    expect(loadConfig({ ...complete, SOURCE_ALLOW_HOSTS: 'Media.local:8080, 127.0.0.1:3000,' }).sources.allowHosts).toEqual(['media.local:8080', '127.0.0.1:3000']);
  });
});

describe('findEmbeddedParts', () => {
  it('without any variable both parts are embedded; a lone region changes nothing', () => {
    expect(findEmbeddedParts({ AWS_REGION: 'eu-west-1' })).toEqual({ database: true, storage: true, problems: [] });
  });

  it('one group given leaves only the other embedded', () => {
    expect(findEmbeddedParts({ ...complete, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, S3_BUCKET_NAME: undefined })).toEqual({
      database: false,
      storage: true,
      problems: [],
    });
  });
});
