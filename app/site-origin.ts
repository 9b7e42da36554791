/**
 * The address people reach this installation at, for links that are read elsewhere: PUBLIC_URL, else what the request itself says.
 * The request's words come from the client, so they are used only when they have the form of a host.
 */
import { headers } from 'next/headers';
import { getConfig } from '#lib/config';

const HOST_PATTERN = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Without a slash at its end. */
export async function siteOrigin(): Promise<string> {
  // First, so that Next knows at build time, when there is no configuration yet, that the answer depends on the request.
  const request = await headers();
  const { publicUrl, port } = getConfig();
  if (publicUrl !== null) return publicUrl.replace(/\/+$/, '');
  const host = firstOf(request.get('x-forwarded-host')) ?? request.get('host') ?? '';
  if (!HOST_PATTERN.test(host)) return `http://localhost:${port}`;
  return `${firstOf(request.get('x-forwarded-proto')) === 'https' ? 'https' : 'http'}://${host}`;
}

/** A chain of proxies appends; the first entry is what the client asked for. */
function firstOf(list: string | null): string | null {
  return list?.split(',')[0]?.trim() || null;
}
