/** Runs one of our own scripts as if it had been typed: same terminal, same arguments. Out: its exit code. */
import { spawn } from 'node:child_process';
import { PROJECT_ROOT } from '#scripts/project-root';

export function runScript(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { cwd: PROJECT_ROOT, env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
