/** No body larger than 1 MiB is held, and whatever is no JSON is refused with words. */
import { describe, expect, test } from 'vitest';
import { readJson } from '#lib/api/read-json';

const MIB = 1024 * 1024;
const JSON_HEADERS = { 'content-type': 'application/json' };

function post(body: BodyInit | null, headers: Record<string, string> = JSON_HEADERS): Request {
  return new Request('http://localhost/', { method: 'POST', body, headers, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) });
}

/** JSON of exactly `sizeBytes` bytes. */
const jsonOfSize = (sizeBytes: number) => `"${'a'.repeat(sizeBytes - 2)}"`;

describe('readJson', () => {
  test('gives the parsed value', async () => {
    expect(await readJson(post('{"a":[1,"ä"]}'))).toEqual({ a: [1, 'ä'] });
  });

  test('1 MiB is read, one byte more is refused', async () => {
    expect(await readJson(post(jsonOfSize(MIB)))).toHaveLength(MIB - 2);
    await expect(readJson(post(jsonOfSize(MIB + 1)))).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
  });

  test('a body whose Content-Length says too much is refused before any of it is read', async () => {
    let pulls = 0;
    const body = new ReadableStream({ pull: () => void (pulls += 1) }, { highWaterMark: 0 });
    await expect(readJson(post(body, { ...JSON_HEADERS, 'content-length': String(MIB + 1) }))).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
    expect(pulls).toBe(0);
  });

  test('an endless body without a length is refused at the limit', async () => {
    let sentBytes = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sentBytes += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    await expect(readJson(post(body))).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE' });
    expect(sentBytes).toBeLessThan(2 * MIB);
  });

  test.each([
    ['empty', '', /is empty/],
    ['cut off', '{"a":', /not valid JSON/],
    ['a trailing comma', '{"a":1,}', /not valid JSON \(line 1 column 8\)/],
    ['no JSON', 'width=720', /not valid JSON/],
    ['invalid UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22]), /not valid UTF-8/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), /not valid UTF-8/],
  ])('a body that is %s is refused with words that say why', async (_, body, message) => {
    await expect(readJson(post(body))).rejects.toMatchObject({ code: 'REQUEST_NOT_JSON', message: expect.stringMatching(message) });
  });

  test('the refusal never quotes the body', async () => {
    await expect(readJson(post('{"password": hunter2}'))).rejects.toMatchObject({ message: expect.not.stringContaining('hunter2') });
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON', 'application/vnd.videogen+json'])('%s is accepted', async (type) => {
    expect(await readJson(post('{}', { 'content-type': type }))).toEqual({});
  });

  test('no Content-Type is accepted', async () => {
    const request = post('{}');
    request.headers.delete('content-type');
    expect(await readJson(request)).toEqual({});
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])('%s is refused by name of what is expected', async (type) => {
    await expect(readJson(post('{}', { 'content-type': type }))).rejects.toMatchObject({
      code: 'REQUEST_NOT_JSON',
      message: expect.stringContaining('application/json'),
    });
  });
});
