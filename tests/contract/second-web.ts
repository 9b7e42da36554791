/** One more web server beside the shared one, with variables of its own: for what happens when a part it stands on is away. */
import { inject } from 'vitest';
import { chooseFreePort } from '#lib/embedded/free-port';
import { webService } from '#scripts/services';

export interface SecondWeb {
  url(path: string): string;
  stop(): Promise<void>;
}

export async function startSecondWeb(added: Record<string, string>): Promise<SecondWeb> {
  const port = await chooseFreePort([]);
  const env = { ...inject('env'), NODE_ENV: 'production' as const, PORT: String(port), ...added };
  const service = await webService('start', env).start(new AbortController().signal);
  return { url: (path) => `http://127.0.0.1:${port}${path}`, stop: () => service.stop() };
}

/** An address on which nothing listens. */
export async function closedAddress(): Promise<string> {
  return `127.0.0.1:${await chooseFreePort([])}`;
}
