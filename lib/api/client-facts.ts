/**
 * Who asks, as far as the request's headers tell: headers in, address and user agent as they are stored with a job out.
 * Informational only: whoever sends a request may write these headers, so nothing may be decided by them.
 */
import { isIP } from 'node:net';

const USER_AGENT_CHARACTERS_MAX = 512;

export interface ClientFacts {
  /** The first valid address of X-Forwarded-For; Next fills in the socket's when no proxy did. */
  clientIp: string | null;
  userAgent: string | null;
}

export function toClientFacts(headers: Headers): ClientFacts {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map(toAddress);
  const userAgent = headers.get('user-agent')?.trim().slice(0, USER_AGENT_CHARACTERS_MAX);
  return { clientIp: hops.find((hop) => hop !== null) ?? null, userAgent: userAgent || null };
}

/** `203.0.113.7`, `203.0.113.7:4711`, `[2001:db8::1]:4711` and `fe80::1%eth0` as the bare address Postgres' inet takes. */
function toAddress(hop: string): string | null {
  const text = hop.trim();
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  const withoutZone = bare.split('%')[0] ?? '';
  return isIP(withoutZone) === 0 ? null : withoutZone;
}
