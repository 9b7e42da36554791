/**
 * Asks for a source, following redirects by hand so that each address is checked: a URL in, the body of the final
 * answer out, and every other answer as the error it means.
 */
import type { Readable } from 'node:stream';
import { Agent, request, type Dispatcher } from 'undici';
import { AppError } from '#lib/errors';
import { SOURCE_CONNECT_TIMEOUT_MS, SOURCE_REDIRECTS_MAX, SOURCE_STALL_MS } from '#worker/media/limits';
import { parseSourceUrl, resolveSourceAddress, type AddressOptions } from '#worker/media/source-address';

export interface SourceResponse {
  body: Readable;
  /** As the server announces it; null when it does not. */
  announcedBytes: number | null;
  /** Closes the connection; must be called. */
  close: () => Promise<void>;
}

/**
 * The first answer that is no redirect, its status checked. A redirect from https to http is followed: http sources are accepted
 * anyway, and where to send its visitors is the server's own decision. Throws AppError SOURCE_*.
 */
export async function requestSource(source: string, options: AddressOptions): Promise<SourceResponse> {
  let url = parseSourceUrl(source);
  for (let redirects = 0; redirects <= SOURCE_REDIRECTS_MAX; redirects += 1) {
    const agent = await openAgent(url, options);
    const close = (): Promise<void> => agent.destroy();
    try {
      const response = await ask(url, agent, options.signal);
      const location = toRedirectLocation(response);
      if (location === null) {
        checkStatus(response.statusCode);
        return { body: response.body, announcedBytes: readAnnouncedBytes(response), close };
      }
      await close();
      url = parseSourceUrl(location, url);
    } catch (error) {
      await close();
      throw error;
    }
  }
  throw new AppError('SOURCE_REFUSED', { message: 'The server of the source redirects too often' });
}

/** Connects to the checked addresses and to nothing else; the name is still what TLS asks the certificate for. */
async function openAgent(url: URL, options: AddressOptions): Promise<Agent> {
  const addresses = await resolveSourceAddress(url, options);
  const [first] = addresses;
  return new Agent({
    connections: 1,
    allowH2: false,
    headersTimeout: SOURCE_STALL_MS,
    bodyTimeout: SOURCE_STALL_MS,
    connect: {
      timeout: SOURCE_CONNECT_TIMEOUT_MS,
      lookup: (_hostname, { all }, callback) => {
        if (all) callback(null, addresses);
        else callback(null, first?.address ?? '', first?.family);
      },
    },
  });
}

async function ask(url: URL, dispatcher: Agent, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  // Nothing packed is asked for or taken: limits are counted on the bytes that arrive, and media are compressed anyway.
  const headers = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'videogen' };
  const response = await request(url, { dispatcher, signal, method: 'GET', headers }).catch((error: unknown) => {
    signal.throwIfAborted();
    const isSlow = readErrorCode(error) === 'UND_ERR_HEADERS_TIMEOUT';
    throw new AppError(isSlow ? 'SOURCE_TOO_SLOW' : 'SOURCE_UNREACHABLE', { cause: error });
  });
  // An answer that is not read must not end the process when its connection is closed.
  response.body.on('error', () => undefined);
  return response;
}

function toRedirectLocation({ statusCode, headers }: Dispatcher.ResponseData): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  const { location } = headers;
  if (typeof location !== 'string') throw new AppError('SOURCE_REFUSED', { message: 'The server of the source redirects to nowhere' });
  return location;
}

function checkStatus(status: number): void {
  if (status === 200) return;
  const cause = `status ${status}`;
  if (status === 204 || status === 205) throw new AppError('SOURCE_EMPTY', { cause });
  if (status === 404 || status === 410) throw new AppError('SOURCE_NOT_FOUND', { cause });
  // Time-out, too early and too many requests are the statuses below 500 that pass by themselves.
  if (status >= 500 || status === 408 || status === 425 || status === 429) throw new AppError('SOURCE_SERVER_FAILED', { cause });
  throw new AppError('SOURCE_REFUSED', { cause });
}

function readAnnouncedBytes({ headers }: Dispatcher.ResponseData): number | null {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new AppError('SOURCE_REFUSED', { message: 'The server of the source sent it compressed, although it was asked not to' });
  }
  const announced = Number(headers['content-length'] ?? Number.NaN);
  return Number.isSafeInteger(announced) ? announced : null;
}

/** The `code` of an error of Node or undici; null when it has none. */
export function readErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
