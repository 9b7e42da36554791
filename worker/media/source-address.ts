/**
 * Decides whether a source's URL may be asked: a URL in, the checked addresses to connect to out. What is refused is
 * everything but the public internet, in whatever form it is written, unless the operator has named host and port.
 */
import { lookup as systemLookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { AppError } from '#lib/errors';

export interface ResolvedAddress {
  address: string;
  family: 4 | 6;
}

/** Name in, all of its addresses out; the system's resolver unless a test takes its place. */
export type Lookup = (hostname: string) => Promise<Array<{ address: string; family: number }>>;

export interface AddressOptions {
  /** `host:port` pairs, lower-case, that are not checked: the operator's word for them counts. */
  allowHosts: readonly string[];
  signal: AbortSignal;
  lookup?: Lookup;
}

/** All ordinary IPv6 hosts are in here (RFC 4291 §2.4); what lies outside embeds IPv4 or serves special ends. */
const GLOBAL_UNICAST_V6 = ipaddr.parseCIDR('2000::/3');
/** NAT64 (RFC 6052): networks without IPv4 reach every IPv4 host by this prefix and its 32 bits. */
const NAT64_V6 = ipaddr.parseCIDR('64:ff9b::/96');
/** Azure's metadata and DNS server, the only such one on an address that looks public. */
const AZURE_METADATA = '168.63.129.16';

/** True for an address of the public internet: not private, loopback, link-local, shared, multicast or reserved, nor an IPv6 form of those. */
export function isPublicAddress(address: string): boolean {
  // ipaddr.js reads "::8.8.8.8" as a mapped address, which it is not; the URL parser writes it without dots.
  const canonical = address.includes(':') ? URL.parse(`http://[${address}]`)?.hostname.slice(1, -1) : address;
  if (canonical === undefined || !ipaddr.isValid(canonical)) return false;
  // Takes the IPv4 address out of an IPv4-mapped one.
  const ip = ipaddr.process(canonical);
  if (ip instanceof ipaddr.IPv4) return ip.range() === 'unicast' && ip.toString() !== AZURE_METADATA;
  if (ip.match(NAT64_V6)) return isPublicAddress(ip.toByteArray().slice(12).join('.'));
  return ip.range() === 'unicast' && ip.match(GLOBAL_UNICAST_V6);
}

/** The source as a URL that may be asked, before any look-up. Throws SOURCE_ADDRESS_FORBIDDEN. */
export function parseSourceUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base);
  if (url === null) throw new AppError('SOURCE_ADDRESS_FORBIDDEN', { message: 'The address of the source is not a valid URL' });
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AppError('SOURCE_ADDRESS_FORBIDDEN', { message: 'The source is not on an http or https address' });
  }
  if (url.username !== '' || url.password !== '') {
    throw new AppError('SOURCE_ADDRESS_FORBIDDEN', { message: 'The address of the source contains a user name or password' });
  }
  return url;
}

/** `host:port` as the operator's list has it: lower-case, IPv6 in brackets, the port always there. */
export function toHostPort(url: URL): string {
  const defaultPort = url.protocol === 'https:' ? '443' : '80';
  return `${url.hostname.toLowerCase()}:${url.port || defaultPort}`;
}

/**
 * Every address of the URL's host, checked; the caller must connect to these and to no other, as a second look-up may
 * answer otherwise. One forbidden address refuses the host. The URL parser has already made decimal, octal and
 * hexadecimal forms into plain IPv4. Throws SOURCE_ADDRESS_FORBIDDEN or SOURCE_UNREACHABLE.
 */
export async function resolveSourceAddress(url: URL, options: AddressOptions): Promise<ResolvedAddress[]> {
  const addresses = await findAddresses(url.hostname, options);
  const isAllowed = options.allowHosts.includes(toHostPort(url));
  if (!isAllowed && !addresses.every(({ address }) => isPublicAddress(address))) throw new AppError('SOURCE_ADDRESS_FORBIDDEN');
  return addresses;
}

async function findAddresses(hostname: string, { signal, lookup = lookupAll }: AddressOptions): Promise<ResolvedAddress[]> {
  const literal = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(literal)) return [{ address: literal, family: ipaddr.parse(literal).kind() === 'ipv4' ? 4 : 6 }];
  const answers = await withSignal(lookup(hostname), signal).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new AppError('SOURCE_UNREACHABLE', { cause: error });
  });
  if (answers.length === 0) throw new AppError('SOURCE_UNREACHABLE');
  return answers.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

const lookupAll: Lookup = (hostname) => systemLookup(hostname, { all: true });

/** The system's resolver cannot be stopped; it can be left alone. */
function withSignal<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    if (signal.aborted) onAbort();
  });
}
