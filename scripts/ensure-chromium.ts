/**
 * Finds a Chromium for the browser tests: CHROMIUM_PATH, Playwright's own, the system's; else installs one (apt-get where that needs no
 * question, else Playwright's download). Out: its path. Throws StartProblem with what to type when nothing works.
 */
import { chromium } from 'playwright';
import { findProgram, isExecutableFile } from '#scripts/find-program';
import { installPackage } from '#scripts/install-package';
import { runProgram } from '#scripts/run-program';
import { StartProblem } from '#scripts/start-problem';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

export async function ensureChromium(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  const given = env['CHROMIUM_PATH'];
  if (given) {
    if (await runs(given, signal)) return given;
    throw new StartProblem(`CHROMIUM_PATH (${given}): it does not run`);
  }
  const found = await findChromium(env, signal);
  if (found !== null) return found;
  const problem = await installPackage({ apt: 'chromium', brew: null }, signal);
  const installed = await findChromium(env, signal);
  if (installed !== null) return installed;
  const download = await runProgram([process.execPath, 'node_modules/playwright/cli.js', 'install', ...(process.getuid?.() === 0 ? ['--with-deps'] : []), 'chromium'], { signal });
  const downloaded = await findChromium(env, signal);
  if (downloaded !== null) return downloaded;
  const reasons = [problem, download.code === 0 ? null : 'the download by Playwright failed'].filter(Boolean).join('; ');
  throw new StartProblem(`The browser tests need Chromium (${reasons}): type npx playwright install --with-deps chromium, or set CHROMIUM_PATH`);
}

async function findChromium(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string | null> {
  const system = NAMES.flatMap((name) => findProgram([name], env) ?? []);
  for (const candidate of [chromium.executablePath(), ...system, MAC_CHROME]) {
    if (await runs(candidate, signal)) return candidate;
  }
  return null;
}

/** Ubuntu's package is a script that only tells people to install a snap, so a file by that name is not enough. */
async function runs(candidate: string, signal: AbortSignal): Promise<boolean> {
  if (!isExecutableFile(candidate)) return false;
  return (await runProgram([candidate, '--version'], { signal })).code === 0;
}
