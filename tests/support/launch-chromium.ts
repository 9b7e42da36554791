/** The browser that tests compare pictures in: without a GPU, so that it draws the same on every machine. Close it. */
import { chromium, type Browser } from 'playwright';
import { ensureChromium } from '#scripts/ensure-chromium';

const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--force-color-profile=srgb', '--autoplay-policy=no-user-gesture-required'];
const INSTALL_TIMEOUT_MS = 120_000;

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(process.env, AbortSignal.timeout(INSTALL_TIMEOUT_MS)), args: ARGS });
}
