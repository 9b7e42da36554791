// The door of every npm script. In: a command (start, dev, worker, test ...) and any Node from 20 on, with nothing installed yet.
// Out: packages installed when they are not those of package-lock.json, then scripts/main.ts run under the pinned Node in
// node_modules, whose exit code becomes ours. Uses node:* alone.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NODE = path.join(ROOT, 'node_modules/node/bin/node');
const BIN = path.join(ROOT, 'node_modules/.bin');
const PARENT_CHECK_MS = 500;

/** The one child that runs at a time; signals are passed on to it. */
let child = null;
let isStopping = false;

function run(command, args, options) {
  return new Promise((resolve) => {
    child = spawn(command, args, { cwd: ROOT, ...options });
    child.once('error', (error) => resolve({ code: 127, reason: error.message }));
    child.once('exit', (code, signal) => resolve({ code: code ?? 1, reason: signal ?? `exit code ${code}` }));
  });
}

function stop(signal) {
  isStopping = true;
  child?.kill(signal);
}

/** npm writes what it has installed into a lock file of its own, last of all; an interrupted installation has none. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages;
    const found = JSON.parse(readFileSync(path.join(ROOT, 'node_modules/.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([name, entry]) => name === '' || (found[name] ? found[name].version === entry.version : entry.optional === true));
  } catch {
    return false;
  }
}

async function install() {
  const startedAt = Date.now();
  if (process.stdout.isTTY) process.stdout.write('         Packages ...');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // The output is kept for the case of a failure only.
  const installing = run('npm', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const { code, reason } = await installing;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${process.stdout.isTTY ? '\r\u001b[K' : ''}${seconds} s Packages: ${code === 0 ? 'installed' : 'not installed'} (npm ci)\n`);
  if (code !== 0 && !isStopping) console.error(`npm ci failed (${reason}):\n${output.trim()}`);
  return code === 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
if (process.env.npm_lifecycle_event !== undefined) {
  // npm (our parent, as the scripts of package.json say `exec`) may be killed without a word.
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && stop('SIGTERM'), PARENT_CHECK_MS).unref();
}

if (!isInstalled() && !(await install())) {
  if (process.argv[2] === 'test') console.log('0 passed, 1 failed');
  process.exit(isStopping ? 0 : 1);
}
if (!existsSync(NODE)) {
  console.error('node_modules/node/bin/node is missing, because npm ran without install scripts: type npm ci --ignore-scripts=false');
  process.exit(1);
}
if (isStopping) process.exit(0);
const { code } = await run(NODE, [path.join(ROOT, 'scripts/main.ts'), ...process.argv.slice(2)], {
  env: { ...process.env, PATH: `${BIN}${path.delimiter}${process.env.PATH ?? ''}` },
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
process.exit(code);
