/**
 * What must not be left of jobs that are final, and what must be there: the ground in, everything that is wrong out, each as a sentence.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ListMultipartUploadsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { getFfmpegConfig } from '#lib/config';
import { listTempFiles, type Ground } from '#tests/faults/ground';

const run = promisify(execFile);

export interface JobRow {
  id: string;
  status: string;
  error_code: string | null;
  s3_key: string | null;
  poster_key: string | null;
  result_url: string | null;
  file_size: string | null;
  output_duration_seconds: number | null;
}

/** All jobs that the ground has ever had. */
export function listJobs({ query }: Ground): Promise<JobRow[]> {
  return query<JobRow>('select id, status, error_code, s3_key, poster_key, result_url, file_size, output_duration_seconds from jobs order by created_at');
}

/** Leftovers of any kind: on the disk, among the processes, in the bucket; and parts that are still down. Empty when all is as it should be. */
export async function findRemains(ground: Ground): Promise<string[]> {
  const [outage, jobs, files, processes, bucket] = await Promise.all([findOutage(ground), listJobs(ground), listTempFiles(ground), ground.mediaProcesses(), listBucket(ground)]);
  const expected = jobs.flatMap(({ status, s3_key: video, poster_key: poster }) => (status === 'completed' ? [video, poster] : []));
  return [
    ...outage,
    ...files.map((file) => `temporary file ${file}`),
    ...processes.map(({ pid, command }) => `process ${pid}: ${command.slice(0, 120)}`),
    ...bucket.unfinished.map((key) => `unfinished upload of ${key}`),
    ...bucket.incoming.map((name) => `half an object ${name}`),
    ...bucket.keys.filter((key) => !expected.includes(key)).map((key) => `object of no job ${key}`),
    ...expected.filter((key) => key === null || !bucket.keys.includes(key)).map((key) => `missing object ${key}`),
  ];
}

/** By a question that needs web and database; `/health` answers from what it knew seconds ago. */
async function findOutage({ baseUrl }: Ground): Promise<string[]> {
  const status = await fetch(`${baseUrl}/api/v1/videos`).then(({ status: answered }) => String(answered), String);
  return status === '200' ? [] : [`the service does not answer: ${status}`];
}

async function listBucket({ stack: { env, stateDirectory } }: Ground) {
  const client = new S3Client({
    // Not by the line that is harmed.
    endpoint: env['S3_ENDPOINT'] ?? '',
    region: env['AWS_REGION'] ?? '',
    forcePathStyle: true,
    credentials: { accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '' },
  });
  const Bucket = env['S3_BUCKET_NAME'] ?? '';
  try {
    const [objects, uploads, incoming] = await Promise.all([
      client.send(new ListObjectsV2Command({ Bucket, Prefix: 'processed/' })),
      client.send(new ListMultipartUploadsCommand({ Bucket })),
      // Where the embedded server keeps what has not wholly come.
      readdir(join(stateDirectory, 's3', Bucket, 'incoming')),
    ]);
    const keys = (found: readonly { Key?: string }[] | undefined): string[] => (found ?? []).map(({ Key }) => Key ?? '');
    return { keys: keys(objects.Contents), unfinished: keys(uploads.Uploads), incoming };
  } finally {
    client.destroy();
  }
}

/** Null when the video of a completed job is there, whole, and every frame of it decodes. */
export async function findVideoProblem(job: JobRow): Promise<string | null> {
  const directory = await mkdtemp(join(tmpdir(), 'videogen-faults-video-'));
  const path = join(directory, 'video.mp4');
  const { ffmpegPath, ffprobePath } = getFfmpegConfig();
  try {
    const response = await fetch(job.result_url ?? '');
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200 || bytes.length !== Number(job.file_size)) return `job ${job.id}: its address answers ${response.status} with ${bytes.length} bytes instead of ${job.file_size}`;
    await writeFile(path, bytes);
    const { stdout } = await run(ffprobePath, ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path]);
    if (Math.abs(Number(stdout) - Number(job.output_duration_seconds)) > 0.1) return `job ${job.id}: lasts ${stdout.trim()} s instead of ${job.output_duration_seconds} s`;
    const { stderr } = await run(ffmpegPath, ['-v', 'error', '-xerror', '-i', path, '-f', 'null', '-']);
    return stderr === '' ? null : `job ${job.id}: does not decode: ${stderr.slice(0, 200)}`;
  } catch (error) {
    return `job ${job.id}: does not play: ${String(error).slice(0, 300)}`;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
