/**
 * What an installation's embedded parts remember between starts: ports, keys and passwords, in `embedded.json` of the state folder
 * (readable by its owner alone). Result URLs hold the S3 port, so it stays the same as long as nobody else takes it.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { chooseFreePort, waitForPort } from '#lib/embedded/free-port';

/** A process of ours that is just ending lets its port go within this time. */
const PORT_TIMEOUT_MS = 3_000;

const port = z.number().int().min(1).max(65535);

const stateSchema = z.object({
  postgres: z.object({ port, password: z.string().min(1) }),
  supabase: z.object({ port, secretKey: z.string().min(1) }),
  s3: z.object({ port, accessKeyId: z.string().min(1), secretAccessKey: z.string().min(1) }),
});

export type EmbeddedState = z.infer<typeof stateSchema>;
type PartName = keyof EmbeddedState;

/** The remembered state, or null in a folder that has none. */
export async function findState(stateDirectory: string): Promise<EmbeddedState | null> {
  const text = await readFile(stateFile(stateDirectory), 'utf8').catch(() => null);
  return text === null ? null : stateSchema.parse(JSON.parse(text));
}

/** Reads the state or makes a new one with random secrets and free ports. */
export async function ensureState(stateDirectory: string): Promise<EmbeddedState> {
  const known = await findState(stateDirectory);
  if (known !== null) return known;
  const ports: number[] = [];
  for (let count = 0; count < 3; count += 1) ports.push(await chooseFreePort(ports));
  const [postgresPort = 0, supabasePort = 0, s3Port = 0] = ports;
  const state: EmbeddedState = {
    postgres: { port: postgresPort, password: randomBytes(24).toString('hex') },
    supabase: { port: supabasePort, secretKey: `sb_secret_${randomBytes(24).toString('hex')}` },
    s3: { port: s3Port, accessKeyId: `VG${randomBytes(9).toString('hex').toUpperCase()}`, secretAccessKey: randomBytes(24).toString('hex') },
  };
  await writeState(stateDirectory, state);
  return state;
}

/** The state with a port for this part that can be used now; another one, remembered as well, when a stranger has taken ours. */
export async function ensurePort(stateDirectory: string, state: EmbeddedState, part: PartName): Promise<EmbeddedState> {
  if (await waitForPort(state[part].port, PORT_TIMEOUT_MS, '127.0.0.1')) return state;
  return rememberPort(stateDirectory, state, part, await chooseFreePort(Object.values(state).map((known) => known.port)));
}

export async function rememberPort(stateDirectory: string, state: EmbeddedState, part: PartName, newPort: number): Promise<EmbeddedState> {
  if (state[part].port === newPort) return state;
  const changed = { ...state, [part]: { ...state[part], port: newPort } };
  await writeState(stateDirectory, changed);
  return changed;
}

async function writeState(stateDirectory: string, state: EmbeddedState): Promise<void> {
  await mkdir(stateDirectory, { recursive: true, mode: 0o700 });
  const draft = `${stateFile(stateDirectory)}.new`;
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  // Renamed into place: a reader, or a start after a crash, never sees half a file.
  await rename(draft, stateFile(stateDirectory));
}

function stateFile(stateDirectory: string): string {
  return path.join(stateDirectory, 'embedded.json');
}
