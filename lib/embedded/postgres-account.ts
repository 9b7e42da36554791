/**
 * PostgreSQL refuses to run as root. In: who we are and where the data lives. Out: the command prefix under which its programs
 * run as somebody else, with the data directory owned by that account. An ordinary user needs neither.
 */
import { execFile } from 'node:child_process';
import { chown, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The uid and gid that Linux gives to "nobody"; inside a user namespace it is only a label for our own account. */
const NOBODY = 65534;

export interface PostgresAccount {
  /** Words to put before the program's own; empty when none are needed. */
  prefix: readonly string[];
  /** Who must own the data directory; null leaves it as it is. */
  owner: { uid: number; gid: number } | null;
}

/** Finds a way to run PostgreSQL's programs. Throws, saying what to do, when root has none. */
export async function findPostgresAccount(): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { prefix: [], owner: null };
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  if (await succeeds(namespace)) return { prefix: namespace, owner: { uid: 0, gid: 0 } };
  const account = await findUnprivilegedAccount();
  if (account !== null) {
    // Containers often forbid user namespaces. dac_override keeps data and programs reachable below directories that only root may enter.
    const switchUser = ['setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', '--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override'];
    if (await succeeds(switchUser)) return { prefix: switchUser, owner: account };
  }
  throw new Error('PostgreSQL refuses to run as root, and this machine allows neither a user namespace (unshare --user) nor a change of user (setpriv): start as an ordinary user, or set SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY and DATABASE_URL');
}

/** Gives the directory and all below it to the account; does nothing when its owner is already right. */
export async function giveTo(account: PostgresAccount, directory: string): Promise<void> {
  if (account.owner === null) return;
  const { uid, gid } = account.owner;
  if ((await stat(directory)).uid === uid) return;
  const entries = await readdir(directory, { recursive: true });
  // The directory itself comes last: its owner is what tells a finished change from an interrupted one.
  for (const entry of [...entries, '.']) await chown(path.join(directory, entry), uid, gid);
}

async function succeeds(prefix: readonly string[]): Promise<boolean> {
  const [command, ...args] = [...prefix, 'true'];
  if (command === undefined) return false;
  return run(command, args).then(() => true, () => false);
}

/** initdb wants a uid that /etc/passwd knows: the system's "postgres", else "nobody". */
async function findUnprivilegedAccount(): Promise<{ uid: number; gid: number } | null> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}
