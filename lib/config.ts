/**
 * The one door to the environment: variables in, a checked `Config` out, one clear message a problem.
 * Half a configuration (some of SUPABASE_*, or some of AWS_*, but not all) is refused with the names that are missing.
 */
import { z } from 'zod';

type Environment = Readonly<Record<string, string | undefined>>;

const seconds = z.coerce.number().positive();
const flag = z.stringbool();
const httpUrl = z.url({ protocol: /^https?$/ });

/** Variables that stand or fall together; all absent means that the embedded part is used. */
export const DATABASE_VARIABLES = ['SUPABASE_URL', 'SUPABASE_SERVICE_ROLE_KEY', 'DATABASE_URL'] as const;
export const STORAGE_VARIABLES = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'S3_BUCKET_NAME'] as const;

const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  PUBLIC_URL: httpUrl.optional(),
  SUPABASE_URL: httpUrl,
  SUPABASE_SERVICE_ROLE_KEY: z.string().min(1),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AWS_REGION: z.string().min(1).default('us-west-2'),
  AWS_ACCESS_KEY_ID: z.string().min(1),
  AWS_SECRET_ACCESS_KEY: z.string().min(1),
  S3_BUCKET_NAME: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be a valid bucket name'),
  S3_ENDPOINT: httpUrl.optional(),
  S3_PUBLIC_URL_PREFIX: httpUrl.optional(),
  S3_LIFECYCLE_DAYS: z.coerce.number().int().min(1).default(30),
  UPLOAD_RETRIES: z.coerce.number().int().min(0).max(10).default(3),
  UPLOAD_TIMEOUT_SECONDS: seconds.default(300),
  MAX_CONCURRENT_JOBS: z.coerce.number().int().min(1).max(64).default(5),
  QUICK_RESPONSE_THRESHOLD_SECONDS: z.coerce.number().min(0).max(300).default(30),
  PROCESSING_TIMEOUT_MINUTES: z.coerce.number().positive().default(10),
  TEMP_STORAGE_PATH: z.string().min(1).default('/tmp/videogen'),
  AUTO_CLEANUP_TEMP_FILES: flag.default(true),
  SOURCE_SIZE_MB_MAX: z.coerce.number().positive().default(100),
  SOURCE_TIMEOUT_QUICK_SECONDS: seconds.default(15),
  SOURCE_TIMEOUT_LONG_SECONDS: seconds.default(120),
  SOURCE_ALLOW_HOSTS: z.string().default(''),
  ALIVE_FILE: z.string().min(1).optional(),
  FFMPEG_PATH: z.string().min(1).default('ffmpeg'),
  FFPROBE_PATH: z.string().min(1).default('ffprobe'),
});

type ParsedEnvironment = z.infer<typeof environmentSchema>;

export type Config = ReturnType<typeof toConfig>;
export type StorageConfig = Config['storage'];
export type DatabaseConfig = Config['database'];

/** Thrown by `loadConfig`; the message has one line a problem, each naming its variable. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration has ${problems.length} problem(s):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Which parts the environment leaves to the embedded ones, and what is wrong with half-given groups. */
export function findEmbeddedParts(env: Environment): { database: boolean; storage: boolean; problems: string[] } {
  const present = dropEmpty(env);
  const problems: string[] = [];
  const isEmbedded = (required: readonly string[], optional: readonly string[] = []): boolean => {
    const missing = required.filter((name) => present[name] === undefined);
    const given = [...required, ...optional].filter((name) => present[name] !== undefined);
    if (missing.length > 0 && given.length > 0) {
      problems.push(`${missing.join(', ')}: missing, as ${given.join(', ')} is set (set all of them, or none to use the embedded part)`);
    }
    return given.length === 0;
  };
  // An endpoint alone says that a storage of one's own is meant.
  return { database: isEmbedded(DATABASE_VARIABLES), storage: isEmbedded(STORAGE_VARIABLES, ['S3_ENDPOINT']), problems };
}

