/**
 * Ties a child's life to ours. In: a command line. Out: the same under `setpriv --pdeathsig`, so that the Linux kernel
 * signals the child when this process dies, even by SIGKILL. Where that is not available the command is returned as it is.
 */
import { spawnSync } from 'node:child_process';

let isAvailable: boolean | null = null;

/** The words to put before a command so that `signal` reaches it when we die; none where the system cannot do it. */
export function parentDeathPrefix(signal: 'KILL' | 'INT'): readonly string[] {
  isAvailable ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;
  return isAvailable ? ['setpriv', '--pdeathsig', signal] : [];
}
