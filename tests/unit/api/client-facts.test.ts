/** Only real addresses and short user agents get past the headers. */
import { describe, expect, test } from 'vitest';
import { toClientFacts } from '#lib/api/client-facts';

const clientIp = (forwardedFor: string) => toClientFacts(new Headers({ 'x-forwarded-for': forwardedFor })).clientIp;

describe('toClientFacts', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7, 10.0.0.1', '203.0.113.7'],
    ['unknown, 203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['::ffff:127.0.0.1', '::ffff:127.0.0.1'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('takes the first valid address of "%s"', (header, expected) => {
    expect(clientIp(header)).toBe(expected);
  });

  test.each(['', 'unknown', '999.1.1.1', "1.2.3.4'; drop table jobs", '1.2.3'])('an address that is none (%s) is stored as null, never passed on', (header) => {
    expect(clientIp(header)).toBeNull();
  });

  test('the user agent is cut to 512 characters, and null when absent or blank', () => {
    expect(toClientFacts(new Headers({ 'user-agent': 'x'.repeat(2000) })).userAgent).toHaveLength(512);
    expect(toClientFacts(new Headers({ 'user-agent': '  ' })).userAgent).toBeNull();
    expect(toClientFacts(new Headers()).userAgent).toBeNull();
  });
});