/** Reads and checks the whole environment. Throws ConfigError with every problem at once. */
export function loadConfig(env: Environment): Config {
  const present = dropEmpty(env);
  const parsed = environmentSchema.safeParse(present);
  if (parsed.success) return toConfig(parsed.data);
  const halfGroups = findEmbeddedParts(env).problems;
  const inHalfGroup = (name: string) => halfGroups.length > 0 && [...DATABASE_VARIABLES, ...STORAGE_VARIABLES].some((known) => known === name) && present[name] === undefined;
  const others = parsed.error.issues
    .map((issue) => ({ name: String(issue.path[0]), message: issue.message }))
    .filter(({ name }) => !inHalfGroup(name))
    .map(({ name, message }) => (present[name] === undefined ? `${name}: missing` : `${name}: ${message}`));
  throw new ConfigError([...halfGroups, ...others]);
}

let cached: Config | null = null;

/** The configuration of this process, read once. */
export function getConfig(): Config {
  cached ??= loadConfig(process.env);
  return cached;
}

/** FFmpeg's part alone, for what needs neither database nor storage: planning, tests of rendering. */
export function getFfmpegConfig(): Config['ffmpeg'] {
  return toFfmpegConfig(environmentSchema.pick({ FFMPEG_PATH: true, FFPROBE_PATH: true }).parse(dropEmpty(process.env)));
}

const toFfmpegConfig = (env: Pick<ParsedEnvironment, 'FFMPEG_PATH' | 'FFPROBE_PATH'>) => ({ ffmpegPath: env.FFMPEG_PATH, ffprobePath: env.FFPROBE_PATH });

/** An empty variable counts as an absent one: compose files and shells produce them. */
function dropEmpty(env: Environment): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

function toConfig(env: ParsedEnvironment) {
  return {
    nodeEnv: env.NODE_ENV,
    port: env.PORT,
    /** Where people reach the web app, when the request's own headers do not say so truthfully. */
    publicUrl: env.PUBLIC_URL ?? null,
    database: { url: env.DATABASE_URL, supabaseUrl: env.SUPABASE_URL, supabaseServiceRoleKey: env.SUPABASE_SERVICE_ROLE_KEY },
    storage: {
      region: env.AWS_REGION,
      accessKeyId: env.AWS_ACCESS_KEY_ID,
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
      bucket: env.S3_BUCKET_NAME,
      /** Set for S3-compatible servers; null means AWS. */
      endpoint: env.S3_ENDPOINT ?? null,
      /** Prefix before the key in public URLs (a CDN, say); null means the bucket's own address. */
      publicUrlPrefix: env.S3_PUBLIC_URL_PREFIX ?? null,
      lifecycleDays: env.S3_LIFECYCLE_DAYS,
      uploadRetriesMax: env.UPLOAD_RETRIES,
      uploadTimeoutSeconds: env.UPLOAD_TIMEOUT_SECONDS,
    },
    jobs: {
      concurrentMax: env.MAX_CONCURRENT_JOBS,
      quickThresholdSeconds: env.QUICK_RESPONSE_THRESHOLD_SECONDS,
      processingTimeoutSeconds: env.PROCESSING_TIMEOUT_MINUTES * 60,
    },
    temp: { path: env.TEMP_STORAGE_PATH, cleanup: env.AUTO_CLEANUP_TEMP_FILES },
    sources: {
      sizeBytesMax: Math.floor(env.SOURCE_SIZE_MB_MAX * 1024 * 1024),
      quickTimeoutSeconds: env.SOURCE_TIMEOUT_QUICK_SECONDS,
      longTimeoutSeconds: env.SOURCE_TIMEOUT_LONG_SECONDS,
      /** `host:port` pairs that may be fetched although their address is private. */
      allowHosts: env.SOURCE_ALLOW_HOSTS.split(',').map((host) => host.trim().toLowerCase()).filter(Boolean),
    },
    /** A worker touches it as long as it is well, for a health check; null: nothing asks. */
    aliveFile: env.ALIVE_FILE ?? null,
    ffmpeg: toFfmpegConfig(env),
  };
}
