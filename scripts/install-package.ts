/**
 * Installs a package by the system's package manager, where that works without asking anybody anything: apt-get as root or by
 * passwordless sudo, or brew. Out: null when it was installed, else why not, in a few words.
 */
import { findProgram } from '#scripts/find-program';
import { runProgram } from '#scripts/run-program';

export interface PackageNames {
  apt: string;
  brew: string | null;
}

export async function installPackage(names: PackageNames, signal: AbortSignal): Promise<string | null> {
  const brew = findProgram(['brew']);
  if (brew !== null && names.brew !== null) return attempt([brew, 'install', '--quiet', names.brew], signal);
  const aptGet = findProgram(['apt-get']);
  if (aptGet === null) return 'there is neither apt-get nor brew to install it';
  const asRoot = await findRoot(signal);
  if (asRoot === null) return 'apt-get needs root or a sudo without a password';
  const apt = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', aptGet, '-qq', '-o', 'DPkg::Lock::Timeout=120'];
  // The lists may be missing (fresh containers) or old; an update that fails in part (one dead mirror) need not matter.
  await runProgram([...apt, 'update'], { signal });
  return attempt([...apt, 'install', '--yes', '--no-install-recommends', names.apt], signal);
}

async function findRoot(signal: AbortSignal): Promise<readonly string[] | null> {
  if (process.getuid?.() === 0) return [];
  const { code } = await runProgram(['sudo', '--non-interactive', 'true'], { signal });
  return code === 0 ? ['sudo', '--non-interactive'] : null;
}

async function attempt(command: readonly string[], signal: AbortSignal): Promise<string | null> {
  const { code, output } = await runProgram(command, { signal });
  return code === 0 ? null : `${command.join(' ')} failed: ${output.trim().split('\n').at(-1) ?? ''}`;
}
