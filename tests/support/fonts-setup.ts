/** Every test project's first step: the bundled fonts are laid ready, unless they are already. */
import { ensureFonts } from '#scripts/ensure-fonts';

export default async function setup(): Promise<void> {
  await ensureFonts();
}
