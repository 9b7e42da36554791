/** Which addresses and URLs may be asked for a source, in all the forms in which they can be written. */
import { describe, expect, it } from 'vitest';
import { isPublicAddress, parseSourceUrl, resolveSourceAddress, toHostPort } from '#worker/media/source-address';

const signal = new AbortController().signal;
const none = { allowHosts: [], signal };

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '93.184.216.34', '172.15.255.255', '172.32.0.1', '192.167.1.1', '100.63.255.255', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::200e', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])(
    'lets %s through',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['this host', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['loopback', '127.0.0.1'],
    ['loopback, the last', '127.255.255.254'],
    ['private 10', '10.0.0.1'],
    ['private 172', '172.16.0.1'],
    ['private 172, the last', '172.31.255.255'],
    ['private 192', '192.168.1.1'],
    ['shared (CGNAT)', '100.64.0.1'],
    ['metadata of a cloud in CGNAT', '100.100.100.200'],
    ['link-local', '169.254.0.1'],
    ['metadata', '169.254.169.254'],
    ['metadata on a public address', '168.63.129.16'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['6to4 relay', '192.88.99.1'],
    ['benchmark', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified v6', '::'],
    ['loopback v6', '::1'],
    ['unique local', 'fd00::1'],
    ['metadata v6', 'fd00:ec2::254'],
    ['link-local v6', 'fe80::1'],
    ['link-local v6 with a zone', 'fe80::1%eth0'],
    ['site-local v6', 'fec0::1'],
    ['multicast v6', 'ff02::1'],
    ['documentation v6', '2001:db8::1'],
    ['discard', '100::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped private, in hex', '::ffff:a00:1'],
    ['mapped metadata', '::ffff:169.254.169.254'],
    ['translated (SIIT)', '::ffff:0:127.0.0.1'],
    ['compatible loopback', '::127.0.0.1'],
    ['compatible public', '::8.8.8.8'],
    ['NAT64 loopback', '64:ff9b::127.0.0.1'],
    ['NAT64 metadata', '64:ff9b::a9fe:a9fe'],
    ['local NAT64', '64:ff9b:1::a00:1'],
    ['6to4 of a private address', '2002:a00:1::1'],
    ['Teredo', '2001:0:53aa:64c:0:fbff:f5ff:fffe'],
    ['no address', 'localhost'],
    ['empty', ''],
  ])('refuses %s (%s)', (_name, address) => expect(isPublicAddress(address)).toBe(false));
});

describe('resolveSourceAddress', () => {
  it.each([
    'http://2130706433/', 'http://0x7f000001/', 'http://0177.0.0.1/', 'http://127.1/', 'http://0/', 'http://[::1]/', 'http://[::ffff:7f00:1]/',
    'http://①②⑦.⓪.⓪.①/', 'http://127.0.0.1./', 'http://0xa9fea9fe/latest/meta-data/',
  ])('refuses the disguised address %s', async (text) => {
    await expect(resolveSourceAddress(parseSourceUrl(text), none)).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_FORBIDDEN' });
  });

  // Not every resolver knows the name with its final dot.
  it.each([['localhost', /FORBIDDEN/], ['localhost.', /FORBIDDEN|UNREACHABLE/]])('refuses %s, by what it resolves to', async (host, code) => {
    await expect(resolveSourceAddress(parseSourceUrl(`http://${host}/a.mp4`), none)).rejects.toMatchObject({ code: expect.stringMatching(code) });
  });

  it('refuses a name when one of its addresses is private', async () => {
    const lookup = async () => [{ address: '8.8.8.8', family: 4 }, { address: '10.0.0.1', family: 4 }];
    await expect(resolveSourceAddress(new URL('http://mixed.test/'), { ...none, lookup })).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_FORBIDDEN' });
  });

  it('gives all addresses of a public name', async () => {
    const lookup = async () => [{ address: '8.8.8.8', family: 4 }, { address: '2606:4700::1111', family: 6 }];
    expect(await resolveSourceAddress(new URL('http://public.test/'), { ...none, lookup })).toEqual(await lookup());
  });

  it('lets a private address through for the allowed host and port, and for no other port', async () => {
    const options = { allowHosts: ['127.0.0.1:9000', '[::1]:80'], signal };
    expect(await resolveSourceAddress(new URL('http://127.0.0.1:9000/a'), options)).toEqual([{ address: '127.0.0.1', family: 4 }]);
    expect(await resolveSourceAddress(new URL('http://[::1]/a'), options)).toEqual([{ address: '::1', family: 6 }]);
    await expect(resolveSourceAddress(new URL('http://127.0.0.1:9001/a'), options)).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_FORBIDDEN' });
    await expect(resolveSourceAddress(new URL('https://[::1]/a'), options)).rejects.toMatchObject({ code: 'SOURCE_ADDRESS_FORBIDDEN' });
  });

  it('calls a name that does not resolve unreachable', async () => {
    const lookup = () => Promise.reject(new Error('ENOTFOUND'));
    await expect(resolveSourceAddress(new URL('http://gone.test/'), { ...none, lookup })).rejects.toMatchObject({ code: 'SOURCE_UNREACHABLE' });
  });

  it('stops waiting for a resolver that never answers when aborted', async () => {
    const lookup = () => new Promise<never>(() => undefined);
    const reason = new Error('over');
    await expect(resolveSourceAddress(new URL('http://slow.test/'), { allowHosts: [], signal: AbortSignal.abort(reason), lookup })).rejects.toBe(reason);
  });
});

describe('parseSourceUrl', () => {
  it.each(['file:///etc/passwd', 'ftp://example.com/a', 'data:image/png;base64,AAAA', 'javascript:1', 'gopher://example.com', 'concat:a|b', '/etc/passwd', '', 'http://', 'http://user:pass@example.com/', 'http://user@example.com/'])(
    'refuses %s',
    (text) => expect(() => parseSourceUrl(text)).toThrow(expect.objectContaining({ code: 'SOURCE_ADDRESS_FORBIDDEN' })),
  );
});

describe('toHostPort', () => {
  it.each([
    ['https://Example.COM/a', 'example.com:443'],
    ['http://example.com', 'example.com:80'],
    ['http://example.com:8080', 'example.com:8080'],
    ['http://[::1]:9000/', '[::1]:9000'],
  ])('writes %s as %s', (text, expected) => expect(toHostPort(new URL(text))).toBe(expected));
});
