/** The script of a test's page: a TypeScript file in, one script for a browser of it and of all that it imports out. */
import { rolldown } from 'rolldown';

/** Throws when an import leads nowhere. */
export async function bundleScript(entry: string): Promise<string> {
  const onLog = (_level: string, { code, message }: { code?: string; message: string }): void => {
    if (code === 'UNRESOLVED_IMPORT') throw new Error(message);
  };
  const build = await rolldown({ input: entry, platform: 'browser', onLog });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  await build.close();
  return output[0].code;
}
